import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { DocumentText } from '../../model/document.ts';
import { checkAnswer } from './check.ts';

const TEXT =
  'Hackers broke into more than 40 servers in March, Ana Lima of Norte Seguro said. The embassy declined to comment.';

const DOCUMENT: DocumentText = {
  id: 'doc-1',
  medium: 'text',
  title: 'A break-in',
  publisher: 'The Gazette',
  author: null,
  published: '2020-04-02',
  url: null,
  language: 'eng',
  text: TEXT,
  blocks: [],
};

const GOOD = {
  quote: 'Hackers broke into more than 40 servers in March',
  kind: 'intrusion',
  speaker: 'Ana Lima',
  speaker_org: 'Norte Seguro',
  via: ['The Gazette'],
  stance: 'asserts',
  certainty: 'certain',
  actor: 'hackers',
  actor_country: null,
  target: 'servers',
  target_country: 'br',
  object: null,
  time: '2020-03',
  quantities: [{ value: 40, unit: 'Server', bound: 'at-least' }],
  confidence: 0.9,
};

function check(...statements: unknown[]) {
  const { checked, problems } = checkAnswer(DOCUMENT, { start: 0, end: TEXT.length, index: 0, of: 1 }, { statements });
  return { checked, codes: problems.map((p) => p.code), problems };
}

test('a statement that holds comes back with its place', () => {
  const { checked, codes } = check(GOOD);
  expect(codes).toEqual([]);
  expect(checked).toEqual([
    {
      span: { start: 0, end: 48 },
      score: 0.9,
      claim: {
        kind: 'intrusion',
        speaker: 'Ana Lima',
        speaker_org: 'Norte Seguro',
        via: ['The Gazette'],
        stance: 'asserts',
        certainty: 'certain',
        actor: 'hackers',
        actor_country: null,
        target: 'servers',
        target_country: 'BR',
        object: null,
        time: '2020-03',
        quantities: [{ value: 40, unit: 'server', bound: 'at-least' }],
      },
    },
  ]);
});

test.each([
  ['an invented quote', { quote: 'Hackers stole 40 servers' }, 'quote-not-found'],
  ['an endless quote', { quote: 'a'.repeat(3000) }, 'quote-too-long'],
  ['an unknown kind', { kind: 'hacking' }, 'statement-malformed'],
  ['a field that is missing', { stance: undefined }, 'statement-malformed'],
  ['a field that nobody asked for', { verdict: 'guilty' }, 'statement-malformed'],
  ['a speaker whom the text does not name', { speaker: 'Boris Ivanov' }, 'speaker-not-in-text'],
])('%s is refused', (_, change, code) => {
  const { checked, codes } = check({ ...GOOD, ...change });
  expect(checked).toEqual([]);
  expect(codes).toEqual([code]);
});

test.each([
  ['a country that does not exist', { target_country: 'QQ' }, 'country-unknown', { target_country: null }],
  ['a country written out', { target_country: 'Brazil' }, 'country-unknown', { target_country: null }],
  ['a time that is none', { time: 'last month' }, 'time-unreadable', { time: null }],
  ['a day that does not exist', { time: '2020-02-30' }, 'time-unreadable', { time: null }],
  ['an actor whom the text does not name', { actor: 'Lazarus Group' }, 'name-not-in-text', { actor: null }],
  [
    'a quantity without a unit',
    { quantities: [{ value: 40, unit: ' ', bound: 'exact' }] },
    'quantity-unreadable',
    { quantities: [] },
  ],
])('%s is emptied', (_, change, code, claim) => {
  const { checked, codes } = check({ ...GOOD, ...change });
  expect(codes).toEqual([code]);
  expect(checked[0]?.claim).toMatchObject(claim);
});

test('one bad statement does not spoil the others', () => {
  const answer = {
    ...GOOD,
    quote: 'The embassy declined to comment',
    kind: 'response',
    speaker: 'embassy',
    stance: 'declines',
  };
  const { checked, codes } = check(null, 'text', { ...GOOD, quote: 'nothing like it' }, answer);
  expect(codes).toEqual(['statement-malformed', 'statement-malformed', 'quote-not-found']);
  expect(checked.map((c) => TEXT.slice(c.span.start, c.span.end))).toEqual(['The embassy declined to comment']);
});

test('an outlet that the document does not know is left out of the chain', () => {
  expect(check({ ...GOOD, via: ['The Gazette', 'Reuters'] }).checked[0]?.claim.via).toEqual(['The Gazette']);
});

test.each([[null], ['statements'], [{}], [{ statements: 'none' }], [[]]])('%j is no answer', (answer) => {
  const { checked, problems } = checkAnswer(DOCUMENT, { start: 0, end: TEXT.length, index: 0, of: 1 }, answer);
  expect(checked).toEqual([]);
  expect(problems.map((p) => p.code)).toEqual(['endpoint-answer-invalid']);
});

test('an endless list is cut', () => {
  const { checked, codes } = check(...Array(500).fill(GOOD));
  expect(checked.length).toBe(400);
  expect(codes).toEqual(['statements-too-many']);
});

test('whatever a model says, nothing is thrown and nothing is kept that the text does not hold', () => {
  const piece = fc
    .tuple(fc.nat(TEXT.length), fc.nat(TEXT.length))
    .map(([a, b]) => TEXT.slice(Math.min(a, b), Math.max(a, b)));
  const word = fc.oneof(piece, fc.string(), fc.constant(null), fc.jsonValue());
  const field = fc.constantFrom(...Object.keys(GOOD));
  const twisted = fc
    .array(fc.tuple(field, word), { maxLength: 3 })
    .map((changes) => ({ ...GOOD, ...Object.fromEntries(changes) }));
  fc.assert(
    fc.property(fc.array(fc.oneof(twisted, fc.jsonValue()), { maxLength: 6 }), (statements) => {
      const { checked, problems } = check(...statements);
      expect(checked.length + problems.length).toBeGreaterThanOrEqual(statements.length);
      for (const { span, claim, score } of checked) {
        expect(TEXT.slice(span.start, span.end).trim()).not.toBe('');
        expect(claim.actor_country ?? 'BR').toMatch(/^[A-Z]{2}$/);
        expect(score).toBeGreaterThanOrEqual(0);
        expect(score).toBeLessThanOrEqual(1);
      }
    }),
  );
});
