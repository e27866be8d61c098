import type { Credibility, Evidence, Reliability } from '../../../src/http/contract/index.ts';

/** Evidence as the form has it: text everywhere, empty for "not said". */
export interface Draft {
  readonly text: string;
  readonly source: string;
  readonly via: string;
  readonly reliability: string;
  readonly credibility: string;
  readonly type: string;
  readonly origin: string;
  readonly absence: boolean;
  readonly looked: string;
}

export const blank: Draft = {
  text: '',
  source: '',
  via: '',
  reliability: '',
  credibility: '',
  type: '',
  origin: '',
  absence: false,
  looked: '',
};

export function draftOf(item: Evidence): Draft {
  return {
    text: item.text,
    source: item.source ?? '',
    via: item.via.join(', '),
    reliability: item.grade?.reliability ?? '',
    credibility: item.grade?.credibility ?? '',
    type: item.type ?? '',
    origin: item.origin ?? '',
    absence: item.absence,
    looked: item.looked ?? '',
  };
}

/**
 * What the form says, with what it does not show as it was before. Half a grade leaves the other half "cannot be judged"; a grade
 * takes the place of a weight set by hand.
 */
export function readDraft(draft: Draft, before?: Evidence): Omit<Evidence, 'id'> {
  const graded = draft.reliability !== '' || draft.credibility !== '';
  return {
    text: draft.text.trim(),
    type: draft.type || null,
    source: draft.source.trim() || null,
    via: draft.via
      .split(',')
      .map((name) => name.trim())
      .filter(Boolean),
    origin: draft.origin.trim() || null,
    grade: graded
      ? {
          reliability: (draft.reliability || 'F') as Reliability,
          credibility: (draft.credibility || '6') as Credibility,
        }
      : null,
    weight: graded ? null : (before?.weight ?? null),
    forgeability: before?.forgeability ?? null,
    absence: draft.absence,
    looked: draft.absence ? draft.looked.trim() || null : null,
    date: before?.date ?? null,
    statements: before?.statements ?? [],
    records: before?.records ?? [],
    note: before?.note ?? null,
  };
}

/** The first free id of a series. */
export function nextId(prefix: string, taken: readonly string[]): string {
  let n = 1;
  while (taken.includes(`${prefix}${n}`)) n++;
  return `${prefix}${n}`;
}
