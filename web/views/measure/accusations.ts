import type { ActionOutput } from '../../../src/http/contract/index.ts';

export type AccusationRow = ActionOutput<'countries.get'>['accusations']['rows'][number];

/** No state: a firm, a paper, or nobody named. */
export const NO_STATE = '';

/** Who accuses whom as a table: sides by how often they stand in it, the most first; `cells[accuser][accused]`. */
export interface AccusationTable {
  readonly accusers: readonly string[];
  readonly accused: readonly string[];
  readonly cells: readonly (readonly AccusationCell[])[];
  readonly most: number;
  /** Pairs that have no room. */
  readonly left: number;
}

export interface AccusationCell {
  readonly accusations: number;
  readonly denied: number;
}

/** Sources of the rows, in their order: each counts on its own, and is never added to another. */
export const sourcesOf = (rows: readonly AccusationRow[]): string[] => [...new Set(rows.map(({ source }) => source))];

/** The rows of one source as a table of at most `room` accusers and accused. */
export function accusationTable(all: readonly AccusationRow[], source: string, room: number): AccusationTable {
  const rows = all.filter((row) => row.source === source);
  const top = (of: (row: AccusationRow) => string) => {
    const totals = new Map<string, number>();
    for (const row of rows) totals.set(of(row), (totals.get(of(row)) ?? 0) + row.accusations + row.denied);
    return [...totals].sort((a, b) => b[1] - a[1] || a[0].localeCompare(b[0])).map(([code]) => code);
  };
  const accusers = top((row) => row.accuser ?? NO_STATE).slice(0, room);
  const accused = top((row) => row.accused).slice(0, room);
  const cells = accusers.map((accuser) =>
    accused.map((code): AccusationCell => {
      const here = rows.find((row) => (row.accuser ?? NO_STATE) === accuser && row.accused === code);
      return { accusations: here?.accusations ?? 0, denied: here?.denied ?? 0 };
    }),
  );
  const shown = cells.flat().filter(({ accusations, denied }) => accusations + denied > 0).length;
  return {
    accusers,
    accused,
    cells,
    most: Math.max(1, ...cells.flat().map((cell) => cell.accusations)),
    left: rows.length - shown,
  };
}
