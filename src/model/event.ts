import type { FieldSource } from '../base/fields.ts';

/**
 * A log record on its way through a matcher. Readers may hand out the same object for every record; whoever keeps something
 * copies it.
 */
export interface LogEvent extends FieldSource {
  /** The log's own number of the record (EventRecordID), else its line or row in the file, from 1. */
  readonly record: number;
  /** When it happened: milliseconds since 1970 UTC, with fractions; NaN when the record does not say. */
  readonly time: number;
  /** As the record spells it, '' where there is none. */
  readonly channel: string;
  /** -1 where there is none. */
  readonly eventId: number;
  readonly provider: string;
  readonly computer: string;
  /** What kind of log it is in Sigma's words, lower case, '' when not known: `windows`; `zeek` with service `dns`; category `webserver`. */
  readonly product: string;
  readonly category: string;
  readonly service: string;
}
