import { stableId } from '../src/base/hash.ts';
import { CERTAINTIES, KINDS, type Statement } from '../src/model/statement.ts';
import type { LedgerEntry } from '../src/store/ledger.ts';

/** Statements in one made-up report. */
export const EACH = 50;

const VERBS = [
  'attacked',
  'entered',
  'copied files of',
  'wrote to engineers of',
  'deceived',
  'denied attacking',
  'spied on',
];
const THINGS = [
  'a stolen certificate',
  'forged mails',
  'a wiper',
  'web shells',
  'borrowed passwords',
  'a backdoor',
  'tunnels',
  'old exploits',
];
const COUNTRIES = ['CN', 'KR', 'RU', 'US', 'UA', 'IR', 'IL', 'KP', null];

/** A made-up report: sentences with words of a small vocabulary, so that searches have few and many hits. The same for the same number. */
export function synthetic(n: number, each = EACH): LedgerEntry {
  const random = generator(n + 1);
  const pick = <T>(list: readonly T[]): T => list[Math.floor(random() * list.length)]!;
  const sentences: string[] = [];
  const statements: Statement[] = [];
  let offset = 0;
  for (let i = 0; i < each; i++) {
    const actor = `Group ${Math.floor(random() * 300)}`;
    const target = `Company ${Math.floor(random() * 2_000)}`;
    const quote = `${actor} ${pick(VERBS)} ${target} with ${pick(THINGS)} about topic${Math.floor(random() * 5_000)} number ${n}-${i}`;
    const stance = random() < 0.9 ? 'asserts' : pick(['denies', 'doubts', 'declines', 'demands'] as const);
    const kind = pick(KINDS);
    const month = 1 + Math.floor(random() * 12);
    statements.push({
      id: stableId('st', n, i),
      start: offset,
      end: offset + quote.length,
      quote,
      score: Math.round(random() * 100) / 100,
      extractor: { name: 'rules', version: '1' },
      kind,
      speaker: random() < 0.4 ? 'narrator' : `Analyst ${Math.floor(random() * 500)}`,
      speaker_org: random() < 0.5 ? `Firm ${Math.floor(random() * 50)}` : null,
      via: [],
      stance,
      certainty: pick(CERTAINTIES),
      actor: random() < 0.7 ? actor : null,
      actor_country: pick(COUNTRIES),
      target: random() < 0.7 ? target : null,
      target_country: pick(COUNTRIES),
      object: random() < 0.4 ? pick(THINGS) : null,
      time: random() < 0.5 ? `20${10 + Math.floor(random() * 14)}-${String(month).padStart(2, '0')}` : null,
      quantities: [],
    });
    sentences.push(quote);
    offset += quote.length + 2;
  }
  const text = `${sentences.join('. ')}.`;
  const id = stableId('doc', 'bench', n);
  return {
    document: {
      id,
      medium: 'text',
      text,
      title: `Report ${n} on ${pick(THINGS)}`,
      publisher: `Outlet ${n % 40}`,
      author: null,
      published: `20${10 + (n % 14)}-0${1 + (n % 9)}-1${n % 10}`,
      url: null,
      language: 'eng',
      blocks: [],
    },
    name: `${id}.txt`,
    bytes: new TextEncoder().encode(text),
    reading: { statements, indicators: [], techniques: [], problems: [] },
    problems: [],
    read: true,
  };
}

/** Linear congruential generator of Numerical Recipes: fixed input for every run. */
function generator(seed: number): () => number {
  let state = Math.imul(seed, 2654435761) >>> 0;
  return () => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
    return state / 2 ** 32;
  };
}
