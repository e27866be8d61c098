import type { Span } from '../../base/span.ts';
import type { IndicatorType } from '../../model/indicator.ts';
import type { Zones } from './zones.ts';

/** An artefact as found, before its role is judged. */
export interface Candidate {
  readonly type: IndicatorType;
  readonly value: string;
  readonly start: number;
  readonly end: number;
  /** Whether it was written so that nobody clicks it: then its author means it as hostile. */
  readonly defanged: boolean;
}

/** One kind of artefact. Families run in the order of their list; what an earlier one took, a later one cannot. */
export interface Family {
  readonly id: string;
  /** `windows` are the stretches that hold dots, backslashes and the like within words. */
  find(text: string, zones: Zones, windows: readonly Span[]): Iterable<Candidate>;
}

/** Up to `length` characters before a place. */
export function before(text: string, start: number, length: number): string {
  return text.slice(Math.max(0, start - length), start);
}
