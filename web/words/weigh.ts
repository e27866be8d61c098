import type { Confidence, Flip, Forgeability, Rating } from '../../src/http/contract/index.ts';

/** Ratings in the order of their keys. */
export const RATING_KEYS: readonly (readonly [key: string, rating: Rating | null, words: string])[] = [
  ['1', 'CC', 'very consistent'],
  ['2', 'C', 'consistent'],
  ['3', 'N', 'neutral'],
  ['4', 'I', 'inconsistent'],
  ['5', 'II', 'very inconsistent'],
  ['0', 'NA', 'does not apply'],
  ['Backspace', null, 'not rated'],
];

export const FORGEABILITY_WORDS: Readonly<Record<Forgeability, string>> = {
  easy: 'easy to forge',
  hard: 'hard to forge',
  unverifiable: 'cannot be checked from outside',
  unknown: '',
};

export const RELIABILITY_WORDS: Readonly<Record<string, string>> = {
  A: 'completely reliable',
  B: 'usually reliable',
  C: 'fairly reliable',
  D: 'not usually reliable',
  E: 'unreliable',
  F: 'cannot be judged',
};

export const CREDIBILITY_WORDS: Readonly<Record<string, string>> = {
  '1': 'confirmed',
  '2': 'probably true',
  '3': 'possibly true',
  '4': 'doubtful',
  '5': 'improbable',
  '6': 'cannot be judged',
};

export const CONFIDENCES: readonly Confidence[] = ['low', 'moderate', 'high'];

/** "74 %"; nothing is said to be certain. */
export function percent(p: number): string {
  if (p < 0.005) return '<1 %';
  if (p > 0.995) return '>99 %';
  return `${Math.round(p * 100)} %`;
}

/** "is likely", "has a roughly even chance". */
export function verbed(words: string): string {
  if (!words.endsWith('chance')) return `is ${words}`;
  return words.startsWith('roughly') ? `has a ${words}` : `has ${words}`;
}

export function listed(names: readonly string[]): string {
  return names.length < 2 ? (names[0] ?? '') : `${names.slice(0, -1).join(', ')} and ${names.at(-1)}`;
}

/** What becomes of the lead. */
export function leadWords({ leaders }: Pick<Flip, 'leaders'>): string {
  return leaders.length > 1 ? `${listed(leaders)} tie` : `${leaders[0]} leads`;
}
