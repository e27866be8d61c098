import type { Sighting } from '../../model/sighting.ts';
import { compareTimes } from '../../model/sighting-order.ts';
import { BoundedMap, type BoundedMapState } from './bounded-map.ts';
import { addExample, mergeExamples } from './example.ts';
import type { Example, HuntFigures } from './figures.ts';
import { Frequency, type FrequencyState } from './frequency.ts';
import { addCounts, type LevelCounts, levelIndex, noHits } from './levels.ts';
import { figuresOf } from './summary-figures.ts';

/** How much is kept. A run with more says so in `leftOut` and `pairsComplete`. */
const LIMITS = { hosts: 20_000, rules: 50_000, files: 100_000, pairs: 300_000 } as const;

/**
 * Adds up sightings, one at a time, in memory bounded by `LIMITS`. Two of them can be merged, and their state crosses threads
 * as JSON. Below the limits the figures depend only on the set of sightings, not on their order or on how they were parted.
 */
export class HuntSummary {
  private undated = 0;
  private readonly hosts: BoundedMap<HostRow>;
  private readonly rules: BoundedMap<RuleRow>;
  private readonly files: BoundedMap<HostRow>;
  private frequency = new Frequency();
  private total = row();
  /** Pairs of a rule and a host that are kept, over all rules. */
  private pairs = 0;
  private pairsComplete = true;

  constructor() {
    this.hosts = new BoundedMap(LIMITS.hosts);
    this.rules = new BoundedMap(LIMITS.rules);
    this.files = new BoundedMap(LIMITS.files);
  }

  add(sighting: Sighting): void {
    const { time, rule, computer, file } = sighting;
    const level = levelIndex(rule.level);
    count(this.total, level, time);
    if (time === null) this.undated++;
    else this.frequency.add(time, level);
    const host = this.hosts.row(computer, row);
    if (host) count(host, level, time);
    const inFile = this.files.row(file, row);
    if (inFile) count(inFile, level, time);
    const ofRule = this.rules.row(rule.id, () => ruleRow(rule));
    if (!ofRule) return;
    count(ofRule, level, time);
    addExample(ofRule.examples, sighting);
    this.pair(ofRule, computer, 1);
  }

  merge(other: HuntSummary): void {
    this.undated += other.undated;
    this.frequency.merge(other.frequency);
    mergeRow(this.total, other.total);
    mergeRows(this.hosts, other.hosts);
    mergeRows(this.files, other.files);
    this.rules.left += other.rules.left;
    this.pairsComplete &&= other.pairsComplete;
    for (const [id, from] of other.rules.rows) {
      const to = this.rules.row(id, () => ruleRow(from), sum(from));
      if (!to) continue;
      mergeRow(to, from);
      mergeExamples(to.examples, from.examples);
      for (const [host, hits] of from.hosts) this.pair(to, host, hits);
    }
  }

  result(): HuntFigures {
    const { total, undated, frequency, hosts, rules, files, pairsComplete } = this;
    return figuresOf({ total, undated, frequency: frequency.result(), hosts, rules, files, pairsComplete });
  }

  toJSON(): HuntSummaryState {
    return {
      undated: this.undated,
      total: this.total,
      frequency: this.frequency.toJSON(),
      hosts: this.hosts.toJSON(),
      files: this.files.toJSON(),
      rules: {
        rows: [...this.rules.rows].map(([id, rule]) => [id, { ...rule, hosts: [...rule.hosts] }]),
        left: this.rules.left,
      },
      pairsComplete: this.pairsComplete,
    };
  }

  /** The summary that gave this state, after its way through JSON or to another thread. */
  static from(state: HuntSummaryState): HuntSummary {
    const summary = new HuntSummary();
    const other = new HuntSummary();
    other.undated = state.undated;
    other.total = state.total;
    other.frequency = Frequency.from(state.frequency);
    for (const [key, value] of state.hosts.rows) other.hosts.rows.set(key, value);
    for (const [key, value] of state.files.rows) other.files.rows.set(key, value);
    for (const [key, value] of state.rules.rows) other.rules.rows.set(key, { ...value, hosts: new Map(value.hosts) });
    other.hosts.left = state.hosts.left;
    other.files.left = state.files.left;
    other.rules.left = state.rules.left;
    other.pairsComplete = state.pairsComplete;
    // Merged into an empty one, so that nothing of the state is shared and the pairs are counted anew.
    summary.merge(other);
    return summary;
  }

  private pair(rule: RuleRow, host: string, hits: number): void {
    const before = rule.hosts.get(host);
    if (before === undefined && this.pairs >= LIMITS.pairs) {
      this.pairsComplete = false;
      return;
    }
    if (before === undefined) this.pairs++;
    rule.hosts.set(host, (before ?? 0) + hits);
  }
}

/** Hits of something by level, with the first and last time. */
export interface HostRow {
  readonly levels: LevelCounts;
  first: string | null;
  last: string | null;
}

export interface RuleRow extends HostRow {
  readonly id: string;
  readonly title: string;
  readonly level: string;
  readonly status: string;
  readonly tags: readonly string[];
  readonly hosts: Map<string, number>;
  readonly examples: Example[];
}

export interface HuntSummaryState {
  readonly undated: number;
  readonly total: HostRow;
  readonly frequency: FrequencyState;
  readonly hosts: BoundedMapState<HostRow>;
  readonly files: BoundedMapState<HostRow>;
  readonly rules: BoundedMapState<Omit<RuleRow, 'hosts'> & { readonly hosts: readonly (readonly [string, number])[] }>;
  readonly pairsComplete: boolean;
}

function row(): HostRow {
  return { levels: noHits(), first: null, last: null };
}

function ruleRow({ id, title, level, status, tags }: Omit<RuleRow, keyof HostRow | 'hosts' | 'examples'>): RuleRow {
  return { ...row(), id, title, level, status, tags, hosts: new Map(), examples: [] };
}

function count(to: HostRow, level: number, time: string | null): void {
  to.levels[level]!++;
  if (time !== null) widen(to, time, time);
}

function mergeRow(to: HostRow, from: HostRow): void {
  addCounts(to.levels, from.levels);
  if (from.first !== null && from.last !== null) widen(to, from.first, from.last);
}

function mergeRows(to: BoundedMap<HostRow>, from: BoundedMap<HostRow>): void {
  to.left += from.left;
  for (const [key, value] of from.rows) {
    const own = to.row(key, row, sum(value));
    if (own) mergeRow(own, value);
  }
}

function widen(span: HostRow, first: string, last: string): void {
  if (span.first === null || compareTimes(first, span.first) < 0) span.first = first;
  if (span.last === null || compareTimes(last, span.last) > 0) span.last = last;
}

function sum({ levels }: HostRow): number {
  return levels.reduce((total, hits) => total + hits, 0);
}
