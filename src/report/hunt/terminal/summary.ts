import type { RunFacts } from '../facts.ts';
import type { HuntFigures } from '../figures.ts';
import { gravest } from '../levels.ts';
import { problemWords } from '../not-read.ts';
import { verdict } from '../verdict.ts';
import { visible } from '../visible.ts';
import { bytes, counted, duration, number, shortTime } from '../words.ts';
import { type Layout, layout, table, wrap } from './columns.ts';
import { frequencySection, hostSection, levelSection, ruleSection, tacticSection } from './hits.ts';
import { type Section, section } from './section.ts';
import { gapSection, logonSection } from './traces.ts';

const PROBLEMS = 10;
const KINDS = 8;
/** Lines that one reason may take. */
const LINES = 3;

/**
 * The summary of a hunt for a terminal, 80 to 120 columns wide: verdict first, then what was read, the hits by level, tactic,
 * host, rule and time, logons, signs of tampering, and what was not read. Colour only if asked for; no text of a log reaches
 * the terminal with its control characters.
 */
export function terminalSummary(
  figures: HuntFigures,
  run: RunFacts,
  options: { colour?: boolean; width?: number } = {},
): string {
  const look = layout(options);
  const top = gravest(figures.levels);
  const sections = [
    ...(figures.hits
      ? [levelSection, tacticSection, hostSection, ruleSection, frequencySection].map((make) => make(figures, look))
      : []),
    logonSection(run, look),
    gapSection(run, look),
    kindSection(run, look),
    notReadSection(run, look),
  ];
  const lines = [
    top ? look.paint(top, verdict(figures, run)) : look.paint('bold', verdict(figures, run)),
    ...readLines(figures, run).flatMap((line) => wrap(line, look.width)),
    ...sections.flatMap(({ heading, lines }) => (lines.length ? ['', look.paint('bold', heading), ...lines] : [])),
  ];
  return `${lines.join('\n')}\n`;
}

/** What was read, in two or three lines. */
function readLines({ first, last, rules }: HuntFigures, run: RunFacts): string[] {
  const { files, events, seconds, duplicates, indicators, filters } = run;
  const notLoaded = run.rules.notLoaded.reduce((sum, { count }) => sum + count, 0);
  const rate = seconds > 0 ? ` (${number(events / seconds)} a second)` : '';
  return [
    `Read ${counted(files, 'file')}, ${bytes(run.bytes)}, ${counted(events, 'event')} in ${duration(seconds)}${rate}.`,
    `Rules: ${number(run.rules.loaded)} loaded, ${number(rules.length)} matched${
      run.rules.withoutLogs ? `, ${number(run.rules.withoutLogs)} had no logs of their kind` : ''
    }, ${number(notLoaded)} not loaded.${indicators ? ` Indicators: ${number(indicators)}.` : ''}`,
    ...(first ? [`Hits from ${shortTime(first)} to ${shortTime(last)} UTC.`] : []),
    ...(duplicates ? [`${counted(duplicates, 'hit')} stood in several copies and counted once.`] : []),
    ...(filters.length ? [`Left out by choice: only ${filters.map(visible).join('; ')}.`] : []),
  ];
}

/** The kinds of events that were read most. */
function kindSection({ tally }: RunFacts, look: Layout): Section {
  if (!tally) return section('', []);
  const columns = [
    { head: 'events', right: true },
    { head: 'id', right: true },
    { head: 'channel', flexible: true },
  ];
  const rows = tally.kinds
    .slice(0, KINDS)
    .map(({ channel, eventId, events }) => [number(events), eventId < 0 ? '' : String(eventId), channel]);
  const rest = tally.kinds.length - KINDS;
  return section('Events read', [
    ...table(columns, rows, look),
    ...(rest > 0 ? [`  and ${counted(rest, 'more kind')}, from ${counted(tally.hosts.length, 'host')}`] : []),
  ]);
}

function notReadSection({ rules, problems, moreProblems }: RunFacts, { width }: Layout): Section {
  const words = problemWords(problems);
  const lines = [
    ...rules.notLoaded.map(({ reason, count, examples }) => {
      const named = examples[0] ? `, e.g. ${examples[0]}` : '';
      return `${counted(count, 'rule')}: ${reason.replace(/\.$/, '')}${named}`;
    }),
    ...words.slice(0, PROBLEMS),
  ].flatMap((line) => wrap(`  ${visible(line)}`, width).slice(0, LINES));
  const more = Math.max(0, words.length - PROBLEMS) + moreProblems;
  return section('Not read, and why', [...lines, ...(more ? [`  and ${counted(more, 'more problem')}`] : [])]);
}
