import type { HuntFigures } from '../figures.ts';
import { LEVELS } from '../levels.ts';
import { tacticName } from '../tags.ts';
import { counted, number, shortTime } from '../words.ts';
import { bar, chartLines, chartUnit, levelCells } from './chart.ts';
import { type Cell, type Column, type Layout, table } from './columns.ts';
import { type Section, section } from './section.ts';

/** How many rows a table of the terminal has; the report has all. */
const HOSTS = 15;
const RULES = 20;

const COUNT_COLUMNS: readonly Column[] = ['crit', 'high', 'med', 'low', 'info'].map((head) => ({
  head,
  right: true,
}));

export function levelSection({ levels }: HuntFigures, layout: Layout): Section {
  const most = Math.max(...levels);
  const rows = LEVELS.map((level, i): Cell[] => [
    [level, level],
    number(levels[i]!),
    [level, bar(levels[i]!, most, layout.width - 32)],
  ]).filter((_, i) => levels[i]);
  return section('By level', table([{ head: '' }, { head: '', right: true }, { head: '' }], rows, layout));
}

export function tacticSection({ tactics }: HuntFigures, layout: Layout): Section {
  const columns = [
    { head: 'tactic', flexible: true },
    { head: 'hits', right: true },
    ...COUNT_COLUMNS,
    { head: 'rules', right: true },
  ];
  const rows = tactics.map(({ tactic, hits, levels, rules }) => [
    tacticName(tactic),
    number(hits),
    ...levelCells(levels),
    number(rules),
  ]);
  return section('By ATT&CK tactic', table(columns, rows, layout));
}

export function hostSection({ hosts, leftOut, pairsComplete }: HuntFigures, layout: Layout): Section {
  const columns = [
    { head: 'host', flexible: true },
    ...COUNT_COLUMNS,
    { head: 'rules', right: true },
    { head: 'first hit' },
    { head: 'last hit' },
  ];
  const rows = hosts
    .slice(0, HOSTS)
    .map(({ host, levels, rules, first, last }) => [
      host || '(none named)',
      ...levelCells(levels),
      `${number(rules)}${pairsComplete ? '' : '+'}`,
      timeCell(first, layout),
      timeCell(last, layout),
    ]);
  return section('By host', [
    ...table(columns, rows, layout),
    ...more(hosts.length - HOSTS, 'host'),
    ...(leftOut.hosts
      ? [`  and ${counted(leftOut.hosts, 'hit')} on further hosts that found no room in this table`]
      : []),
  ]);
}

export function ruleSection({ rules, leftOut, pairsComplete }: HuntFigures, layout: Layout): Section {
  const columns = [
    { head: 'level' },
    { head: 'rule', flexible: true, keepStart: true },
    { head: 'hits', right: true },
    { head: 'hosts', right: true },
    { head: 'first hit' },
    { head: 'last hit' },
  ];
  const rows = rules.slice(0, RULES).map(({ level, title, hits, hostCount, first, last }): Cell[] => {
    const known = LEVELS.find((one) => one === level);
    return [
      known ? [known, level] : level,
      title,
      number(hits),
      `${number(hostCount)}${pairsComplete ? '' : '+'}`,
      timeCell(first, layout),
      timeCell(last, layout),
    ];
  });
  return section('By rule', [
    ...table(columns, rows, layout),
    ...more(rules.length - RULES, 'rule'),
    ...(leftOut.rules
      ? [`  and ${counted(leftOut.rules, 'hit')} of further rules that found no room in this table`]
      : []),
  ]);
}

export function frequencySection(figures: HuntFigures, layout: Layout): Section {
  const { undated } = figures;
  return section(`Detection frequency (a bar stands for ${chartUnit(figures, layout)}, UTC)`, [
    ...chartLines(figures, layout),
    ...(undated ? [`  without a time: ${counted(undated, 'hit')}`] : []),
  ]);
}

function more(count: number, what: string): string[] {
  return count > 0 ? [`  and ${counted(count, `more ${what}`)}`] : [];
}

/** To the minute, on narrow terminals the day alone. */
function timeCell(time: string | null, { width }: Layout): string {
  return shortTime(time).slice(0, width < 100 ? 10 : 16);
}
