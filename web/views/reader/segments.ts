import type { Span } from '../../../src/http/contract/index.ts';

/** Something that is marked in the text. */
export interface Marked extends Span {
  readonly id: string;
}

/** A stretch of text under the same marks, the widest first. */
export interface Segment extends Span {
  readonly ids: readonly string[];
}

/** Cuts a block wherever a mark begins or ends, so that every piece stands under one set of marks. */
export function segments(block: Span, marks: readonly Marked[]): Segment[] {
  const here = marks.filter((m) => m.start < block.end && block.start < m.end && m.start < m.end);
  const cuts = new Set([block.start, block.end]);
  for (const { start, end } of here) {
    if (start > block.start) cuts.add(start);
    if (end < block.end) cuts.add(end);
  }
  const edges = [...cuts].sort((a, b) => a - b);
  return edges.slice(0, -1).map((start, i) => {
    const end = edges[i + 1] as number;
    const over = here.filter((m) => m.start < end && start < m.end);
    return { start, end, ids: over.sort(wideFirst).map((m) => m.id) };
  });
}

/** A line under the text for each mark: marks that overlap get different lines, counted from 0, the nearest to the text. */
export function underlineLevels(marks: readonly Marked[]): ReadonlyMap<string, number> {
  const levels = new Map<string, number>();
  const ends: number[] = [];
  for (const mark of [...marks].sort((a, b) => a.start - b.start || a.end - b.end)) {
    const free = ends.findIndex((end) => end <= mark.start);
    const level = free < 0 ? ends.length : free;
    ends[level] = mark.end;
    levels.set(mark.id, level);
  }
  return levels;
}

function wideFirst(a: Marked, b: Marked): number {
  return b.end - b.start - (a.end - a.start) || a.start - b.start;
}
