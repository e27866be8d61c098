import { compared, type Profiles, type Term } from './profiles.ts';
import { parentOf, type Topic, topicOf } from './topics.ts';

/**
 * How a candidate is compared with what was seen. Each is a number a candidate; all but the last two are sums over the items, so that every item's part is known.
 *
 * | feature | what |
 * |---|---|
 * | `techniqueCover` | idf share of the seen techniques that the candidate is known for |
 * | `parentCover` | the same by parent technique, so that different sub-techniques of one technique meet |
 * | `malwareCover` | seen malware that it is known for, each divided by the number of candidates known for it |
 * | `techniqueCosine`, `softwareCosine` | idf cosine of seen and known, one topic at a time |
 * | `techniqueOdds`, `softwareOdds` | ln of how much likelier the candidate's reports tell of the items than all reports do (Dirichlet prior), over √n |
 * | `nearestReport` | idf cosine with the most similar single report about the candidate |
 * | `allReports` | root of the summed squared cosines with its reports, by age |
 * | `impliedTechniques` | idf share of the seen techniques that its own malware implements |
 * | `softwareBeside` | seen software described in reports about the candidate |
 * | `otherOdds` | as `softwareOdds`, for vulnerabilities, sectors, countries, infrastructure |
 * | `activity` | ln of its recent reports: the base rate of being reported on |
 * | `profileSize` | ln of how much is known of it |
 */
export const FEATURES = [
  'techniqueCover',
  'parentCover',
  'malwareCover',
  'techniqueCosine',
  'softwareCosine',
  'techniqueOdds',
  'softwareOdds',
  'nearestReport',
  'allReports',
  'impliedTechniques',
  'softwareBeside',
  'otherOdds',
  'activity',
  'profileSize',
] as const;
export type Feature = (typeof FEATURES)[number];

const REPORTS = ['nearestReport', 'allReports'] as const;
/** The features that an item of a topic has a part in. */
export const FEATURES_OF: Readonly<Record<Topic, readonly Feature[]>> = {
  technique: ['techniqueCover', 'parentCover', 'techniqueCosine', 'techniqueOdds', 'impliedTechniques', ...REPORTS],
  software: ['malwareCover', 'softwareCosine', 'softwareOdds', 'softwareBeside', ...REPORTS],
  vulnerability: ['otherOdds'],
  sector: ['otherOdds'],
  country: ['otherOdds'],
  infrastructure: ['otherOdds'],
};

/** A matrix of features × candidates, and what explaining it needs. */
export interface Comparison {
  readonly items: readonly string[];
  readonly values: Readonly<Record<Feature, Float64Array>>;
  /** By candidate: its most similar report, or -1. By report: the idf dot product with the items. */
  readonly nearest: Int32Array;
  readonly dots: Float64Array;
  readonly scale: Scale;
  /** Years from the end of the facts until what is asked about, 0 where it lies before. */
  readonly late: number;
  /** Idf share of the seen techniques and software that the candidate with the highest such share is known for. */
  readonly contained: number;
}

type Add = (feature: Feature, candidate: number, amount: number) => void;

/** Compares seen items (terms, without repetition) with all candidates. `year`: when they were seen or told of, such as 2024.5, if that is known. */
export function compare(profiles: Profiles, items: readonly string[], year: number | null = null): Comparison {
  const n = profiles.candidates.length;
  const values = Object.fromEntries(FEATURES.map((f) => [f, new Float64Array(n)])) as Record<Feature, Float64Array>;
  const scale = scaleOf(profiles, items);
  const add: Add = (feature, candidate, amount) => {
    values[feature][candidate]! += amount;
  };
  const dots = new Float64Array(profiles.reportOf.length);
  const held = new Float64Array(n);
  for (const item of items) {
    itemParts(profiles, item, scale, add);
    const term = compared(item) ? profiles.terms.get(item) : undefined;
    if (!term) continue;
    for (const report of term.reports) dots[report]! += term.idf * term.idf;
    for (const holder of term.holders) held[holder]! += term.idf;
  }
  const nearest = new Int32Array(n).fill(-1);
  const best = values.nearestReport;
  const all = values.allReports;
  for (let report = 0; report < dots.length; report++) {
    if (!dots[report]) continue;
    const cosine = dots[report]! / Math.sqrt(scale.itemNorm * profiles.reportNorm[report]!);
    const candidate = profiles.reportOf[report]!;
    if (cosine > best[candidate]!) {
      best[candidate] = cosine;
      nearest[candidate] = report;
    }
    all[candidate]! += cosine * cosine * profiles.reportWeight[report]!;
  }
  for (let c = 0; c < n; c++) {
    all[c] = Math.sqrt(all[c]!);
    values.activity[c] = Math.log(0.1 + profiles.activity[c]!);
    values.profileSize[c] = Math.log(profiles.size[c]! || 1);
  }
  return {
    items,
    values,
    nearest,
    dots,
    scale,
    late: Math.max(0, (year ?? profiles.until) - profiles.until),
    contained: scale.items ? held.reduce((a, x) => Math.max(a, x), 0) / scale.items : 0,
  };
}

/**
 * What one item adds to each feature, by candidate: over all items these parts sum to the values of `compare`, except `activity` and `profileSize`,
 * which no item causes. Features that the item's topic has no part in are left out.
 */
