import { type Place, type Problem, problem } from '../../base/problem.ts';
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
  const acts = ownActs(measures);
  const beside = new Map<string, Row>();
  for (const row of acts) if (!beside.has(keyOf(row))) beside.set(keyOf(row), row);
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
    ...lintAlike(incidentRows.rows, checked),
    ...measures.flatMap((row) => lintMeasures(row, source)),
    ...lintPartners(acts, incidentRows.rows, source),
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

/**
 * The second sheet holds pairs of rows, the initiator's act and the other side's answer; both carry one number. A row that follows
 * one of its own number and dyad is the answer.
 */
function ownActs(measures: readonly Row[]): Row[] {
  const acts: Row[] = [];
  let open: Row | null = null;
  for (const row of measures) {
    const answers: boolean =
      open !== null &&
      row.cells.Cyberincidentnum === open.cells.Cyberincidentnum &&
      row.cells.Dyadpair === open.cells.Dyadpair;
    if (!answers) acts.push(row);
    open = answers ? null : row;
  }
  return acts;
}

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

/** Totals of the second sheet: how many of the kinds of measures beside them were taken. */
const TOTALS: Readonly<Record<string, readonly string[]>> = {
  Diplo_Negative: ['Ddeny/reject-', 'Dthreat/demand-'],
  Diplo_Positive: ['Dnegotiate+', 'Dagreement+'],
  Econ_Negative: ['Ereduce-', 'Ethreat-', 'Eemb/sanc-'],
  Econ_Positive: ['Ecoop+', 'Eease+', 'Eaid+'],
  Mil_Negative: ['Mthreat-', 'Mdisplay-', 'Musage-'],
  Mil_Positive: ['Mpromise+', 'Mcoop+', 'Mconfid+'],
};

const measurePlace = ({ line, cells }: Row, source: string): Place => ({
  source,
  line,
  part: `measures, ${cells.Name || `incident ${cells.Cyberincidentnum}`}`,
});

function lintMeasures(row: Row, source: string): Problem[] {
  const id = `dcid:${row.cells.Cyberincidentnum}`;
  return Object.entries(TOTALS).flatMap(([total, parts]) => {
    if (row.cells[total] === undefined || !parts.every((part) => part in row.cells)) return [];
    const counted = parts.filter((part) => Number(row.cells[part] || 0) !== 0).length;
    const stored = row.cells[total] || '0';
    if (Number(stored) === counted) return [];
    return [problem('total-differs', measurePlace(row, source), { id, field: total, stored, recomputed: counted })];
  });
}

/** Acts of the second sheet without an incident of their name, dyad and initiator in the first. */
function lintPartners(acts: readonly Row[], incidents: readonly Row[], source: string): Problem[] {
  const known = new Set(incidents.map(keyOf));
  return acts
    .filter((row) => !known.has(keyOf(row)))
    .map((row) =>
      problem('row-alone', measurePlace(row, source), { id: `dcid:${row.cells.Cyberincidentnum}` }, 'note'),
    );
}

const CODED = [
  'Dyadpair',
  'initiator',
  'interactionstartdate',
  'interactionenddate',
  'method',
  'targettype',
  'cyber_objective',
  'severity',
] as const;
const NEAR_DAYS = 31;
const DAY_MS = 86_400_000;

/** Incidents coded alike in everything but the name; and those of one pair and target, a month apart at most, whose names begin alike. */
function lintAlike(rows: readonly Row[], checked: readonly Checked[]): Problem[] {
  const found: Problem[] = [];
  const coded = new Map<string, string>();
  const begun = new Map<string, Checked[]>();
  for (const [i, { cells }] of rows.entries()) {
    const { incident, place, start } = checked[i]!;
    const all = CODED.map((name) => cells[name]).join('|');
    const same = coded.get(all);
    if (same) found.push(problem('row-duplicate', place, { id: incident.id, of: same }));
    else coded.set(all, incident.id);
    const word = /^\p{L}{5,}/u.exec(incident.name)?.[0].toLowerCase();
    if (!word) continue;
    const key = `${word}|${cells.Dyadpair}|${cells.initiator}|${cells.targettype}`;
    const group = begun.get(key) ?? [];
    const near = group.find((other) => Math.abs(Date.parse(other.start) - Date.parse(start)) <= NEAR_DAYS * DAY_MS);
    if (near && !same) found.push(problem('row-alike', place, { id: incident.id, of: near.incident.id }, 'note'));
    begun.set(key, [...group, checked[i]!]);
  }
  return found;
}
