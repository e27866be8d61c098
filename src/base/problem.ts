/** Where something went wrong, as narrow as it is known. Offsets are UTF-16 code units of the document text, bytes of a file. */
export interface Place {
  readonly source?: string;
  readonly page?: number;
  readonly line?: number;
  readonly column?: number;
  readonly offset?: number;
  readonly part?: string;
}

/** What to make of a problem: `error` means the input gave nothing, `warning` that part of it is missing, `note` that it was left out on purpose. */
export type Severity = 'error' | 'warning' | 'note';

/** Bad input as a value: a code from a closed list a layer owns, a place and typed details. Words for it live in `problem-words.ts`. */
export interface Problem {
  readonly code: string;
  readonly severity: Severity;
  readonly place: Place;
  readonly details: Readonly<Record<string, string | number | boolean>>;
}

/** Builds a problem; everything but the code is optional. */
export function problem(
  code: string,
  place: Place = {},
  details: Problem['details'] = {},
  severity: Severity = 'warning',
): Problem {
  return Object.freeze({ code, severity, place: Object.freeze(place), details: Object.freeze(details) });
}
