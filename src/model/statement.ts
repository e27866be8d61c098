import type { Span } from '../base/span.ts';

/** What is claimed. docs/MODEL.md says what each kind covers. */
export const KINDS = [
  'intrusion',
  'attribution',
  'alias',
  'uses',
  'targeting',
  'intent',
  'trend',
  'measure',
  'response',
  'effect',
] as const;
export type Kind = (typeof KINDS)[number];

/** Kinds that lay an act to their actor; the actor of a `response` only answers, that of a `measure` acts in the open. */
export const ACTING: readonly Kind[] = KINDS.filter((kind) => kind !== 'response' && kind !== 'measure');

/** How the speaker stands to the claim. */
export const STANCES = ['asserts', 'denies', 'declines', 'demands', 'doubts'] as const;
export type Stance = (typeof STANCES)[number];

/** How sure the words are, weakest hedge first to count. */
export const CERTAINTIES = ['certain', 'probable', 'possible', 'unlikely'] as const;
export type Certainty = (typeof CERTAINTIES)[number];

export const BOUNDS = ['exact', 'at-least', 'at-most', 'about'] as const;
export type Bound = (typeof BOUNDS)[number];

/** A number that a claim carries: `{ value: 40, unit: 'attack', bound: 'at-least' }` for "over 40 attacks". */
export interface Quantity {
  readonly value: number;
  /** Bare head noun in the singular. */
  readonly unit: string;
  readonly bound: Bound;
}

/** What a claim says, apart from where it stands and who read it. Names follow the files other programs exchange, hence snake_case. */
export interface Claim {
  readonly kind: Kind;
  /** Person or body whose claim it is; `narrator` when the document says it in its own voice. */
  readonly speaker: string;
  readonly speaker_org: string | null;
  /** Outlets or people through which it came, outermost first, without the narrator. */
  readonly via: readonly string[];
  readonly stance: Stance;
  readonly certainty: Certainty;
  readonly actor: string | null;
  /** ISO 3166-1 alpha-2, as all `_country` fields. */
  readonly actor_country: string | null;
  readonly target: string | null;
  readonly target_country: string | null;
  readonly object: string | null;
  /** `YYYY`, `YYYY-MM`, `YYYY-MM-DD` or a range `A/B`; see base/time. */
  readonly time: string | null;
  readonly quantities: readonly Quantity[];
}

/** Who read the statement out of the text, so that readings by different versions can be compared. */
export interface Extractor {
  readonly name: string;
  readonly version: string;
}

/** Somebody's claim with its passage. `quote` is exactly `text.slice(start, end)` of its document. */
export interface Statement extends Claim, Span {
  /** Stable for the same document, passage, kind and extractor. */
  readonly id: string;
  readonly quote: string;
  /** The extractor's own confidence, 0 to 1. */
  readonly score: number;
  readonly extractor: Extractor;
}

export const NARRATOR = 'narrator';