export function partsOf(
  profiles: Profiles,
  comparison: Comparison,
  item: string,
): Partial<Record<Feature, Float64Array>> {
  const n = profiles.candidates.length;
  const parts: Partial<Record<Feature, Float64Array>> = {};
  for (const f of FEATURES_OF[topicOf(item)]) parts[f] = new Float64Array(n);
  itemParts(profiles, item, comparison.scale, (feature, candidate, amount) => {
    parts[feature]![candidate]! += amount;
  });
  const term = compared(item) ? profiles.terms.get(item) : undefined;
  if (!term) return parts;
  const square = term.idf * term.idf;
  for (const report of term.reports) {
    const candidate = profiles.reportOf[report]!;
    const norm = Math.sqrt(comparison.scale.itemNorm * profiles.reportNorm[report]!);
    if (comparison.nearest[candidate] === report) parts.nearestReport![candidate]! += square / norm;
    const all = comparison.values.allReports[candidate]!;
    if (all > 0)
      parts.allReports![candidate]! +=
        (square * comparison.dots[report]! * profiles.reportWeight[report]!) / (norm * norm) / all;
  }
  return parts;
}

/** Sums over all items that the parts of each are divided by. */
interface Scale {
  readonly techniques: number;
  /** Parents of the techniques, each with how many items share it, and the sum of their idf. */
  readonly parents: ReadonlyMap<string, number>;
  readonly parentIdf: number;
  readonly techniqueNorm: number;
  readonly softwareNorm: number;
  readonly itemNorm: number;
  /** Idf of all techniques and software. */
  readonly items: number;
  readonly known: Readonly<Record<'technique' | 'software' | 'other', number>>;
}

function scaleOf(profiles: Profiles, items: readonly string[]): Scale {
  const known = { technique: 0, software: 0, other: 0 };
  const parents = new Map<string, number>();
  const scale = {
    techniques: 0,
    parents,
    parentIdf: 0,
    techniqueNorm: 0,
    softwareNorm: 0,
    itemNorm: 0,
    items: 0,
    known,
  };
  for (const item of items) {
    const term = profiles.terms.get(item);
    const idf = term?.idf ?? profiles.unseenIdf;
    const topic = topicOf(item);
    if (topic === 'technique') {
      scale.techniques += idf;
      scale.techniqueNorm += idf * idf;
      const above = parentOf(item);
      if (!parents.has(above)) scale.parentIdf += profiles.parents.get(above)?.idf ?? profiles.unseenIdf;
      parents.set(above, (parents.get(above) ?? 0) + 1);
    } else if (topic === 'software') scale.softwareNorm += idf * idf;
    if (compared(item)) {
      scale.itemNorm += idf * idf;
      scale.items += idf;
    }
    if (term) known[topic === 'technique' || topic === 'software' ? topic : 'other']++;
  }
  return scale;
}

function itemParts(profiles: Profiles, item: string, scale: Scale, add: Add): void {
  const topic = topicOf(item);
  const term = profiles.terms.get(item);
  if (topic === 'technique') {
    const idf = term?.idf ?? profiles.unseenIdf;
    for (const [candidate, share] of profiles.implied.get(item) ?? [])
      add('impliedTechniques', candidate, (share * idf) / scale.techniques);
    const above = parentOf(item);
    const parent = profiles.parents.get(above);
    if (parent)
      for (const holder of parent.holders)
        add('parentCover', holder, parent.idf / scale.parentIdf / scale.parents.get(above)!);
    if (!term) return;
    for (const holder of term.holders) {
      add('techniqueCover', holder, idf / scale.techniques);
      add('techniqueCosine', holder, (idf * idf) / Math.sqrt(profiles.techniqueNorm[holder]! * scale.techniqueNorm));
    }
    odds(profiles, term, 'techniqueOdds', scale.known.technique, add);
  } else if (topic === 'software') {
    for (const [candidate, strength] of profiles.beside.get(item) ?? []) add('softwareBeside', candidate, strength);
    if (!term) return;
    for (const holder of term.holders) {
      if (!profiles.tools.has(item)) add('malwareCover', holder, 1 / term.holders.length);
      add(
        'softwareCosine',
        holder,
        (term.idf * term.idf) / Math.sqrt(profiles.softwareNorm[holder]! * scale.softwareNorm),
      );
    }
    odds(profiles, term, 'softwareOdds', scale.known.software, add);
  } else if (term) odds(profiles, term, 'otherOdds', scale.known.other, add);
}

/** ln((c + m·p) / ((R + m)·p)): c reports of R tell of the term, a share p of all do, m reports of the average candidate are mixed in. */
function odds(profiles: Profiles, term: Term, feature: Feature, known: number, add: Add): void {
  const m = profiles.counting.prior[term.topic];
  const root = Math.sqrt(known);
  const unheard = profiles.unheard[term.topic];
  for (let c = 0; c < unheard.length; c++) add(feature, c, unheard[c]! / root);
  const base = m * term.rate;
  for (let i = 0; i < term.holders.length; i++)
    add(feature, term.holders[i]!, Math.log(1 + term.counts[i]! / base) / root);
}
