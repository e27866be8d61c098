import type { StatementView } from '../../../src/http/contract/index.ts';
import { KINDS } from '../../words/kinds.ts';
import { countryName } from '../../words/names.ts';
import { type Days, type Domain, toDays } from './scale.ts';

/** A statement on the time axis, from the first day to the day after the last. */
export interface Mark {
  readonly statement: StatementView;
  readonly index: number;
  readonly from: Days;
  readonly to: Days;
}

export interface Lane {
  readonly key: string;
  readonly title: string;
  readonly dated: readonly Mark[];
  readonly undated: readonly StatementView[];
}

export type LaneBy = 'kind' | 'country';

const NOT_SAID = '';

/** Sorts statements into lanes; kinds keep their order, countries go by number. Empty lanes are left out. */
export function lanesOf(dated: readonly StatementView[], undated: readonly StatementView[], by: LaneBy): Lane[] {
  const keyOf = (s: StatementView) => (by === 'kind' ? s.kind : (s.actor_country ?? NOT_SAID));
  const marks = marksOf(dated);
  const counts = new Map<string, number>();
  for (const s of [...dated, ...undated]) counts.set(keyOf(s), (counts.get(keyOf(s)) ?? 0) + 1);
  const keys = [...counts.keys()].sort((a, b) =>
    by === 'kind'
      ? KINDS.indexOf(a as never) - KINDS.indexOf(b as never)
      : Number(a === NOT_SAID) - Number(b === NOT_SAID) || counts.get(b)! - counts.get(a)!,
  );
  return keys.map((key) => ({
    key,
    title: by === 'kind' ? key : key === NOT_SAID ? 'not said' : countryName(key),
    dated: marks.filter((m) => keyOf(m.statement) === key),
    undated: undated.filter((s) => keyOf(s) === key),
  }));
}

/** Statements with a time, in order of their first day. */
export function marksOf(dated: readonly StatementView[]): Mark[] {
  return dated
    .flatMap((statement) =>
      statement.when ? [{ statement, from: toDays(statement.when.first), to: toDays(statement.when.last) + 1 }] : [],
    )
    .sort((a, b) => a.from - b.from || b.to - a.to)
    .map((mark, index) => ({ ...mark, index }));
}

/** First and last day of all marks with some room at both ends; the present year when there are none. */
export function wholeDomain(marks: readonly Mark[]): Domain {
  const today = Math.floor(Date.now() / 86_400_000);
  if (marks.length === 0) return [today - 365, today];
  const from = Math.min(...marks.map((m) => m.from));
  const to = Math.max(...marks.map((m) => m.to));
  const room = Math.max(15, (to - from) * 0.03);
  return [from - room, to + room];
}

/** A row for each interval such that none covers another in its row; `width` keeps narrow ones apart. Rows count from 0. */
export function rowsOf(intervals: readonly { readonly left: number; readonly width: number }[]): {
  rows: number[];
  count: number;
} {
  const ends: number[] = [];
  const rows = intervals.map(({ left, width }) => {
    const free = ends.findIndex((end) => end <= left);
    const row = free < 0 ? ends.length : free;
    ends[row] = left + width;
    return row;
  });
  return { rows, count: Math.max(1, ends.length) };
}
