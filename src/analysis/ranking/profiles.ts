import type { Evidence } from './evidence.ts';
import { parentOf, TOPICS, type Topic, topicOf } from './topics.ts';

/** How evidence is counted; chosen on the training splits (see docs/METHODS.md). */
export interface Counting {
  /** Years after which a report counts half, for habits change. */
  readonly halfLife: number;
  /** Years after which a report counts half for how active a candidate is. */
  readonly activityHalfLife: number;
  /** Reports' worth of the average candidate that are mixed into each profile, by topic of the term. */
  readonly prior: Readonly<Record<Topic, number>>;
}

export const COUNTING: Counting = {
  halfLife: 6,
  activityHalfLife: 1,
  prior: { technique: 3, software: 1, vulnerability: 1, sector: 3, country: 3, infrastructure: 1 },
};

/** A term of the profiles: who was seen with it, and in which reports. */
export interface Term {
  readonly topic: Topic;
  /** Candidates that have it, ascending. */
  readonly holders: Uint16Array;
  /** For each holder: its reports that tell of the term, each weighted by age. */
  readonly counts: Float64Array;
  /** Weighted share of all reports that tell of it. */
  readonly rate: number;
  /** Inverse document frequency over candidates, 1 + ln((N + 1) / (n + 1)). */
  readonly idf: number;
  /** Reports that tell of it. */
  readonly reports: Uint32Array;
}

/** Profiles of all candidates, term by term, ready for questions. */
export interface Profiles {
  readonly candidates: readonly string[];
  readonly counting: Counting;
  readonly terms: ReadonlyMap<string, Term>;
  /** Parents of sub-techniques as terms of their own. */
  readonly parents: ReadonlyMap<string, Term>;
  /** Idf of a term that no candidate has. */
  readonly unseenIdf: number;
  /** By candidate: weighted reports; number of terms; squared idf norm of its techniques and its software; reports of late, decayed. */
  readonly weight: Float64Array;
  readonly size: Float64Array;
  /** By topic and candidate: ln(m / (R + m)), the log odds of a term that none of its R reports tells of. */
  readonly unheard: Readonly<Record<Topic, Float64Array>>;
  readonly techniqueNorm: Float64Array;
  readonly softwareNorm: Float64Array;
  readonly activity: Float64Array;
  /** By report: its candidate, its weight, its squared idf norm. */
  readonly reportOf: Uint16Array;
  readonly reportWeight: Float64Array;
  readonly reportNorm: Float64Array;
  /** Techniques of software that few candidates have: by technique, candidate and 1 / the number of candidates of the rarest such software. */
  readonly implied: ReadonlyMap<string, readonly (readonly [candidate: number, share: number])[]>;
  /** Software told of in reports about a candidate: by software, candidate and strength. */
  readonly beside: ReadonlyMap<string, readonly (readonly [candidate: number, strength: number])[]>;
  readonly tools: ReadonlySet<string>;
  /** Nothing here is younger, in years. */
  readonly until: number;
}

/** Counts evidence into profiles. A candidate is whoever has a technique or software. */
export function profilesOf(evidence: Evidence, counting: Counting = COUNTING): Profiles {
  const candidates = [
    ...new Set(evidence.facts.filter(([, term]) => /^(?:technique|software)$/.test(topicOf(term))).map(([of]) => of)),
  ].sort();
  const number = new Map(candidates.map((id, i) => [id, i]));
  const n = candidates.length;
  const decay = (year: number | null, half: number): number =>
    year === null ? 0.7 : 2 ** (-Math.max(0, evidence.until - year) / half);

  const reports = new Map<
    string,
    { candidate: number; terms: Set<string>; weight: number; year: number | null; cited: boolean }
  >();
  const terms = new Builder();
  const parents = new Builder();
  const weight = new Float64Array(n);
  const activity = new Float64Array(n);
  for (const [of, term, sources] of [...evidence.facts, ...evidence.campaigns]) {
    const candidate = number.get(of);
    if (candidate === undefined) continue;
    for (const source of sources.length ? sources : [-1]) {
      const key = `${candidate} ${source}`;
      let report = reports.get(key);
      if (!report) {
        const year = evidence.published[source] ?? null;
        report = { candidate, terms: new Set(), weight: decay(year, counting.halfLife), year, cited: source >= 0 };
        reports.set(key, report);
      }
      report.terms.add(term);
    }
  }
  const list = [...reports.values()];
  list.forEach(({ candidate, terms: told, weight: w, year, cited }, i) => {
    // What no source is cited for counts as a term, not as a report.
    if (cited) weight[candidate]! += w;
    if (year !== null) activity[candidate]! += decay(year, counting.activityHalfLife);
    for (const term of told) terms.add(term, candidate, w, i);
    const above = new Set([...told].filter((term) => topicOf(term) === 'technique').map(parentOf));
    for (const term of above) parents.add(term, candidate, w, i);
  });
  const total = weight.reduce((a, x) => a + x, 0);
  const built = terms.build(n, total);
  const size = new Float64Array(n);
  const techniqueNorm = new Float64Array(n);
  const softwareNorm = new Float64Array(n);
  for (const { topic, holders, idf } of built.values())
    for (const holder of holders) {
      if (topic !== 'technique' && topic !== 'software') continue;
      size[holder]!++;
      (topic === 'technique' ? techniqueNorm : softwareNorm)[holder]! += idf * idf;
    }
  const square = (term: string): number => built.get(term)!.idf ** 2;
  return {
    candidates,
    counting,
    terms: built,
    parents: parents.build(n, total),
    unseenIdf: 1 + Math.log(n + 1),
    weight,
    unheard: Object.fromEntries(
      TOPICS.map((topic) => {
        const m = counting.prior[topic];
        return [topic, weight.map((w) => Math.log(m / (w + m)))];
      }),
    ) as Record<Topic, Float64Array>,
    size,
    techniqueNorm,
    softwareNorm,
    activity,
    reportOf: Uint16Array.from(list, (r) => r.candidate),
    reportWeight: Float64Array.from(list, (r) => r.weight),
    reportNorm: Float64Array.from(list, (r) =>
      [...r.terms].reduce((sum, term) => sum + (compared(term) ? square(term) : 0), 0),
    ),
    implied: implied(evidence, built),
    beside: beside(evidence, number),
    tools: evidence.tools,
    until: evidence.until,
  };
}

