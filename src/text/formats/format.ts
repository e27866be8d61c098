import type { Problem } from '../../base/problem.ts';
import type { Block, DocumentFacts, Medium, Source } from '../../model/document.ts';
import type { Limits } from '../limits.ts';

/** What a format found: text with its blocks and facts. Identity and language are added by `extract`. */
export interface Found {
  readonly medium: Medium;
  readonly text: string;
  readonly blocks: readonly Block[];
  readonly facts: Partial<DocumentFacts>;
  /** Tells the documents of one source apart; empty where there is only one. */
  readonly key: string;
}

/** A source within a source (a mail's attachment), read by whatever format it has. */
export interface Part {
  readonly key: string;
  readonly source: Source;
}

export interface Outcome {
  readonly found: readonly Found[];
  readonly parts?: readonly Part[];
  readonly problems: readonly Problem[];
}

/** How sure a format is that a source is its own: the highest wins, the earlier in the registry among equals. */
export const SURE = { no: 0, guess: 1, name: 2, declared: 3, bytes: 4 } as const;

/** What recognising looks at. */
export interface Signs {
  readonly bytes: Uint8Array;
  /** First 4 KB, one character a byte, without a byte order mark and leading white space. */
  readonly head: string;
  /** Lower-case ending of the name without the dot, "" when there is none. */
  readonly extension: string;
  /** Lower-case media type without parameters, "" when unknown. */
  readonly mediaType: string;
}

/** One way documents come. Formats never throw for bad bytes: what went wrong is a problem with its place. */
export interface Format {
  readonly id: Medium;
  recognises(signs: Signs): number;
  read(source: Source, limits: Limits): Promise<Outcome>;
}

export const NOTHING: Outcome = { found: [], problems: [] };
