import type { BoundedMap } from './bounded-map.ts';
import type { HostFigures, HuntFigures, RuleFigures, TacticFigures, TechniqueFigures } from './figures.ts';
import type { FrequencyFigures } from './frequency.ts';
import { addCounts, compareCounts, levelIndex, noHits, sumCounts } from './levels.ts';
import type { HostRow, RuleRow } from './summary.ts';
import { attackTags, compareTactics } from './tags.ts';

/** Hosts that are named with a rule. */
const NAMED_HOSTS = 20;

interface Sums {
  readonly total: HostRow;
  readonly undated: number;
  readonly frequency: FrequencyFigures;
  readonly hosts: BoundedMap<HostRow>;
  readonly rules: BoundedMap<RuleRow>;
  readonly files: BoundedMap<HostRow>;
  readonly pairsComplete: boolean;
}

/** Turns sums into tables in their lasting order. Nothing of the sums is shared with what comes out. */
export function figuresOf({ total, undated, frequency, hosts, rules, files, pairsComplete }: Sums): HuntFigures {
  const byRule = [...rules.rows.values()].map(ruleFigures).sort(compareRules);
  return {
    hits: sumCounts(total.levels),
    undated,
    levels: [...total.levels],
    first: total.first,
    last: total.last,
    ...attackFigures(byRule),
    hosts: hostFigures(hosts, rules),
    rules: byRule,
    files: [...files.rows]
      .map(([file, row]) => ({ file, hits: sumCounts(row.levels), ...spanOf(row) }))
      .sort((a, b) => compareText(a.file, b.file)),
    frequency,
    leftOut: { hosts: hosts.left, rules: rules.left, files: files.left },
    pairsComplete,
  };
}

function ruleFigures(row: RuleRow): RuleFigures {
  const { id, title, level, status, tags, first, last, examples } = row;
  const hosts = [...row.hosts].sort(([a, x], [b, y]) => y - x || compareText(a, b));
  return {
    ...{ id, title, level, status, tags, first, last },
    hits: sumCounts(row.levels),
    hosts: hosts.slice(0, NAMED_HOSTS),
    hostCount: hosts.length,
    examples: [...examples],
  };
}

function hostFigures(hosts: BoundedMap<HostRow>, rules: BoundedMap<RuleRow>): HostFigures[] {
  const ruleCounts = new Map<string, number>();
  for (const { hosts } of rules.rows.values())
    for (const host of hosts.keys()) ruleCounts.set(host, (ruleCounts.get(host) ?? 0) + 1);
  return [...hosts.rows]
    .map(([host, row]) => ({ host, hits: sumCounts(row.levels), rules: ruleCounts.get(host) ?? 0, ...spanOf(row) }))
    .sort((a, b) => compareCounts(a.levels, b.levels) || compareText(a.host, b.host));
}

/** Tactics and techniques by what the tags of the rules name, weighted with their hits. */
function attackFigures(rules: readonly RuleFigures[]): Pick<HuntFigures, 'tactics' | 'techniques'> {
  const tactics = new Map<string, TacticFigures & { hits: number; rules: number; levels: number[] }>();
  const techniques = new Map<
    string,
    TechniqueFigures & { hits: number; rules: number; levels: number[]; tactics: string[] }
  >();
  for (const { tags, level, hits } of rules) {
    const found = attackTags(tags);
    const levels = noHits();
    levels[levelIndex(level)] = hits;
    for (const tactic of found.tactics) {
      const row = tactics.get(tactic) ?? { tactic, hits: 0, rules: 0, levels: noHits() };
      tactics.set(tactic, row);
      addTo(row, levels, hits);
    }
    for (const technique of found.techniques) {
      const row = techniques.get(technique) ?? { technique, tactics: [], hits: 0, rules: 0, levels: noHits() };
      techniques.set(technique, row);
      addTo(row, levels, hits);
      for (const tactic of found.tactics) if (!row.tactics.includes(tactic)) row.tactics.push(tactic);
    }
  }
  for (const { tactics } of techniques.values()) tactics.sort(compareTactics);
  return {
    tactics: [...tactics.values()].sort((a, b) => compareTactics(a.tactic, b.tactic)),
    techniques: [...techniques.values()].sort((a, b) => compareText(a.technique, b.technique)),
  };
}

function addTo(row: { hits: number; rules: number; levels: number[] }, levels: readonly number[], hits: number): void {
  row.hits += hits;
  row.rules++;
  addCounts(row.levels, levels);
}

/** The gravest rules first, then those with the most hits. */
function compareRules(a: RuleFigures, b: RuleFigures): number {
  return (
    levelIndex(a.level) - levelIndex(b.level) ||
    b.hits - a.hits ||
    compareText(a.title, b.title) ||
    compareText(a.id, b.id)
  );
}

function spanOf({ levels, first, last }: HostRow) {
  return { levels: [...levels], first, last };
}

function compareText(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
