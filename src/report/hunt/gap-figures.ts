/** A sign that a log is not whole, in one log of one file. Times are ISO 8601. */
export type Sign = SignPlace &
  (
    | ClearedSign
    | MissingSign
    | { readonly kind: 'repeated'; readonly firstRecord: number; readonly lastRecord: number }
    | SilenceSign
    | ClockBackSign
    | ClockSetSign
  );

interface SignPlace {
  readonly computer: string;
  readonly channel: string;
  readonly file: string;
}

/** A log was cleared (Security 1102, System 104). `log` is the one that was, as far as the record says. */
interface ClearedSign {
  readonly kind: 'cleared';
  readonly record: number;
  readonly time: string | null;
  readonly log: string;
  readonly account: string;
}

/** Record numbers are missing between two records. */
interface MissingSign {
  readonly kind: 'missing';
  readonly firstRecord: number;
  readonly lastRecord: number;
  /** Times of the records before and after. */
  readonly before: string | null;
  readonly after: string | null;
}

/** No records for far longer than is usual in this log. */
interface SilenceSign {
  readonly kind: 'silence';
  readonly before: string;
  readonly after: string;
  readonly seconds: number;
  /** Whether records beside it say that the machine or the log service stopped or started. */
  readonly shutdown: boolean;
}

/** A record is older than the one before it. */
interface ClockBackSign {
  readonly kind: 'clock-back';
  readonly record: number;
  readonly before: string;
  readonly after: string;
  readonly seconds: number;
}

/** The clock was set (Security 4616), by so many seconds. */
interface ClockSetSign {
  readonly kind: 'clock-set';
  readonly record: number;
  readonly time: string | null;
  readonly seconds: number;
  readonly account: string;
}

export interface GapFigures {
  /** Logs (computer, channel, file) that were examined. */
  readonly logs: number;
  /** Logs whose record numbers could not be examined: they are extracts, or have none. */
  readonly extracts: number;
  readonly unnumbered: number;
  /** The gravest kinds first, then by time; `more` counts those that found no room. */
  readonly signs: readonly Sign[];
  readonly more: number;
  /** Events that belong to logs beyond the limit of how many are kept apart. */
  readonly leftOut: number;
}
