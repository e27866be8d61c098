/** A half-open range `[start, end)` of UTF-16 code units in a document's text, as JavaScript's `slice` counts them. */
export interface Span {
  readonly start: number;
  readonly end: number;
}

/** Length of the common part of two spans, 0 when they do not meet. */
export function overlap(a: Span, b: Span): number {
  return Math.max(0, Math.min(a.end, b.end) - Math.max(a.start, b.start));
}

/** Whether `inner` lies within `outer`. */
export function contains(outer: Span, inner: Span): boolean {
  return outer.start <= inner.start && inner.end <= outer.end;
}

/** The span of `text.slice(start, end)` without white space at its ends; empty spans stay where they began. */
export function trimmed(text: string, { start, end }: Span): Span {
  let a = start;
  let b = end;
  while (a < b && /\s/.test(text[a]!)) a++;
  while (b > a && /\s/.test(text[b - 1]!)) b--;
  return { start: a, end: b };
}
