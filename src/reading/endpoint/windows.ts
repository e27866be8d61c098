import { type Span, trimmed } from '../../base/span.ts';
import type { DocumentText } from '../../model/document.ts';

/** A stretch of a document that fits one request. */
export interface Window extends Span {
  readonly index: number;
  readonly of: number;
}

/**
 * Cuts a document into windows of at most `size` characters. They begin and end on paragraph borders; each repeats the
 * last paragraphs of the one before, up to `overlap` characters, so that no statement is cut in two. A paragraph
 * longer than a window is cut at sentence ends, or where the size forces it.
 */
export function windows(document: Pick<DocumentText, 'text' | 'blocks'>, size: number, overlap: number): Window[] {
  const parts = pieces(document, size);
  const spans: Span[] = [];
  for (let first = 0; first < parts.length; ) {
    let last = first;
    while (last + 1 < parts.length && parts[last + 1]!.end - parts[first]!.start <= size) last++;
    spans.push({ start: parts[first]!.start, end: parts[last]!.end });
    if (last + 1 === parts.length) break;
    first = backBy(parts, first, last, overlap);
  }
  return number(spans);
}

/** The two halves of a window, cut on the border nearest its middle; empty when it is a single piece too short to cut. */
export function halves(document: Pick<DocumentText, 'text' | 'blocks'>, window: Window): Window[] {
  const length = window.end - window.start;
  if (length < 400) return [];
  const parts = pieces(document, Math.ceil(length / 2)).filter((p) => p.start < window.end && p.end > window.start);
  const middle = window.start + length / 2;
  const cut = parts
    .map((p) => p.start)
    .filter((start) => start > window.start)
    .sort((a, b) => Math.abs(a - middle) - Math.abs(b - middle))[0];
  if (cut === undefined) return [];
  return [
    { ...window, end: cut },
    { ...window, start: cut },
  ];
}

function number(spans: readonly Span[]): Window[] {
  return spans.map((span, index) => ({ ...span, index, of: spans.length }));
}

/** Index of the piece with which the next window begins: after `first`, so that each window goes on. */
function backBy(parts: readonly Span[], first: number, last: number, overlap: number): number {
  let next = last + 1;
  while (next - 1 > first && parts[last]!.end - parts[next - 1]!.start <= overlap) next--;
  return next;
}

function pieces({ text, blocks }: Pick<DocumentText, 'text' | 'blocks'>, size: number): Span[] {
  const whole = blocks.length ? blocks : paragraphs(text);
  return whole.flatMap((span) => cut(text, span, size)).filter((s) => text.slice(s.start, s.end).trim() !== '');
}

function paragraphs(text: string): Span[] {
  const runs = text.matchAll(/(?:(?!\n[ \t]*\n)[\s\S])+/g);
  return [...runs].map((m) => trimmed(text, { start: m.index, end: m.index + m[0].length }));
}

function cut(text: string, span: Span, size: number): Span[] {
  const spans: Span[] = [];
  let start = span.start;
  while (span.end - start > size) {
    const end = start + sentenceEnd(text.slice(start, start + size));
    spans.push({ start, end });
    start = end;
  }
  spans.push({ start, end: span.end });
  return spans;
}

/** Offset behind the last sentence end (or blank) in the second half of the text, else its length. */
function sentenceEnd(text: string): number {
  const half = text.length / 2;
  for (const pattern of [/[.!?]["'”’)\]]?\s+/g, /\s+/g]) {
    const ends = [...text.matchAll(pattern)].map((m) => m.index + m[0].length).filter((end) => end > half);
    if (ends.length) return ends.at(-1)!;
  }
  return text.length;
}
