import { describe, expect, test } from 'vitest';
import { type Comparable, contentWords, sameThing, sideOf, topicKeys } from './contradiction.ts';

const plain: Comparable = {
  kind: 'intrusion',
  stance: 'asserts',
  speaker: 'Firm One',
  actor: 'Chinese hackers',
  actor_country: 'CN',
  target: 'Lotte Mart',
  target_country: 'KR',
  object: 'servers',
  time: '2017-03',
  quote: 'Chinese hackers broke into servers of Lotte Mart in March',
  document: 'a',
};
const denial: Comparable = {
  ...plain,
  kind: 'response',
  stance: 'denies',
  speaker: 'Ministry of Foreign Affairs',
  actor: 'Ministry of Foreign Affairs',
  object: 'break-in',
  time: null,
  quote: 'The ministry denied any part in the break-in at Lotte Mart',
  document: 'b',
};

describe('the same thing', () => {
  test.each<[string, Partial<Comparable>, Partial<Comparable>]>([
    ['a charge and the denial of the accused state, by the name of the victim', {}, {}],
    ['the same intrusion, doubted elsewhere', {}, { ...plain, stance: 'doubts', document: 'b' }],
    [
      'a denial in the same text, whose object is only "the allegations"',
      {},
      {
        document: 'a',
        target: null,
        target_country: null,
        object: 'allegations',
        quote: 'Beijing rejected the allegations',
      },
    ],
    [
      'an answer without an actor: whoever speaks answers',
      { actor: 'APT10', document: 'a' },
      { document: 'a', actor: null, speaker: 'APT10', target: null, target_country: null, quote: 'It was not us' },
    ],
    [
      'two motives for one campaign',
      { kind: 'intent', object: 'retaliation for THAAD' },
      {
        ...plain,
        kind: 'intent',
        stance: 'denies',
        object: 'retaliation',
        quote: 'It was not retaliation',
        document: 'b',
      },
    ],
    [
      'a measure and its denial',
      { kind: 'measure', target: 'Lotte Mart', object: 'closure of stores' },
      { object: 'closure of stores' },
    ],
  ])('%s', (_, a, b) => {
    expect(sameThing({ ...plain, ...a }, { ...denial, ...b })).not.toBeNull();
  });

  test.each<[string, Partial<Comparable>, Partial<Comparable>]>([
    ['kinds that cannot speak of one thing', { kind: 'intent' }, {}],
    ['another victim', { target: 'Sony Pictures', quote: 'Chinese hackers broke into Sony Pictures' }, {}],
    ['another state accused', { actor_country: 'RU', actor: 'Russian hackers' }, {}],
    ['times that exclude each other', { time: '2015' }, { time: '2017-03' }],
    [
      'only words that every report has',
      { target: 'companies', quote: 'hackers attacked companies', object: null },
      { target: 'companies', object: 'hacking attacks', quote: 'denied hacking companies' },
    ],
    [
      'only a country and a country',
      { target: 'a firm', quote: 'hackers broke in', object: null },
      { target: 'an agency', quote: 'denied it', object: 'it' },
    ],
  ])('not: %s', (_, a, b) => {
    expect(sameThing({ ...plain, ...a }, { ...denial, ...b })).toBeNull();
  });

  const answer = { ...denial, target: null, target_country: null, object: null, document: 'a' } as const;
  test.each<[string, Partial<Comparable>, Partial<Comparable>]>([
    [
      'sanctions and the denial of restrictions',
      { kind: 'attribution', actor: 'Beijing', quote: 'Koreans accuse Beijing of unofficial sanctions' },
      { quote: 'denies any knowledge of restrictions' },
    ],
    ['a charge and "rejected the accusation"', { kind: 'attribution' }, { quote: 'rejected the accusation' }],
  ])('%s', (_, a, b) => {
    expect(sameThing({ ...plain, ...a }, { ...answer, ...b })).not.toBeNull();
  });

  test.each<[string, Partial<Comparable>, Partial<Comparable>]>([
    ['an intrusion and the denial of restrictions', {}, { quote: 'denied any knowledge of restrictions on firms' }],
    ['what a tool does and "rejected the accusation"', { kind: 'uses' }, { quote: 'rejected the accusation' }],
    ['"rejected the accusation" in another text', {}, { quote: 'rejected the accusation', document: 'b' }],
    ['a denial and one that repeats it', { kind: 'response', quote: 'China said it opposes theft' }, {}],
    [
      'what one speaker says and leaves out',
      { kind: 'intent', quote: 'made for intelligence purposes' },
      {
        kind: 'intent',
        quote: 'made for intelligence purposes, not to break anything',
        object: 'intelligence purposes',
      },
    ],
    [
      'what a group did and a doubt who it is',
      { kind: 'uses', object: null },
      {
        ...plain,
        kind: 'attribution',
        stance: 'doubts',
        target: null,
        object: null,
        actor_country: null,
        target_country: null,
        speaker: 'Expert',
        quote: 'nobody can tell who is behind it',
      },
    ],
    [
      'the denial of a payment to hackers',
      { kind: 'effect', quote: 'the hack crippled offices' },
      { quote: 'denied paying the hackers' },
    ],
    ['two sentences of one speaker', { speaker: 'Analyst' }, { ...plain, speaker: 'Analyst', stance: 'doubts' }],
    [
      'victims of the same country',
      { kind: 'effect', target: 'a town', quote: 'the town paid ransom', actor: null, actor_country: null },
      {
        kind: 'effect',
        target: 'an agency',
        target_country: 'KR',
        quote: 'the agency paid no ransom',
        actor: null,
        actor_country: null,
      },
    ],
  ])('not: %s', (_, a, b) => {
    expect(sameThing({ ...plain, ...a }, { ...answer, ...b })).toBeNull();
  });

  test('the reason names what is shared', () => {
    expect(sameThing(plain, denial)).toEqual({
      score: 5,
      reason: 'actor country: CN; target: Lotte Mart; charge: attacks',
      general: false,
    });
  });
});

test.each([
  ['asserts', 'x', 'claim'],
  ['denies', 'x', 'denial'],
  ['doubts', 'x', 'denial'],
  ['demands', 'x', null],
  ['declines', 'declined to comment', null],
  ['declines', 'said it was not aware of any breach', 'denial'],
  ['declines', 'had no knowledge of the attack', 'denial'],
] as const)('%s, "%s": %s', (stance, quote, side) => {
  expect(sideOf({ stance, quote })).toBe(side);
});

test('content words leave out common ones and endings', () => {
  expect([...contentWords('The hackers were attacking two Companies’ stolen certificates')]).toEqual([
    'stolen',
    'certificate',
  ]);
  expect(contentWords(null).size).toBe(0);
});

test('a claim and its denial share a topic; strangers do not', () => {
  const shared = (a: readonly number[], b: readonly number[]) => a.filter((key) => b.includes(key)).length;
  expect(shared(topicKeys(plain), topicKeys(denial))).toBeGreaterThan(0);
  expect(
    shared(topicKeys(plain), topicKeys({ ...denial, target: 'Sony', quote: 'denied any part in the matter of Sony' })),
  ).toBe(0);
});
