import type { Sighting } from '../../model/sighting.ts';
import type { FrequencyFigures } from './frequency.ts';

/** What the hits of a hunt amount to. Lists of level counts are in the order of `LEVELS`; times are ISO 8601, null when no hit has one. */
export interface HuntFigures extends Span {
  readonly hits: number;
  /** Hits whose record says no time: they are in no chart. */
  readonly undated: number;
  readonly levels: readonly number[];
  /** In the order of an intrusion. A hit whose rule names two tactics counts for both. */
  readonly tactics: readonly TacticFigures[];
  readonly techniques: readonly TechniqueFigures[];
  /** The gravest first. */
  readonly hosts: readonly HostFigures[];
  readonly rules: readonly RuleFigures[];
  /** In the order of their names. */
  readonly files: readonly FileFigures[];
  readonly frequency: FrequencyFigures;
  /** Hits that found no room in a table, by table; zero everywhere unless a run has more than its limits. */
  readonly leftOut: { readonly hosts: number; readonly rules: number; readonly files: number };
  /** Whether the counts of hosts by rule and rules by host are whole; otherwise they are lower bounds. */
  readonly pairsComplete: boolean;
}

interface Span {
  readonly first: string | null;
  readonly last: string | null;
}

export interface TacticFigures {
  readonly tactic: string;
  readonly hits: number;
  readonly levels: readonly number[];
  readonly rules: number;
}

export interface TechniqueFigures {
  readonly technique: string;
  /** The tactics that rules with this technique name; '' where they name none. */
  readonly tactics: readonly string[];
  readonly hits: number;
  readonly levels: readonly number[];
  readonly rules: number;
}

export interface HostFigures extends Span {
  readonly host: string;
  readonly hits: number;
  readonly levels: readonly number[];
  readonly rules: number;
}

export interface RuleFigures extends Span {
  readonly id: string;
  readonly title: string;
  readonly level: string;
  readonly status: string;
  readonly tags: readonly string[];
  readonly hits: number;
  /** Hosts by hits, the most first, at most 20; `hostCount` counts all. */
  readonly hosts: readonly (readonly [host: string, hits: number])[];
  readonly hostCount: number;
  /** The first three hits, their fields shortened. */
  readonly examples: readonly Example[];
}

export interface FileFigures extends Span {
  readonly file: string;
  readonly hits: number;
  readonly levels: readonly number[];
}

export type Example = Pick<Sighting, 'file' | 'record' | 'time' | 'computer' | 'fields'>;
