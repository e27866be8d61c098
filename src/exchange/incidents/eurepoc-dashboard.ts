import { type Problem, problem } from '../../base/problem.ts';
import type { ImportedData, Incident } from '../../model/incident.ts';
import { countryCode } from './countries.ts';
import { codedDate, coverOf } from './dates.ts';
import { EUREPOC_WEIGHTED } from './eurepoc.ts';
import { type Checked, lintDates } from './lint.ts';
import type { Row, Rows } from './rows.ts';

/** Columns that every table of the dashboard has: one row for each pair, type, sector or issue of an incident. */
const SHARED = ['ID', 'receiver_country', 'initiator_country'] as const;
const WORST = 15;

export const isDashboard = (columns: readonly string[]): boolean =>
  SHARED.every((name) => columns.includes(name)) && !columns.includes('name');
/** A table that alone makes incidents: dated, with types and scores. */
export const isDashboardMain = (columns: readonly string[]): boolean =>
  isDashboard(columns) && ['start_date', 'incident_type', 'weighted_cyber_intensity'].every((c) => columns.includes(c));

/** Fields that must not differ between the rows of one incident. */
const ONE_VALUE = ['start_date', 'weighted_cyber_intensity'] as const;

interface Draft {
  readonly line: number;
  readonly source: string;
  readonly one: Map<string, string>;
  readonly initiators: Set<string>;
  readonly targets: Set<string>;
  readonly sectors: Set<string>;
  readonly types: Set<string>;
  readonly lanes: Set<string>;
}

/**
 * The tables behind EuRepoC's dashboard, which are in long form: rows of one ID are one incident, in whatever table. They have no
 * names, ends, components of scores or accusers; what is given is checked, and rows of one incident that differ are problems.
 */
export function readDashboard(tables: readonly (Rows & { readonly name: string })[]): {
  readonly data: ImportedData;
  readonly problems: readonly Problem[];
} {
  const problems: Problem[] = [];
  const drafts = new Map<string, Draft>();
  for (const { rows, name, problems: damaged } of tables) {
    problems.push(...damaged);
    for (const row of rows) {
      const id = row.cells.ID;
      if (!id) {
        problems.push(problem('row-without', { source: name, line: row.line }, { field: 'ID' }));
        continue;
      }
      const draft = drafts.get(id) ?? started(row, name);
      drafts.set(id, draft);
      merge(draft, row, name, problems);
    }
  }
  // Without names nothing tells a repeated incident from a second one on the same day.
  const checked = [...drafts].map(([id, draft]) => incidentOf(id, draft, problems));
  problems.push(...checked.flatMap(lintDates));
  const incidents = checked.map(({ incident }) => incident);
  const firm = incidents.filter((i) => i.time && i.time.precision !== 'year');
  return {
    data: {
      dataset: 'eurepoc',
      title: 'EuRepoC (dashboard)',
      covered: coverOf((firm.length > 0 ? firm : incidents).map((i) => i.time)),
      incidents,
      tallies: [],
    },
    problems,
  };
}

const started = ({ line }: Row, source: string): Draft => ({
  line,
  source,
  one: new Map(),
  initiators: new Set(),
  targets: new Set(),
  sectors: new Set(),
  types: new Set(),
  lanes: new Set(['cyber']),
});

function merge(draft: Draft, { line, cells }: Row, source: string, problems: Problem[]): void {
  for (const field of ONE_VALUE) {
    const [first, second] = [draft.one.get(field), cells[field]];
    if (!second) continue;
    if (first === undefined) draft.one.set(field, second);
    else if (!same(first, second))
      problems.push(problem('sheets-disagree', { source, line }, { id: `eurepoc:${cells.ID}`, field, first, second }));
  }
  for (const [to, column] of [
    [draft.initiators, 'initiator_country'],
    [draft.targets, 'receiver_country'],
  ] as const) {
    const code = countryCode(cells[column] ?? '');
    if (code) to.add(code);
  }
  if (cells.incident_type) draft.types.add(cells.incident_type);
  if (cells.receiver_category) draft.sectors.add(cells.receiver_category.replace(/ \(.*/, ''));
  if (Number(cells.political_response) > 0) draft.lanes.add('diplomatic');
  if (Number(cells.legal_response) > 0) draft.lanes.add('legal');
}

/** The same words, or the same number: 1 and 1.0. */
const same = (a: string, b: string) => a === b || (Number.isFinite(Number(a)) && Number(a) === Number(b));

function incidentOf(id: string, draft: Draft, problems: Problem[]): Checked {
  const [start, score] = [draft.one.get('start_date') ?? '', draft.one.get('weighted_cyber_intensity')];
  const incident: Incident = {
    id: `eurepoc:${id}`,
    dataset: 'eurepoc',
    name: '',
    time: codedDate(start),
    end: null,
    initiators: [...draft.initiators],
    targets: [...draft.targets],
    sectors: [...draft.sectors],
    types: [...draft.types],
    unit: 'incident',
    counter: 'EuRepoC',
    origin: 'eurepoc',
    scores: score !== undefined && possible(score) ? [{ scheme: EUREPOC_WEIGHTED, value: Number(score) }] : [],
    attributions: [],
    outcome: null,
    lanes: [...draft.lanes],
  };
  const place = { source: draft.source, line: draft.line, part: `incident ${id}` };
  if (score !== undefined && !possible(score))
    problems.push(
      problem('value-impossible', place, { id: incident.id, field: 'weighted_cyber_intensity', value: score }),
    );
  return { incident, place, start, end: '', description: '' };
}

const possible = (score: string) => Number(score) >= 0 && Number(score) <= WORST;