/** Whether a term counts when whole reports are compared. */
export function compared(term: string): boolean {
  const topic = topicOf(term);
  return topic === 'technique' || topic === 'software';
}

class Builder {
  readonly #terms = new Map<string, { counts: Map<number, number>; reports: number[] }>();

  add(term: string, candidate: number, weight: number, report: number): void {
    let entry = this.#terms.get(term);
    if (!entry) {
      entry = { counts: new Map(), reports: [] };
      this.#terms.set(term, entry);
    }
    entry.counts.set(candidate, (entry.counts.get(candidate) ?? 0) + weight);
    entry.reports.push(report);
  }

  build(candidates: number, total: number): Map<string, Term> {
    return new Map(
      [...this.#terms].map(([term, { counts, reports }]) => {
        const holders = [...counts.keys()].sort((a, b) => a - b);
        const sum = holders.reduce((a, h) => a + counts.get(h)!, 0);
        const built: Term = {
          topic: topicOf(term),
          holders: Uint16Array.from(holders),
          counts: Float64Array.from(holders, (h) => counts.get(h)!),
          rate: (sum + 0.05) / (total + 1),
          idf: 1 + Math.log((candidates + 1) / (holders.length + 1)),
          reports: Uint32Array.from(reports),
        };
        return [term, built];
      }),
    );
  }
}

function implied(evidence: Evidence, terms: ReadonlyMap<string, Term>): Profiles['implied'] {
  const shares = new Map<string, Map<number, number>>();
  for (const [software, technique] of evidence.implementations) {
    const owners = terms.get(software)?.holders;
    if (!owners || evidence.tools.has(software)) continue;
    const share = 1 / owners.length;
    let row = shares.get(technique);
    if (!row) {
      row = new Map();
      shares.set(technique, row);
    }
    for (const owner of owners) row.set(owner, Math.max(row.get(owner) ?? 0, share));
  }
  return new Map([...shares].map(([technique, row]) => [technique, [...row]]));
}

/** Reports cited both for software and for a candidate tie the two, the less the more candidates or reports there are. */
function beside(evidence: Evidence, number: ReadonlyMap<string, number>): Profiles['beside'] {
  const about = new Map<number, Set<number>>();
  for (const [of, , sources] of [...evidence.facts, ...evidence.campaigns])
    for (const source of sources) {
      const candidate = number.get(of);
      if (candidate !== undefined) (about.get(source) ?? about.set(source, new Set()).get(source)!).add(candidate);
    }
  const cited = new Map<string, Set<number>>();
  for (const [software, , sources] of evidence.implementations)
    for (const source of sources) (cited.get(software) ?? cited.set(software, new Set()).get(software)!).add(source);
  const strengths = new Map<string, [number, number][]>();
  for (const [software, sources] of cited) {
    if (evidence.tools.has(software)) continue;
    const row = new Map<number, number>();
    for (const source of sources)
      for (const candidate of about.get(source) ?? [])
        row.set(candidate, (row.get(candidate) ?? 0) + 1 / about.get(source)!.size / Math.sqrt(sources.size));
    if (row.size) strengths.set(software, [...row]);
  }
  return strengths;
}
