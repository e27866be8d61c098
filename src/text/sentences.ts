import type { Span } from '../base/span.ts';
import { trimmed } from '../base/span.ts';
import type { DocumentText } from '../model/document.ts';
import { ABBREVIATIONS, MAY_END, OPENERS } from './abbreviations.ts';

const CLOSERS = /["”’'»)\]]/;
const OPENING = /["“‘'«([]/;
/** `.`, `!`, `?` or an ellipsis. */
const stops = (code: number): boolean => code === 0x2e || code === 0x21 || code === 0x3f || code === 0x2026;

/**
 * Splits text into sentences, in order, without overlap; white space between them belongs to none. A block border (paragraph,
 * heading, list item) always ends a sentence; without blocks an empty line does. Abbreviations, initials, decimals, ellipses
 * and list numbers do not; a closing quotation mark stays with the sentence it closes. Cost is linear in the text.
 */
export function splitSentences(text: string, blocks: readonly Span[] = paragraphs(text)): Span[] {
  return blocks.flatMap((block) => splitBlock(text, block));
}

/** The sentences of a document, found once for all that read it. */
export function documentSentences(document: Pick<DocumentText, 'text' | 'blocks'>): readonly Span[] {
  let spans = found.get(document);
  if (!spans) {
    spans = document.blocks.length ? splitSentences(document.text, document.blocks) : splitSentences(document.text);
    found.set(document, spans);
  }
  return spans;
}

const found = new WeakMap<object, readonly Span[]>();

/** Stretches of text between empty lines. */
export function paragraphs(text: string): Span[] {
  const spans: Span[] = [];
  let start = 0;
  for (const gap of text.matchAll(/\r?\n[ \t]*(?:\r?\n[ \t]*)+/g)) {
    spans.push({ start, end: gap.index });
    start = gap.index + gap[0].length;
  }
  spans.push({ start, end: text.length });
  return spans.map((span) => trimmed(text, span)).filter((span) => span.end > span.start);
}

function splitBlock(text: string, block: Span): Span[] {
  const sentences: Span[] = [];
  let start = block.start;
  let i = block.start;
  while (i < block.end) {
    if (!stops(text.charCodeAt(i))) {
      i++;
      continue;
    }
    let end = i + 1;
    while (end < block.end && stops(text.charCodeAt(end))) end++;
    while (end < block.end && CLOSERS.test(text[end]!) && !opensNext(text, end, block.end)) end++;
    if (endsSentence(text, start, i, end, block.end)) {
      push(sentences, text, start, end);
      start = end;
    }
    i = end;
  }
  push(sentences, text, start, block.end);
  return sentences;
}

/** A straight quote glued to the next word opens that word's quotation rather than closing the one before. */
function opensNext(text: string, at: number, limit: number): boolean {
  const next = at + 1 < limit ? text[at + 1]! : '';
  return (text[at] === '"' || text[at] === "'") && /[\p{L}\p{N}]/u.test(next) && at > 0 && /\s/.test(text[at - 1]!);
}

function endsSentence(text: string, start: number, stop: number, end: number, limit: number): boolean {
  if (end >= limit) return true;
  const rest = text.slice(end, Math.min(limit, end + 40));
  const ahead = /^(\s*)(["“‘'«([]*)(\S*)/.exec(rest)!;
  const [, space, quote, next] = ahead as unknown as [string, string, string, string];
  if (!next && !quote) return true;
  // "word.Next" without a space is a sentence end only between a word of letters and a capitalised word; else a name or number.
  if (!space) {
    if (quote && OPENING.test(quote)) return /^\p{Lu}/u.test(next);
    return end > stop + 1
      ? /^\p{Lu}/u.test(next)
      : /[\p{Ll})”"’]{3}$/u.test(text.slice(start, stop)) && /^\p{Lu}\p{Ll}+(?:\s|,|’|'|$)/u.test(next);
  }
  if (/^[\p{Ll},;:]/u.test(next)) return false;
  if (text[stop] !== '.') return true;
  const word = /([\p{L}\p{N}.&-]*)$/u.exec(text.slice(Math.max(start, stop - 24), stop))![1]!;
  const plain = word.toLowerCase().replace(/^\.+/, '');
  if (text.slice(stop, end).startsWith('..')) return /^\p{Lu}/u.test(next);
  if (/^\p{Lu}$/u.test(word)) return OPENERS.has(next.toLowerCase()); // initials
  if (/^(?:\d{1,2}|[a-z]|[ivx]{1,4})$/i.test(word) && text.slice(start, stop).trim() === word) return false; // list numbers
  if (ABBREVIATIONS.has(plain) || /^(?:\p{L}\.)+\p{L}$/u.test(word)) {
    if (plain === 'no' && !/^\d/.test(next)) return /^["“‘']?\p{Lu}/u.test(quote + next);
    if (!MAY_END.has(plain) && !/^(?:\p{L}\.)+\p{L}$/u.test(word)) return false;
    return OPENERS.has(next.toLowerCase().replace(/[^\p{L}].*$/u, '')) && /^\p{Lu}/u.test(next);
  }
  return true;
}

function push(sentences: Span[], text: string, start: number, end: number): void {
  const span = trimmed(text, { start, end });
  if (span.end > span.start) sentences.push(span);
}
