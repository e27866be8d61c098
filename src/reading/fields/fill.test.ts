import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { DocumentText } from '../../model/document.ts';
import { readByRules } from '../rules.ts';

const document = (text: string, published: string | null = '2021-06-15'): DocumentText => ({
  id: 'doc-fields',
  medium: 'text',
  text,
  blocks: [],
  title: null,
  publisher: null,
  author: null,
  published,
  url: null,
  language: 'eng',
});
const parties = (text: string): string[] =>
  readByRules(document(text)).map(
    (s) => `${s.kind}: ${s.actor} (${s.actor_country}) → ${s.target} (${s.target_country})`,
  );

/** A text, and the parties of its statements in order: kind: actor (country) → target (country). */
const CASES: readonly [string, string, readonly string[]][] = [
  [
    'own words',
    'Iranian hackers breached a Saudi refinery in May 2020.',
    ['intrusion: Iranian hackers (IR) → Saudi refinery (SA)'],
  ],
  ['passive', 'A Dutch ministry was hacked by Russian spies.', ['intrusion: Russian spies (RU) → Dutch ministry (NL)']],
  ['no guess', 'Hackers attacked a hospital.', ['intrusion: Hackers (null) → hospital (null)']],
];

test.each(CASES)('%s', (_name, text, expected) => {
  expect(parties(text)).toEqual(expected);
});

test('a pronoun stands for the attacker before it', () => {
  const [, second] = readByRules(
    document('Iranian hackers breached a Saudi refinery. They stole blueprints from the company.'),
  );
  expect([second!.actor, second!.actor_country]).toEqual(['Iranian hackers', 'IR']);
});

test('"it" stands for no hackers', () => {
  const [, second] = readByRules(
    document('Iranian hackers breached a Saudi refinery. It stole blueprints from the company.'),
  );
  expect([second!.actor, second!.actor_country]).toEqual([null, null]);
});

test('a group is at home where the text puts it, and nowhere else', () => {
  const placed = readByRules(
    document('The China-based group Silver Finch attacked a port. Silver Finch hacked an airline.'),
  );
  expect(placed.map((s) => s.actor_country)).toEqual(['CN', 'CN']);
  const bare = readByRules(document('Lazarus Group attacked a port.'));
  expect(bare.map((s) => s.actor_country)).toEqual([null]);
});

test('what is hit in a document set in one country stands there', () => {
  const found = readByRules(
    document(
      'The library of Lyon closed. Police in Paris are investigating. Criminals broke into the library network.',
    ),
  );
  expect(found.at(-1)!.target_country).toBe('FR');
});

/** A text, and where the target of its last statement is at home. */
const TARGETS: readonly [string, string, string | null][] = [
  ['a state that accuses speaks of itself', 'Latvia accused Russian hackers of a denial-of-service attack.', 'LV'],
  ['where attacks come from', 'The Belgian party said there were attacks on its sites from inside Turkey.', 'BE'],
  ['who is charged', 'Two Iranian men hacked a Dutch port. The two men were arrested in May.', 'IR'],
  ['two verbs, one object', 'Moscow used cyberattacks to punish and pressure Tallinn.', 'EE'],
  ['a place after activity', 'The recent hacking activity in Norway was part of a Russian campaign.', 'NO'],
  ['a county', 'Criminals attacked Larkin County government on Monday.', 'US'],
  ['a county elsewhere', 'Criminals attacked Nairobi County government on Monday.', 'KE'],
  ['a company known by its home', 'Intruders broke into the network of Nokia.', 'FI'],
  ['a participle before a noun', "They demanded ransom from Atlanta to recover the city's compromised data.", 'US'],
];

test.each(TARGETS)('target: %s', (_name, text, country) => {
  expect(readByRules(document(text)).at(-1)!.target_country).toBe(country);
});

test('"it" in a quotation is not the one who speaks', () => {
  const found = readByRules(
    document('"It won’t help achieve the goal of peace or stability in the region," said Chinese spokesman Li Wei.'),
  );
  expect(found.length).toBeGreaterThan(0);
  expect(found.every(({ target_country }) => target_country === null)).toBe(true);
});

test('fields never hold a bare pronoun, and a country never stands for a phrase of two', () => {
  const sentence = fc.constantFrom(
    'They attacked it.',
    'It was hacked by them.',
    'He said they stole his data on 21 February.',
    'China and Russia attacked ministries.',
    'Beijing was accused of retaliation by Seoul.',
    'She denied it.',
    'The attackers, who they say are spies, broke into its network.',
    'Officials blamed the attack on them.',
    'Over 40 servers were hit, it said.',
  );
  fc.assert(
    fc.property(fc.array(sentence, { minLength: 1, maxLength: 5 }), (sentences) => {
      for (const found of readByRules(document(sentences.join(' ')))) {
        for (const name of [found.actor, found.target]) {
          if (name !== null)
            expect(name).not.toMatch(/^(?:it|they|them|he|she|him|her|who|which|we|us|this|that|its|their)\b/i);
        }
        if (found.actor === 'China and Russia') expect(found.actor_country).toBeNull();
      }
    }),
    { numRuns: 40 },
  );
});

describe('a case told over several sentences', () => {
  const TOLD =
    'In the first case, from May 2021 to June 2022, Iranian hackers broke into a ministry in Albania. The intruders took control of more than 70 computers.';
  const times = (text: string) => readByRules(document(text)).map(({ time }) => time);

  test('has the time told at its head, as exact as it is told', () => {
    expect(times(TOLD)).toEqual(['2021-05/2022-06', '2021-05/2022-06']);
  });

  test('ends with its paragraph, and where another time comes', () => {
    expect(times(`${TOLD}\n\nThe hackers stole the passwords of 20 officials.`)).toEqual([
      '2021-05/2022-06',
      '2021-05/2022-06',
      null,
    ]);
    expect(times(`${TOLD} In 2023, they broke into a bank. They stole 40 documents.`).slice(2)).toEqual(['2023', null]);
  });
});

test.each([
  'Over 30 attacks were routed through relay servers in Brazil, Poland and Japan, exposing private letters of 9 officials.',
  'More than 20 intrusions were launched via Brazil and Poland, compromising the mailboxes of 9 officials.',
])('what an attack ran through is no target: %s', (text) => {
  const [found] = readByRules(document(text));
  expect(found).toMatchObject({ target: null, target_country: null });
  expect(found?.quantities[0]?.bound).toBe('at-least');
});

test('a speaker has no country that only the sentence names', () => {
  const text = "John Doe, an analyst, said hackers hit South Korea's ministry. He did not say which group it was.";
  const statements = readByRules(document(text));
  expect(statements.find(({ kind }) => kind === 'response')).toMatchObject({ actor: 'John Doe', actor_country: null });
});

test.each([
  'The ministry has been dragging its feet over sanctions on Iran.',
  'The government flexed its muscles with new sanctions on Iran.',
])('a turn of phrase with a part of the body is no thing: %s', (text) => {
  expect(readByRules(document(text))[0]).toMatchObject({ object: null });
});
