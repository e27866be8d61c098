import type { Problem } from '../base/problem.ts';
import type { Span } from '../base/span.ts';

/** What a stretch of text is in its document's layout. */
export const BLOCK_KINDS = ['title', 'heading', 'paragraph', 'item', 'quote', 'caption', 'table', 'code'] as const;
export type BlockKind = (typeof BLOCK_KINDS)[number];

/** A paragraph, heading or list item; `page` counts from 1 where the format has pages. Blocks are in text order and do not overlap. */
export interface Block extends Span {
  readonly kind: BlockKind;
  readonly page?: number;
}

/** Formats the program reads. `unknown` documents are kept and said not to be read. */
export const MEDIA = ['html', 'pdf', 'docx', 'eml', 'markdown', 'text', 'feed', 'unknown'] as const;
export type Medium = (typeof MEDIA)[number];

/** What is known of a document besides its text; null where neither the document nor the user says it. */
export interface DocumentFacts {
  readonly title: string | null;
  readonly publisher: string | null;
  readonly author: string | null;
  /** `YYYY`, `YYYY-MM` or `YYYY-MM-DD`. */
  readonly published: string | null;
  /** Canonical URL where the document names one, else the URL it came from. */
  readonly url: string | null;
  /** ISO 639-3 code of the main language ("eng"), null when too little text. */
  readonly language: string | null;
}

/** A document as text with stable offsets. All spans of statements and indicators count in `text`. */
export interface DocumentText extends DocumentFacts {
  /** Stable: derived from the content hash of the original bytes (and the entry, for feeds and mail parts). */
  readonly id: string;
  readonly medium: Medium;
  readonly text: string;
  readonly blocks: readonly Block[];
}

/** Bytes to read, with what is already known about them. */
export interface Source {
  readonly bytes: Uint8Array;
  /** Path, URL or `-`; used in problems and for recognising the format. */
  readonly name: string;
  readonly url?: string;
  /** From an HTTP header, e.g. `text/html; charset=windows-1252`. */
  readonly contentType?: string;
  /** Facts the user gave; they go before what the document says. */
  readonly given?: Partial<DocumentFacts>;
}

/** What came out of a source: one document for most, several for feeds and mails with attachments, none for hopeless bytes. */
export interface Extraction {
  readonly documents: readonly DocumentText[];
  readonly problems: readonly Problem[];
}

export const ENGLISH = 'eng';
