import type { Problem } from '../base/problem.ts';
import type { Span } from '../base/span.ts';
import type { DocumentText } from './document.ts';
import type { Indicator } from './indicator.ts';
import type { Statement } from './statement.ts';

/** An ATT&CK technique that a passage describes or names. */
export interface TechniqueMention extends Span {
  /** `T1566` or `T1566.001`. */
  readonly id: string;
  /** 0 to 1; 1 when the text names the identifier itself. */
  readonly score: number;
}

/** Everything read out of one document. */
export interface Reading {
  readonly statements: readonly Statement[];
  readonly indicators: readonly Indicator[];
  readonly techniques: readonly TechniqueMention[];
  readonly problems: readonly Problem[];
}

/** Turns documents into statements. Implementations: `rules` (offline, default) and `endpoint` (a language model, off by default). */
export interface Reader {
  readonly name: string;
  readonly version: string;
  /** Never throws for what a document holds; what could not be read is a problem. */
  read(document: DocumentText): Promise<Pick<Reading, 'statements' | 'problems'>>;
}
