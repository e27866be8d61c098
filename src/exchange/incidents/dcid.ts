import { type Problem, problem } from '../../base/problem.ts';
import type { ImportedData, Incident } from '../../model/incident.ts';
import { countryCode, cowCountry } from './countries.ts';
import { codedDate, coverOf, serialDay } from './dates.ts';
import { type Checked, lintDates, lintDuplicates } from './lint.ts';
import type { Row, Rows } from './rows.ts';

export const DCID_SEVERITY = 'dcid-severity';
const WORST = 10;

export const isDcid = (columns: readonly string[]): boolean =>
  columns.includes('Cyberincidentnum') && columns.includes('Dyadpair') && columns.includes('interactionstartdate');
/** The second sheet puts the other measures of the dispute beside the act. */
export const isDcidMeasures = (columns: readonly string[]): boolean =>
  isDcid(columns) && columns.includes('Econ_Negative');

const METHODS: Readonly<Record<string, string>> = {
  1: 'vandalism',
  2: 'denial of service',
  3: 'intrusion',
  4: 'infiltration',
};
const TARGETS: Readonly<Record<string, string>> = { 1: 'private', 2: 'government', 3: 'military' };
const OBJECTIVES: Readonly<Record<string, string>> = {
  1: 'disruption',
  2: 'short-term espionage',
  3: 'long-term espionage',
  4: 'degrade',
};
/** Columns that count hostile measures of a lane. */
const LANES = { economic: 'Econ_Negative', diplomatic: 'Diplo_Negative', military: 'Mil_Negative' } as const;

/** DCID 2.0: the sheet of incidents, and that of measures where there is one. Both sheets are compared. */
export function readDcid(
  incidentRows: Rows,
  source: string,
  measures: readonly Row[] = [],
): { readonly data: ImportedData; readonly problems: readonly Problem[] } {
  const beside = new Map<string, Row>();
  for (const row of measures) if (ownAct(row)) beside.set(keyOf(row), row);
  const checked = incidentRows.rows.map((row) => incidentOf(row, source, beside.get(keyOf(row))));
  const incidents = checked.map(({ incident }) => incident);
  const problems = [
    ...incidentRows.problems,
    ...incidentRows.rows.flatMap((row, i) => [
      ...lintDates(checked[i]!),
      ...lintDyad(row, checked[i]!),
      ...lintValues(row, checked[i]!),
      ...lintSheets(row, checked[i]!, beside.get(keyOf(row))),
    ]),
    ...lintDuplicates(checked),
  ];
  return {
    data: {
      dataset: 'dcid',
      title: 'DCID 2.0',
      covered: coverOf(incidents.map((i) => i.time)),
      incidents,
      tallies: [],
    },
    problems,
  };
}

/** A row of the second sheet is the initiator's act or the other side's answer; both carry the initiator's number. */
const ownAct = ({ cells }: Row) => cells.initiator !== cells.target;
/** Numbers of the two sheets differ, names do not. */
const keyOf = ({ cells }: Row) => `${(cells.Name ?? '').toLowerCase()}|${cells.Dyadpair}|${cells.initiator}`;

function incidentOf({ line, cells }: Row, source: string, measure: Row | undefined): Checked {
  const [a, b] = [countryCode(cells.StateA ?? ''), countryCode(cells.StateB ?? '')];
  const initiator = cowCountry(Number(cells.initiator));
  const [start, end] = [dateText(cells.interactionstartdate), dateText(cells.interactionenddate)];
  const concession = cells.Concession;
  const incident: Incident = {
    id: `dcid:${cells.Cyberincidentnum}`,
    dataset: 'dcid',
    name: cells.Name ?? '',
    time: codedDate(start),
    end: codedDate(end),
    initiators: initiator ? [initiator] : [],
    // The other state of the dyad; both where the initiator is neither.
    targets: [a, b].filter((state) => state !== null && state !== initiator) as string[],
    sectors: word(TARGETS, cells.targettype),
    types: [...word(METHODS, cells.method?.split('.')[0]), ...word(OBJECTIVES, cells.cyber_objective)],
    unit: 'incident',
    counter: 'DCID',
    origin: 'dcid',
    scores:
      cells.severity && Number.isFinite(Number(cells.severity))
        ? [{ scheme: DCID_SEVERITY, value: Number(cells.severity) }]
        : [],
    attributions: [],
    outcome: concession === '0' || concession === '1' ? { concession: concession === '1' } : null,
    lanes: [
      'cyber',
      ...Object.entries(LANES).flatMap(([lane, column]) => (Number(measure?.cells[column]) > 0 ? [lane] : [])),
    ],
  };
  return { incident, place: { source, line, part: `incident ${cells.Cyberincidentnum}` }, start, end, description: '' };
}

const word = (table: Readonly<Record<string, string>>, code: string | undefined): string[] =>
  code && table[code] ? [table[code]] : [];

/** A spreadsheet's serial number, or a date as text. */
function dateText(cell: string | undefined): string {
  if (!cell) return '';
  return /^\d{5}(?:\.\d+)?$/.test(cell) ? (serialDay(Number(cell)) ?? cell) : cell;
}

/** The first two numbers of a dyad are joined without a mark: 710732 is China and South Korea, 2365 the United States and Russia. */
function lintDyad({ cells }: Row, { incident, place }: Checked): Problem[] {
  const { initiator = '', Dyadpair: dyad = '' } = cells;
  if (dyad === '' || initiator === '' || dyad.startsWith(initiator) || dyad.endsWith(initiator)) return [];
  return [
    problem('initiator-outside-dyad', place, {
      id: incident.id,
      initiator: `${initiator} (${cowCountry(Number(initiator)) ?? 'unknown'})`,
      dyad: `${dyad} (${cells.StateA}, ${cells.StateB})`,
    }),
  ];
}

function lintValues({ cells }: Row, { incident, place }: Checked): Problem[] {
  const severity = Number(cells.severity);
  if (!(severity >= 0 && severity <= WORST))
    return [problem('value-impossible', place, { id: incident.id, field: 'severity', value: cells.severity ?? '' })];
  return [];
}

const SHARED = ['Concession', 'severity', 'cyber_objective', 'targettype'] as const;

function lintSheets({ cells }: Row, { incident, place }: Checked, measure: Row | undefined): Problem[] {
  if (!measure) return [];
  return SHARED.flatMap((field) => {
    const [first, second] = [cells[field] ?? '', measure.cells[field] ?? ''];
    return first === second ? [] : [problem('sheets-disagree', place, { id: incident.id, field, first, second })];
  });
}
