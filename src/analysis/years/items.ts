import { nameKeyOf } from '../../knowledge/names/key.ts';
import type { Intrusion } from '../../model/case.ts';
import type { Incident } from '../../model/incident.ts';
import type { AttackClaims, YearSplit } from '../../model/year.ts';
import { CLAIMS_COUNTER, CLAIMS_UNIT } from '../trend/claims.ts';
import { withoutRetelling } from './retold.ts';
import { type NameOf, SPLITS, type Value } from './values.ts';

export const CASES_COUNTER = 'case files on record';
export const CASES_UNIT = 'intrusion';

/** One thing that is counted once. */
export interface Item {
  /** Null without a date, or with one that lies in no one year. */
  readonly year: number | null;
  /** What it has of the split; several values put it into several rows. */
  readonly values: readonly Value[];
  readonly disputed: boolean;
  /** ISO codes: who is accused, who was hit. */
  readonly accused: readonly string[];
  readonly targets: readonly string[];
  /** Numbers of statements, ids of incidents, or names of cases. */
  readonly records: readonly (number | string)[];
}

/** Everything one counter counted in one unit. */
export interface ItemSeries {
  readonly source: string;
  readonly counter: string;
  readonly unit: string;
  readonly told: boolean;
  readonly items: readonly Item[];
}

const identity: NameOf = (name) => ({ key: nameKeyOf(name), label: name });

/**
 * Reported attacks: claims of an attack that share origin, time, accused country and target country count once, as in a trend
 * (where no country is known, actor and target must be the same words). What one report
 * tells again counts once. Claims of what was used in them only add to what they tell.
 */
export function reportedAttacks(claims: readonly AttackClaims[], by: YearSplit, nameOf: NameOf = identity): ItemSeries {
  const attacks = new Map<string, { told: AttackClaims[]; added: AttackClaims[] }>();
  for (const claim of claims) {
    const key = `${claim.origin}|${claim.time_first}|${claim.time_last}|${claim.actor_country}|${claim.target_country}|${claim.who}`;
    const held = attacks.get(key) ?? { told: [], added: [] };
    attacks.set(key, held);
    (claim.kind === 'intrusion' ? held.told : held.added).push(claim);
  }
  const { ofClaims } = SPLITS[by];
  const items: Item[] = [];
  for (const { told, added } of withoutRetelling([...attacks.values()])) {
    const first = told[0]!;
    items.push({
      year: first.time_first === null ? null : Number(first.time_first.slice(0, 4)),
      values: unique([...told, ...(by === 'entry' ? added : [])].flatMap((claim) => ofClaims(claim, nameOf))),
      disputed: told.some(({ disputed }) => disputed > 0),
      accused: first.actor_country ? [first.actor_country] : [],
      targets: first.target_country ? [first.target_country] : [],
      records: told.flatMap(({ statements }) => statements),
    });
  }
  return { source: 'statements', counter: CLAIMS_COUNTER, unit: CLAIMS_UNIT, told: true, items };
}

/** Incidents of data sets, one series for each data set, counter and unit. */
export function codedIncidents(incidents: readonly Incident[], by: YearSplit, nameOf: NameOf = identity): ItemSeries[] {
  const series = new Map<string, ItemSeries & { items: Item[] }>();
  const told = new Set<string>();
  const { ofIncident } = SPLITS[by];
  for (const incident of incidents) {
    const { dataset, counter, unit, time } = incident;
    const key = `${dataset}|${counter}|${unit}`;
    const held = series.get(key) ?? { source: dataset, counter, unit, told: true, items: [] };
    series.set(key, held);
    const values = unique(ofIncident?.(incident, nameOf) ?? []);
    if (values.length > 0) told.add(key);
    held.items.push({
      // The time of an incident is when it began: a range over two years says that the year is not known.
      year: time && time.first.slice(0, 4) === time.last.slice(0, 4) ? Number(time.first.slice(0, 4)) : null,
      values,
      disputed: false,
      accused: incident.initiators,
      targets: incident.targets,
      records: [incident.id],
    });
  }
  return [...series].map(([key, one]) => ({ ...one, told: by === 'year' || told.has(key) }));
}

/** Intrusions of case files, in the year of their first access. */
export function caseIntrusions(
  cases: readonly { readonly name: string; readonly intrusions: readonly Intrusion[] }[],
  by: YearSplit,
): ItemSeries {
  const { ofCase } = SPLITS[by];
  const items = cases.flatMap(({ name, intrusions }) =>
    intrusions.map((intrusion): Item => {
      const year = Number(/^\d{4}/.exec(intrusion.first_access)?.[0]);
      return {
        year: year || null,
        values: unique(ofCase?.(intrusion) ?? []),
        disputed: false,
        accused: [],
        targets: [],
        records: [name],
      };
    }),
  );
  return { source: 'cases', counter: CASES_COUNTER, unit: CASES_UNIT, told: ofCase !== null, items };
}

const unique = (values: readonly Value[]): Value[] =>
  values.length < 2 ? [...values] : [...new Map(values.map((value) => [value.key, value])).values()];
