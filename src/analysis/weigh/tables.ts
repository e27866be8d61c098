import type { Credibility, Forgeability, Reliability } from '../../model/weighing/grade.ts';
import type { Rating } from '../../model/weighing/rating.ts';

/** Ratings as numbers, for spread and agreement. */
export const POINTS: Readonly<Record<Rating, number | null>> = { CC: 2, C: 1, N: 0, I: -1, II: -2, NA: null };

/** What an inconsistent cell costs its hypothesis (Heuer counts inconsistencies; Burton and Knowles 2010 weigh II double). */
export const INCONSISTENCY: Readonly<Record<Rating, number>> = { CC: 0, C: 0, N: 0, I: 1, II: 2, NA: 0 };

/** P(evidence | hypothesis) that a rating stands for. NA has none. */
export const LIKELIHOODS: Readonly<Record<Exclude<Rating, 'NA'>, number>> = {
  CC: 0.8,
  C: 0.6,
  N: 0.4,
  I: 0.2,
  II: 0.05,
};

/** Worth of a grade, 0 to 1; null for "cannot be judged". The steps are those of MISP's admiralty-scale without its 50 for F and 6. */
export const RELIABILITY_WEIGHT: Readonly<Record<Reliability, number | null>> = {
  A: 1,
  B: 0.75,
  C: 0.5,
  D: 0.25,
  E: 0,
  F: null,
};
export const CREDIBILITY_WEIGHT: Readonly<Record<Credibility, number | null>> = {
  '1': 1,
  '2': 0.75,
  '3': 0.5,
  '4': 0.25,
  '5': 0,
  '6': null,
};
/** One step of the scale. */
export const STEP = 0.25;

/** Two sums closer than this are equal: they differ by rounding only. */
export const TIE = 1e-9;

export interface KindOfEvidence {
  readonly words: string;
  readonly forgeability: Forgeability;
}

/**
 * Kinds of traces with how easily they are forged. The order of the classes follows Skopik and Pahi 2020; where a kind stands in it
 * is our own proposal. "Unverifiable" traces are the hardest to forge and the hardest to check from outside.
 */
export const KINDS_OF_EVIDENCE: Readonly<Record<string, KindOfEvidence>> = {
  language: { words: 'language, keyboard, code page of artefacts', forgeability: 'easy' },
  timestamps: { words: 'compile times and other time stamps', forgeability: 'easy' },
  'working-hours': { words: 'working hours and holidays over months', forgeability: 'hard' },
  'address-location': { words: 'country of a network address', forgeability: 'easy' },
  'public-tool': { words: 'a tool that anybody can get', forgeability: 'easy' },
  'private-tool': { words: 'a tool or protocol of its own', forgeability: 'hard' },
  registration: { words: 'patterns of registering domains and servers', forgeability: 'hard' },
  tracking: { words: 'the same infrastructure or group tracked for years', forgeability: 'hard' },
  targeting: { words: 'who was attacked', forgeability: 'hard' },
  behaviour: { words: 'what the intruders did and did not do', forgeability: 'hard' },
  claim: { words: 'a claim of responsibility', forgeability: 'easy' },
  denial: { words: 'a denial', forgeability: 'easy' },
  testimony: { words: "a victim's or witness's statement", forgeability: 'easy' },
  location: { words: 'where people or units are', forgeability: 'hard' },
  signals: { words: 'signals intelligence', forgeability: 'unverifiable' },
  seizure: { words: 'a seized server or device', forgeability: 'unverifiable' },
  indictment: { words: 'an indictment or sanctions notice', forgeability: 'unverifiable' },
};
