import { type Problem, problem } from '../../base/problem.ts';
import { findPlaces } from '../../knowledge/countries.ts';
import type { ImportedData, Incident } from '../../model/incident.ts';
import { countryCode, isCountry } from './countries.ts';
import { codedDate, coverOf, serialDay } from './dates.ts';
import { type Checked, lintDates, lintDuplicates } from './lint.ts';
import type { Row, Rows } from './rows.ts';

export const isCfr = (columns: readonly string[]): boolean =>
  ['Title', 'Sponsor', 'Victims', 'Affiliations'].every((name) => columns.includes(name));

/** The first word of a response, and the lane it belongs to. */
const RESPONSES: Readonly<Record<string, string>> = {
  denouncement: 'diplomatic',
  denial: 'response',
  confirmation: 'response',
  'criminal charges': 'legal',
  sanctions: 'economic',
  'hack back': 'cyber',
};

/**
 * The CFR Cyber Operations Tracker. Its date is that of disclosure, not of the act, so its unit is a disclosure. Rows without a
 * type describe actors and are left out of the incidents.
 */
export function readCfr(
  { rows, problems: damaged }: Rows,
  source: string,
): { readonly data: ImportedData; readonly problems: readonly Problem[] } {
  const problems: Problem[] = [...damaged];
  const checked = rows.flatMap((row): Checked[] => {
    const strange = sponsors(row.cells.Sponsor ?? '').filter((name) => !sponsor(name) && countryCode(name) !== null);
    for (const value of strange)
      problems.push(
        problem('value-impossible', { source, line: row.line }, { id: `cfr:${row.line}`, field: 'Sponsor', value }),
      );
    if (row.cells.Type) return [incidentOf(row, source)];
    problems.push(
      problem('row-without', { source, line: row.line, part: row.cells.Title ?? '' }, { field: 'Type' }, 'note'),
    );
    return [];
  });
  const incidents = checked.map(({ incident }) => incident);
  problems.push(...checked.flatMap(lintDates), ...lintDuplicates(checked));
  return {
    data: {
      dataset: 'cfr',
      title: 'CFR Cyber Operations Tracker',
      covered: coverOf(incidents.map((i) => i.time)),
      incidents,
      tallies: [],
    },
    problems,
  };
}

function incidentOf({ line, cells }: Row, source: string): Checked {
  const date = /^\d{5}(?:\.\d+)?$/.test(cells.Date ?? '') ? (serialDay(Number(cells.Date)) ?? '') : (cells.Date ?? '');
  const response = (cells.Response ?? '').toLowerCase();
  const lane = Object.entries(RESPONSES).find(([start]) => response.startsWith(start))?.[1];
  const incident: Incident = {
    id: `cfr:${line}`,
    dataset: 'cfr',
    name: cells.Title ?? '',
    time: codedDate(date),
    end: null,
    initiators: states(cells.Sponsor ?? ''),
    targets: [...new Set(findPlaces(cells.Victims ?? '').flatMap(({ country }) => (country ? [country] : [])))],
    sectors: list(cells.Category ?? ''),
    types: list(cells.Type ?? ''),
    unit: 'disclosure',
    counter: 'CFR',
    origin: 'cfr',
    scores: [],
    attributions: [],
    outcome: null,
    lanes: lane ? ['cyber', lane] : ['cyber'],
  };
  return { incident, place: { source, line }, start: date, end: '', description: cells.Description ?? '' };
}

const list = (text: string): string[] => text.split(/,\s*/).filter(Boolean);
/** Names that hold a comma of their own: `Palestine, State of`. */
const INVERTED = /,\s*((?:State|Republic|Province) of)\b/gi;
const sponsors = (text: string): string[] => list(text.replace(INVERTED, ' ($1)'));
/** A state; anything else in the column is a row whose cells have slipped. */
function sponsor(name: string): string | null {
  const code = countryCode(name);
  return code && isCountry(code) ? code : null;
}
const states = (text: string): string[] => [
  ...new Set(
    sponsors(text)
      .map(sponsor)
      .filter((code) => code !== null),
  ),
];
