import { type Problem, problem } from '../../base/problem.ts';
import type { ImportedData, Incident, RecordedAttribution, Score } from '../../model/incident.ts';
import { countryCode, isCountry } from './countries.ts';
import { codedDate, coverOf } from './dates.ts';
import { type Checked, lintDates, lintDuplicates } from './lint.ts';
import { pythonList, type Row, type Rows, several } from './rows.ts';

export const EUREPOC_WEIGHTED = 'eurepoc-weighted-intensity';
export const EUREPOC_UNWEIGHTED = 'eurepoc-intensity';

const COMPONENTS = [
  'data_theft',
  'disruption',
  'hijacking',
  'physical_effects_spatial',
  'physical_effects_temporal',
] as const;
const VERY_HIGH = /multiplied by 1\.5|^very high/i;
const BY_RECEIVER = /receiver government/i;
const BY_RECEIVER_STATE = 'receiver';

/** What tells the global table from the others of EuRepoC. */
export const isEurepoc = (columns: readonly string[]): boolean =>
  ['weighted_cyber_intensity', 'initiator_country', 'name'].every((name) => columns.includes(name));
export const isEurepocAttributions = (columns: readonly string[]): boolean =>
  columns.includes('incident_ID') && columns.includes('attributed_initiator_country');

/**
 * EuRepoC's global table, with its table of attributions where there is one. Every row is kept; what is wrong with it is a problem:
 * sums that do not match their parts, impossible or swapped dates, attributions before the start, duplicates, contradicting flags.
 */
export function readEurepoc(
  { rows, problems: damaged }: Rows,
  source: string,
  attributions: readonly Row[] = [],
): { readonly data: ImportedData; readonly problems: readonly Problem[] } {
  const byIncident = new Map<string, Row[]>();
  for (const row of attributions) {
    const id = String(Number(row.cells.incident_ID));
    const group = byIncident.get(id);
    if (group) group.push(row);
    else byIncident.set(id, [row]);
  }
  const checked = rows.map((row) => incidentOf(row, source, byIncident.get(row.cells.ID ?? '')));
  const incidents = checked.map(({ incident }) => incident);
  const problems = [
    ...damaged,
    ...rows.flatMap((row, i) => [
      ...lintDates(checked[i]!),
      ...lintScores(row, checked[i]!),
      ...lintFlags(row, checked[i]!),
    ]),
    ...lintDuplicates(checked),
  ];
  const doubtful = new Set(problems.filter((p) => p.code.startsWith('date-')).map((p) => p.details.id));
  const firm = incidents.filter((i) => i.time && i.time.precision !== 'year' && !doubtful.has(i.id));
  return {
    data: {
      dataset: 'eurepoc',
      title: 'EuRepoC',
      covered: coverOf((firm.length > 0 ? firm : incidents).map((i) => i.time)),
      incidents,
      tallies: [],
    },
    problems,
  };
}

