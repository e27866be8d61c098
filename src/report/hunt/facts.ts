import type { Problem } from '../../base/problem.ts';
import type { GapFigures } from './gap-figures.ts';
import type { LogonFigures } from './logon-figures.ts';
import type { TallyFigures } from './tally.ts';

/** What the engine knows about a run and the sightings do not tell. Everything may be empty; texts are shown as they are. */
export interface RunFacts {
  /** Version of the program. */
  readonly version: string;
  /** `stream`, `duckdb`, `clickhouse`. */
  readonly engine: string;
  /** ISO 8601 instant. */
  readonly started: string;
  readonly seconds: number;
  /** The run was stopped before its end: everything counts only what was read until then. */
  readonly stopped: boolean;
  /** Files and folders as the user named them. */
  readonly inputs: readonly string[];
  readonly files: number;
  readonly bytes: number;
  readonly events: number;
  /** Hits left out because the same hit stood in another copy of the log. */
  readonly duplicates: number;
  readonly rules: RuleFacts;
  /** Indicators that were looked for, 0 for none. */
  readonly indicators: number;
  /** What the user left out, in words: `level high or above`, `since 2024-05-01`. */
  readonly filters: readonly string[];
  /** Events by channel, event id and host; null when they were not counted. */
  readonly tally: TallyFigures | null;
  readonly logons: LogonFigures | null;
  readonly gaps: GapFigures | null;
  /** What was not read, and why; `moreProblems` counts those that found no room. */
  readonly problems: readonly Problem[];
  readonly moreProblems: number;
}

export interface RuleFacts {
  readonly loaded: number;
  /** Why rules were not loaded, in words, with how many of them and some of their files. */
  readonly notLoaded: readonly {
    readonly reason: string;
    readonly count: number;
    readonly examples: readonly string[];
  }[];
  /** Rules that were loaded but whose log source no input has: they could not match. Null when not known. */
  readonly withoutLogs: number | null;
}
