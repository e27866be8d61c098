import type { Value } from '../base/fields.ts';

/** A record that a rule or an indicator matched: one line of `hunt --jsonl`. */
export interface Sighting {
  /** The file as the user named it, `archive.zip/inner.evtx` for files in archives. */
  readonly file: string;
  readonly record: number;
  /** ISO 8601 with microseconds where the log has them, null when the record does not say. */
  readonly time: string | null;
  readonly channel: string;
  readonly event_id: number | null;
  readonly computer: string;
  readonly rule: MatchedRule;
  /** The fields that made it match, by the rule's name for them. */
  readonly fields: Readonly<Record<string, Exclude<Value, undefined>>>;
}

/** The rule as far as outputs need it. An indicator match has level `high` and tags of the indicator. */
export interface MatchedRule {
  readonly id: string;
  readonly title: string;
  readonly level: string;
  readonly status: string;
  readonly tags: readonly string[];
}