function incidentOf({ line, cells }: Row, source: string, attributions: readonly Row[] | undefined): Checked {
  const targets = countries(pythonList(cells.receiver_country ?? ''));
  const incident: Incident = {
    id: `eurepoc:${cells.ID}`,
    dataset: 'eurepoc',
    name: cells.name ?? '',
    time: codedDate(cells.start_date ?? ''),
    end: codedDate(cells.end_date ?? ''),
    initiators: countries(pythonList(cells.initiator_country ?? '')),
    targets,
    sectors: unique(pythonList(cells.receiver_category ?? '').map((text) => text.replace(/ \(.*/, ''))),
    types: several(cells.incident_type ?? '').filter(Boolean),
    unit: 'incident',
    counter: 'EuRepoC',
    origin: 'eurepoc',
    scores: scoresOf(cells),
    attributions: (attributions ?? [{ line, cells: globalAttribution(cells) }]).map((row) =>
      attributionOf(row.cells, targets),
    ),
    outcome: null,
    lanes: lanesOf(cells),
    actors: unique(
      pythonList(cells.initiator_name ?? '')
        .map(firstName)
        .filter(isSaid),
    ),
    entries: unique(several(cells.MITRE_initial_access ?? '').filter(isSaid)),
  };
  return {
    incident,
    place: { source, line, part: `incident ${cells.ID}` },
    start: cells.start_date ?? '',
    end: cells.end_date ?? '',
    description: cells.description ?? '',
  };
}

/** The global table holds several attributions side by side; its first stands for all where the other table is missing. */
function globalAttribution(cells: Row['cells']): Row['cells'] {
  const first = (name: string) => several(cells[name] ?? '')[0] ?? '';
  return {
    attribution_date: first('attribution_date'),
    attribution_basis: first('attribution_basis'),
    attributing_actor: first('attributing_actor'),
    attributing_country: first('attributing_country'),
    attributed_initiator_country: first('attributed_initiator_country'),
  };
}

function attributionOf(cells: Row['cells'], targets: readonly string[]): RecordedAttribution {
  const basis = cells.attribution_basis || null;
  const accuser = countryCode(cells.attributing_country ?? '');
  // "By the receiver's government" names the accuser where there is one receiver.
  const receiver = basis && BY_RECEIVER.test(basis) && targets.length === 1 ? targets[0]! : null;
  return {
    by: cells.attributing_actor || (receiver ? BY_RECEIVER_STATE : null),
    by_country: accuser && isCountry(accuser) ? accuser : receiver && isCountry(receiver) ? receiver : null,
    to_country: countryCode(cells.attributed_initiator_country ?? ''),
    basis,
    date: codedDate(cells.attribution_date ?? ''),
  };
}

function scoresOf(cells: Row['cells']): Score[] {
  const score = (scheme: string, text: string | undefined) => (text ? [{ scheme, value: Number(text) }] : []);
  return [
    ...score(EUREPOC_UNWEIGHTED, cells.unweighted_cyber_intensity),
    ...score(EUREPOC_WEIGHTED, cells.weighted_cyber_intensity),
  ];
}

function lanesOf(cells: Row['cells']): string[] {
  const lanes = ['cyber'];
  if (Number(cells.number_of_political_responses) > 0) lanes.push('diplomatic');
  if (Number(cells.number_of_legal_responses) > 0) lanes.push('legal');
  return lanes;
}

/** Points of a component: what its label says ("scores 2 points"), 0 for none and for not available. */
export const pointsOf = (label: string): number => Number(/scores (\d) point/.exec(label)?.[1] ?? 0);

function lintScores({ cells }: Row, { incident, place }: Checked): Problem[] {
  const sum = COMPONENTS.reduce((total, name) => total + pointsOf(cells[name] ?? ''), 0);
  const {
    unweighted_cyber_intensity: stored = '',
    weighted_cyber_intensity: weighted = '',
    target_multiplier: target = '',
  } = cells;
  const found: Problem[] = [];
  if (stored === '' || Number(stored) !== sum)
    found.push(problem('score-sum', place, { id: incident.id, stored, recomputed: sum }));
  // Without a known multiplier the score counts once.
  if (stored === '' || (weighted === '' && target === '')) return found;
  const product = Number(stored) * (VERY_HIGH.test(target) ? 1.5 : 1);
  if (weighted === '' || Math.abs(Number(weighted) - product) > 1e-9)
    found.push(problem('score-product', place, { id: incident.id, stored: weighted, recomputed: product }));
  return found;
}

function lintFlags({ cells }: Row, { incident, place }: Checked): Problem[] {
  const said = /disruption/i.test(cells.incident_type ?? '');
  if (cells.has_disruption === '' || (cells.has_disruption === 'True') === said) return [];
  return [
    problem('flag-differs', place, {
      id: incident.id,
      flag: `has_disruption ${cells.has_disruption}`,
      types: cells.incident_type ?? '',
    }),
  ];
}

/** Of "Lazarus Group/HIDDEN COBRA/… (Bureau 121)" the name that comes first. */
const firstName = (names: string): string => names.split(/\s*[/(<;]/, 1)[0]!.trim();
const isSaid = (words: string): boolean => words !== '' && !/^(?:not available|unknown|none)$/i.test(words);

const countries = (names: readonly string[]): string[] =>
  unique(names.map(countryCode).filter((code) => code !== null));
const unique = (values: readonly string[]): string[] => [...new Set(values)];
