import type { Span } from '../../base/span.ts';

/**
 * The stretches of a text that may hold an address, a file or a path: a few words around every sign that such things
 * need (a dot or backslash within a word, an at, a bracketed dot). Prose has few, so that most of it is never tried
 * against the slower patterns.
 */
export function windowsOf(text: string): Span[] {
  const windows: { start: number; end: number }[] = [];
  TRAIT.lastIndex = 0;
  for (let m = TRAIT.exec(text); m; m = TRAIT.exec(text)) {
    const last = windows.at(-1);
    const start = wordsBack(text, m.index, last?.end ?? 0);
    const end = wordsOn(text, m.index + m[0].length);
    if (last && start <= last.end) last.end = Math.max(last.end, end);
    else windows.push({ start, end });
    // The same word need not be looked at again.
    TRAIT.lastIndex = Math.max(TRAIT.lastIndex, end - REACH_SKIPPED);
  }
  return windows;
}

/** Matches of a pattern within the windows, with offsets in the whole text. */
export function* matchesIn(text: string, windows: readonly Span[], pattern: RegExp): Generator<RegExpExecArray> {
  for (const { start, end } of windows) {
    for (const m of text.slice(start, end).matchAll(pattern)) {
      m.index += start;
      yield m;
    }
  }
}

const TRAIT =
  /[^\s.,;:!?]\.[^\s.,;:!?"'”’)]|[[({<] ?(?:[.@:]|[dD][oO0][tT]\b|[aA][tT]\b)|[.@:][\])}]|[@\\\u3002\uFF0E]|:\/\/|::|:[\w[]|(?<=\s|^|["'“‘(])[/~%]\w/g;
/** How many words around a sign may belong to the same thing ("C:\\Program Files (x86)\\…", "evil [dot] example [dot] com"). */
const WORDS = 6;
/** Longest thing looked for. */
const REACH = 2_500;
const REACH_SKIPPED = 200;

function wordsBack(text: string, from: number, stop: number): number {
  let at = from;
  for (let words = 0; at > stop && from - at < REACH; at--)
    if (isSpace(text.charCodeAt(at - 1)) && ++words === WORDS) break;
  return at;
}

function wordsOn(text: string, from: number): number {
  let at = from;
  for (let words = 0; at < text.length && at - from < REACH; at++)
    if (isSpace(text.charCodeAt(at)) && ++words === WORDS) break;
  return at;
}

function isSpace(code: number): boolean {
  return code === 32 || code === 10 || code === 13 || code === 9 || code === 0xa0;
}
