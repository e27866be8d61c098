import { hunt } from '../../actions/hunt.ts';
import type { EngineName } from '../../actions/hunt-engine.ts';
import { ledgerIndicators, readIndicators, type Watched } from '../../actions/hunt-indicators.ts';
import { ownRules } from '../../actions/own-rules.ts';
import { UsageError } from '../../base/errors.ts';
import type { Problem } from '../../base/problem.ts';
import type { Sighting } from '../../model/sighting.ts';
import {
  csvHeader,
  csvLine,
  HtmlReport,
  type HuntFigures,
  HuntSummary,
  type RunFacts,
  statsLines,
  statsText,
  terminalSummary,
  timesketchLine,
} from '../../report/hunt/index.ts';
import { EXIT } from '../exit.ts';
import { progressWords } from '../hunt-progress.ts';
import { inputFile, someInput } from '../input-file.ts';
import { untilInterrupted } from '../interrupt.ts';
import { openText, type TextSink } from '../line-files.ts';
import { clearProgress, print, say, showProgress } from '../output.ts';
import { packageVersion } from '../package.ts';
import { problemLine } from '../problem-line.ts';

export interface HuntOptions {
  readonly rules?: readonly string[];
  readonly variables?: string;
  readonly logsources?: string;
  readonly logsource?: string;
  readonly indicators?: readonly string[];
  readonly minLevel?: string;
  readonly status?: readonly string[];
  readonly tag?: readonly string[];
  readonly only?: readonly string[];
  readonly except?: readonly string[];
  readonly after?: string;
  readonly before?: string;
  readonly jsonl?: string;
  readonly csv?: string;
  readonly timesketch?: string;
  readonly html?: string;
  readonly keepCopies?: boolean;
  readonly jobs?: number;
  readonly engine?: EngineName;
  readonly clickhouse?: readonly string[];
  readonly cluster?: string;
  readonly allowRemote?: boolean;
  readonly keep?: string;
  readonly quiet?: boolean;
  readonly stats?: boolean;
  readonly json?: boolean;
}

/**
 * Hunts in logs. Hits go where the options say, `-` being standard output; the summary goes to standard output when nothing else
 * does, else to standard error.
 */
export async function huntCommand(inputs: readonly string[], options: HuntOptions): Promise<number> {
  const named = options.rules ?? (process.env.LONGWATCH_RULES ? [process.env.LONGWATCH_RULES] : []);
  // Who brings indicators alone wants these alone.
  const unnamed = named.length === 0 && !options.indicators?.length && !options.stats;
  const rules = unnamed ? ownRules() : named;
  if (options.stats) refuseWithStats(options);
  else if (options.json) throw new UsageError('hunt writes lines of JSON with --jsonl FILE; --json belongs to --stats');
  else if (rules.length === 0 && !options.indicators?.length)
    throw new UsageError(
      'hunt needs rules or indicators: --rules FOLDER with Sigma rules (such as a checkout of SigmaHQ/sigma), or --indicators FILE',
    );
  someInput(inputs);
  if (unnamed && !options.quiet)
    say(
      `No rules were named: hunting with those that come with Longwatch (${rules.join(', ')}); --rules FOLDER names others.`,
    );
  const interrupt = untilInterrupted();
  const began = Date.now();
  let missing = 0;
  const problem = (found: Problem) => {
    if (found.severity === 'note') return;
    missing++;
    if (!options.quiet && missing <= SHOWN) say(problemLine(found, found.place.source ?? ''));
  };
  const watched = await watchedOf(options.indicators ?? [], problem);
  const result = await hunt(
    {
      inputs,
      rules: options.stats ? [] : rules,
      counting: options.stats ?? false,
      settings: { variables: options.variables, logsources: options.logsources },
      watched,
      filter: {
        minLevel: options.minLevel ?? null,
        statuses: options.status ?? [],
        tags: options.tag ?? [],
        only: options.only ?? [],
        except: options.except ?? [],
      },
      after: momentOf(options.after, '--after') ?? -Infinity,
      before: momentOf(options.before, '--before') ?? Infinity,
      keepCopies: options.keepCopies ?? false,
      jobs: options.jobs ?? null,
      version: packageVersion(),
      hint: hintOf(options.logsource),
      engine: {
        name: options.engine ?? 'stream',
        urls: options.clickhouse ?? [],
        cluster: options.cluster ?? null,
        elsewhere: options.allowRemote ?? false,
        keep: options.keep ?? null,
        kept: null,
      },
    },
    {
      problem,
      progress: (progress) => showProgress(progressWords(progress, Date.now() - began)),
      stopped: interrupt.stopped,
    },
  );
  try {
    clearProgress();
    if (options.stats) {
      await writeStats(result.facts, options);
      return interrupt.stopped() ? EXIT.interrupted : missing > 0 ? EXIT.problems : EXIT.done;
    }
    const figures = await writeAll(result.lines(), options);
    if (missing > SHOWN && !options.quiet) say(`… and ${missing - SHOWN} more problems.`);
    const facts: RunFacts = {
      ...result.facts,
      duplicates: result.copies(),
      seconds: (Date.now() - began) / 1000,
    };
    if (options.html !== undefined) await writeHtml(options.html, figures.result(), facts, result.lines());
    const taken = [options.jsonl, options.csv, options.timesketch].includes('-');
    if (!options.quiet) {
      const stream = taken ? process.stderr : process.stdout;
      const words = terminalSummary(figures.result(), facts, lookOf(stream));
      if (taken) process.stderr.write(words);
      else await print(words);
    }
    if (interrupt.stopped()) say('Stopped before the end; what was found until then is written.');
    return interrupt.stopped() ? EXIT.interrupted : missing > 0 ? EXIT.problems : EXIT.done;
  } finally {
    interrupt.release();
    result.close();
  }
}

