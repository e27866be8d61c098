import { writeFileSync } from 'node:fs';
import type { ActionInput, ActionOutput } from '../../actions/action-map.ts';
import { trendOfFiles } from '../../actions/trend-of-files.ts';
import { UsageError } from '../../base/errors.ts';
import { parseTime } from '../../base/time.ts';
import { withLedger } from '../connection.ts';
import { dataFiles, isPath } from '../data-files.ts';
import { EXIT } from '../exit.ts';
import { print, say } from '../output.ts';
import { problemLine } from '../problem-line.ts';
import { given } from '../rows.ts';
import { count } from '../statement-words.ts';

/** Problems of rows that are listed beside an answer; more are only counted. */
const SHOWN = 10;

interface Options {
  readonly trigger: readonly string[];
  readonly initiator?: string;
  readonly target?: string;
  readonly unit?: string;
  readonly counter?: string;
  readonly window: string;
  readonly control?: readonly string[];
  readonly from: string;
  readonly dates: 'honour' | 'as-coded';
  readonly asOf?: string;
  readonly json?: boolean;
  readonly svg?: string;
  readonly markdown?: string;
}

export async function trendCommand(options: Options): Promise<number> {
  const input = inputOf(options);
  let problems = 0;
  let report: ActionOutput<'trend.ask'>;
  if (isPath(options.from)) {
    const answer = await trendOfFiles(dataFiles(options.from), input);
    problems = answer.problems.filter(({ severity }) => severity !== 'note').length;
    if (problems > SHOWN) say(`${count(problems, 'problem')} in the rows; longwatch import lists them.`);
    else for (const found of answer.problems) say(problemLine(found, ''));
    report = answer.report;
  } else {
    report = await withLedger(({ call }) =>
      call('trend.ask', { ...input, from: options.from, ...given({ as_of: options.asOf }) }),
    );
  }
  if (options.svg !== undefined) {
    const { trendChart } = await import('../../report/trend/chart.ts');
    await write(options.svg, trendChart(report));
  }
  if (options.json) await print(`${JSON.stringify(report)}\n`);
  if (options.markdown !== undefined || (!options.json && options.svg !== '-')) {
    const { trendMarkdown } = await import('../../report/trend/markdown.ts');
    await write(options.markdown ?? '-', trendMarkdown(report));
  }
  return problems > 0 ? EXIT.problems : EXIT.done;
}

function inputOf({
  trigger,
  initiator,
  target,
  unit,
  counter,
  window,
  control,
  dates,
}: Options): Omit<ActionInput<'trend.ask'>, 'from' | 'as_of'> {
  return {
    triggers: trigger.map(triggerOf),
    window,
    dates,
    ...given({
      initiator: initiator && code(initiator),
      target: target && code(target),
      unit,
      counter,
      controls: control && [...control],
    }),
  };
}

function triggerOf(text: string): { date: string; label?: string } {
  const m = /^(\d{4}-\d{2}-\d{2})(?::(.*))?$/.exec(text.trim());
  if (!m || !parseTime(m[1]!)) throw new UsageError(`"${text}" is no day; write YYYY-MM-DD or YYYY-MM-DD:LABEL`);
  return m[2] ? { date: m[1]!, label: m[2].trim() } : { date: m[1]! };
}

/** Two letters; a country's name is looked up where records are read, not here. */
function code(text: string): string {
  if (!/^!?[a-z]{2}$/i.test(text))
    throw new UsageError(`"${text}" is no country code; write two letters (ISO 3166-1) such as KR`);
  return text.toUpperCase();
}

async function write(file: string, text: string): Promise<void> {
  if (file === '-') await print(text);
  else writeFileSync(file, text);
}
