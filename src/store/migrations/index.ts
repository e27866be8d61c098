import * as record from './001-record.ts';
import * as appendOnly from './002-append-only.ts';
import * as derived from './003-derived.ts';
import * as plainMarks from './004-plain-marks.ts';
import * as weighings from './006-weighings.ts';
import * as measure from './007-measure.ts';
import * as cases from './008-cases.ts';
import * as caseRecords from './009-case-records.ts';
import * as attacks from './011-attacks.ts';

export interface Migration {
  readonly name: string;
  readonly statements: readonly string[];
}

/** In order; a name that stands here is never changed once released. */
export const MIGRATIONS: readonly Migration[] = [
  record,
  appendOnly,
  derived,
  plainMarks,
  weighings,
  measure,
  cases,
  caseRecords,
  attacks,
];