/** Problems that are shown one by one. */
const SHOWN = 20;

/** Stands for the indicators of the ledger; a file of this name is `./ledger`. */
const LEDGER = 'ledger';

/** Counting looks for nothing, and so writes no hits. */
function refuseWithStats(options: HuntOptions): void {
  const others = ['rules', 'indicators', 'jsonl', 'csv', 'timesketch', 'html', 'keep'] as const;
  const given = others.find((name) => options[name] !== undefined);
  if (given)
    throw new UsageError(`--stats counts what the logs hold and looks for nothing; it does not go with --${given}`);
}

async function writeStats(facts: RunFacts, { json }: HuntOptions): Promise<void> {
  if (json) for (const line of statsLines(facts)) await print(line);
  else await print(statsText(facts, lookOf(process.stdout)));
}

/** How text may look on a stream. */
function lookOf(stream: NodeJS.WriteStream): { readonly colour: boolean; readonly width: number } {
  return {
    colour: stream.isTTY === true && !process.env.NO_COLOR,
    width: Math.min(stream.columns ?? 100, 120),
  };
}

async function watchedOf(paths: readonly string[], problem: (found: Problem) => void): Promise<Watched[]> {
  const all: Watched[] = [];
  for (const path of paths) {
    if (path === LEDGER) {
      const { withLedger } = await import('../connection.ts');
      all.push(...(await withLedger(ledgerIndicators)));
      continue;
    }
    const { watched, problems } = await readIndicators(inputFile(path));
    all.push(...watched);
    for (const one of problems) problem(one);
  }
  return all;
}

/** Writes the lines to all outputs in one pass, and sums them up. */
async function writeAll(lines: AsyncIterable<string>, options: HuntOptions): Promise<HuntSummary> {
  const figures = new HuntSummary();
  const jsonl = options.jsonl === undefined ? null : await openText(options.jsonl);
  const csv = options.csv === undefined ? null : await openText(options.csv);
  const timesketch = options.timesketch === undefined ? null : await openText(options.timesketch);
  const sinks: TextSink[] = [jsonl, csv, timesketch].filter((sink) => sink !== null);
  await csv?.write(csvHeader());
  for await (const line of lines) {
    await jsonl?.write(`${line}\n`);
    const sighting = JSON.parse(line) as Sighting;
    figures.add(sighting);
    await csv?.write(csvLine(sighting));
    await timesketch?.write(timesketchLine(sighting));
  }
  for (const sink of sinks) await sink.close();
  return figures;
}

async function writeHtml(
  path: string,
  figures: HuntFigures,
  facts: RunFacts,
  lines: AsyncIterable<string>,
): Promise<void> {
  const { techniqueOf } = await import('../../actions/hunt-techniques.ts');
  const report = new HtmlReport(figures, facts, techniqueOf);
  const page = await openText(path);
  await page.write(report.begin());
  for await (const line of lines) await page.write(report.row(JSON.parse(line) as Sighting) ?? '');
  await page.write(report.end());
  await page.close();
}

/** A moment in UTC: a day, or a day and a time. */
function momentOf(text: string | undefined, option: string): number | null {
  if (text === undefined) return null;
  const written = /^\d{4}-\d\d-\d\d$/.test(text)
    ? `${text}T${option === '--before' ? '23:59:59.999' : '00:00:00'}Z`
    : /(?:Z|[+-]\d\d:?\d\d)$/.test(text)
      ? text
      : `${text.replace(' ', 'T')}Z`;
  const moment = Date.parse(written);
  if (Number.isNaN(moment))
    throw new UsageError(`${option} takes a day or a time, such as 2024-05-01 or 2024-05-01T08:30:00Z`);
  return moment;
}

/** `product/category/service` with empty parts where nothing is said: `/webserver/`. */
function hintOf(text: string | undefined) {
  if (text === undefined) return null;
  const [product = '', category = '', service = '', more] = text.toLowerCase().split('/');
  if (more !== undefined) throw new UsageError('--logsource takes product/category/service, such as linux//auditd');
  return { product, category, service };
}
