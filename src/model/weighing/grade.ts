/**
 * The Admiralty (NATO) system: A to F for the reliability of a source, 1 to 6 for the credibility of what it says. F and 6 mean
 * "cannot be judged": not known, which is something else than middling (C, 3).
 */
export const RELIABILITIES = ['A', 'B', 'C', 'D', 'E', 'F'] as const;
export type Reliability = (typeof RELIABILITIES)[number];

export const CREDIBILITIES = ['1', '2', '3', '4', '5', '6'] as const;
export type Credibility = (typeof CREDIBILITIES)[number];

export interface Grade {
  readonly reliability: Reliability;
  readonly credibility: Credibility;
}

export const RELIABILITY_WORDS: Readonly<Record<Reliability, string>> = {
  A: 'completely reliable',
  B: 'usually reliable',
  C: 'fairly reliable',
  D: 'not usually reliable',
  E: 'unreliable',
  F: 'reliability cannot be judged',
};

export const CREDIBILITY_WORDS: Readonly<Record<Credibility, string>> = {
  '1': 'confirmed by other sources',
  '2': 'probably true',
  '3': 'possibly true',
  '4': 'doubtful',
  '5': 'improbable',
  '6': 'truth cannot be judged',
};

/** How easily somebody who wants to mislead can make such a trace (after Skopik and Pahi 2020: traces differ in this). */
export const FORGEABILITIES = ['easy', 'hard', 'unverifiable', 'unknown'] as const;
export type Forgeability = (typeof FORGEABILITIES)[number];

const GRADE = /^([A-F])([1-6])$/i;

/** Reads `C3`; null for anything else. */
export function parseGrade(text: string): Grade | null {
  const m = GRADE.exec(text.trim());
  return m ? { reliability: m[1]!.toUpperCase() as Reliability, credibility: m[2] as Credibility } : null;
}

export function gradeText({ reliability, credibility }: Grade): string {
  return `${reliability}${credibility}`;
}
