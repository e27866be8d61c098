import { existsSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { text as readAll } from 'node:stream/consumers';
import type { Connection } from '../../actions/connect.ts';
import { assess } from '../../analysis/weigh/assess.ts';
import { readWeighingFile } from '../../analysis/weigh/file/read-file.ts';
import { templateFile } from '../../analysis/weigh/file/template-file.ts';
import { weighingOf } from '../../analysis/weigh/fold.ts';
import { historyOf } from '../../analysis/weigh/history.ts';
import { NotFoundError, UsageError } from '../../base/errors.ts';
import type { Problem } from '../../base/problem.ts';
import { parseTime } from '../../base/time.ts';
import type { Assessment, WeighingChange } from '../../model/weighing/assessment.ts';
import type { WeighingRow } from '../../model/weighing/view.ts';
import { weighingText } from '../../report/weigh/terminal.ts';
import { percent } from '../../report/weigh/words.ts';
import { analyst, withLedger } from '../connection.ts';
import { EXIT } from '../exit.ts';
import { inputFile } from '../input-file.ts';
import { print, say, styled } from '../output.ts';
import { problemLine } from '../problem-line.ts';
import { given } from '../rows.ts';
import { count } from '../statement-words.ts';

interface Options {
  readonly asOf?: string;
  readonly analyst?: string;
  readonly without?: string[];
  readonly score?: string;
  readonly add?: boolean;
  readonly template?: string;
  readonly json?: boolean;
}

/** A file is weighed without a ledger; anything else is looked up in it. */
export async function weighCommand(input: string | undefined, options: Options): Promise<number> {
  if (options.template !== undefined) {
    await print(templateFile(options.template));
    return EXIT.done;
  }
  if (input === undefined) return list(options);
  if (input === '-' || existsSync(input)) return options.add ? addFile(input, options) : weighFile(input, options);
  if (/[/\\]|\.(?:ya?ml|json)$/i.test(input)) inputFile(input);
  if (options.add) throw new UsageError('--add needs a file');
  await withLedger((connection) => showKept(connection, input, options));
  return EXIT.done;
}

async function weighFile(file: string, options: Options): Promise<number> {
  const { entries, problems } = readWeighingFile(await contentOf(file), { analyst: analyst(), today: today() });
  tell(problems, file);
  if (!entries) return EXIT.problems;
  const asOf = lastDay(options.asOf);
  const weighing = weighingOf(entries, { asOf, analyst: options.analyst });
  if (!weighing) throw new UsageError(`the question was not asked yet on ${asOf}`);
  checkAnalyst(
    options.analyst,
    entries.map((entry) => entry.analyst),
  );
  const result = assess(weighing, {
    asOf,
    analyst: options.analyst,
    outcome: options.score,
    ...(options.without && { without: options.without }),
  });
  const before = entries.filter(({ recorded }) => !asOf || recorded.slice(0, 10) <= asOf);
  await show(result, historyOf(before, options.analyst), options);
  return problems.some(({ severity }) => severity !== 'note') ? EXIT.problems : EXIT.done;
}

async function addFile(file: string, options: Options): Promise<number> {
  const content = await contentOf(file);
  return withLedger(async (connection) => {
    const { id, problems } = await connection.call('weigh.import', { text: content });
    tell(problems, file);
    if (id === null) return EXIT.problems;
    say(`recorded as ${id}`);
    await showKept(connection, id, options);
    return problems.some(({ severity }) => severity !== 'note') ? EXIT.problems : EXIT.done;
  });
}

/** A question by its id, or all those of a case. */
async function showKept({ call }: Connection, name: string, options: Options): Promise<void> {
  const { rows } = await call('weigh.list', given({ as_of: options.asOf }));
  const ids = rows.filter((row) => row.id === name || row.case === name).map(({ id }) => id);
  if (ids.length === 0)
    throw new NotFoundError(`the ledger has no question or case "${name}", and there is no such file`);
  for (const id of ids) {
    const { assessment, history } = await call(
      'weigh.get',
      given({ id, as_of: options.asOf, analyst: options.analyst, without: options.without, outcome: options.score }),
    );
    await show(assessment, history, options);
  }
}

async function list(options: Options): Promise<number> {
  const { rows } = await withLedger(({ call }) => call('weigh.list', given({ as_of: options.asOf })));
  for (const row of rows) await print(`${options.json ? JSON.stringify(row) : line(row)}\n`);
  if (rows.length === 0 && !options.json)
    say('No question is weighed yet. `longwatch weigh --template who` prints a file to start from.');
  return EXIT.done;
}

function line({ id, question, leader, evidence, analysts, flips }: WeighingRow): string {
  const answer = leader ? `${leader.text}: ${leader.words}, ${percent(leader.probability)}` : 'not rated yet';
  const rests = flips.length ? ` · rests on ${flips.join(', ')}` : '';
  return `${id} · ${question} · ${answer} · ${count(evidence, 'item')} · ${analysts.join(', ')}${rests}`;
}

async function show(assessment: Assessment, history: readonly WeighingChange[], { json }: Options): Promise<void> {
  await print(
    json ? `${JSON.stringify({ ...assessment, history })}\n` : weighingText(assessment, { style: styled, history }),
  );
}

function tell(problems: readonly Problem[], file: string): void {
  for (const problem of problems) say(problemLine(problem, file));
}

function checkAnalyst(wanted: string | undefined, known: readonly string[]): void {
  const names = [...new Set(known)];
  if (wanted !== undefined && !names.includes(wanted))
    throw new UsageError(`there is no analyst ${wanted}; there are ${names.join(', ')}`);
}

async function contentOf(file: string): Promise<string> {
  return file === '-' ? readAll(process.stdin) : readFile(inputFile(file), 'utf8');
}

function lastDay(text: string | undefined): string | undefined {
  if (text === undefined) return undefined;
  const time = parseTime(text);
  if (!time || time.precision === 'range')
    throw new UsageError('--as-of: expected a day as YYYY-MM-DD (or YYYY-MM, YYYY)');
  return time.last;
}

const today = () => new Date().toISOString().slice(0, 10);
