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
  /** By source: `EuRepoC 12, statements 2`. */
  readonly sources: string;
}

/** At most `room` accusers and accused. Sources are added up in a cell, for the picture alone; its text names each. */
export function accusationTable(rows: readonly AccusationRow[], room: number): AccusationTable {
  const top = (of: (row: AccusationRow) => string) => {
    const totals = new Map<string, number>();
    for (const row of rows) totals.set(of(row), (totals.get(of(row)) ?? 0) + row.accusations + row.denied);
    return [...totals].sort((a, b) => b[1] - a[1] || a[0].localeCompare(b[0])).map(([code]) => code);
  };
  const accusers = top((row) => row.accuser ?? NO_STATE).slice(0, room);
  const accused = top((row) => row.accused).slice(0, room);
  const cells = accusers.map((accuser) =>
    accused.map((code): AccusationCell => {
      const here = rows.filter((row) => (row.accuser ?? NO_STATE) === accuser && row.accused === code);
      return {
        accusations: here.reduce((sum, row) => sum + row.accusations, 0),
        denied: here.reduce((sum, row) => sum + row.denied, 0),
        sources: here.map((row) => `${row.source} ${row.accusations}`).join(', '),
      };
    }),
  );
  const pairs = new Set(rows.map((row) => `${row.accuser}|${row.accused}`)).size;
  const shown = cells.flat().filter((cell) => cell.sources !== '').length;
  return {
    accusers,
    accused,
    cells,
    most: Math.max(1, ...cells.flat().map((cell) => cell.accusations)),
    left: pairs - shown,
  };
}
