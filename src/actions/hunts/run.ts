import { existsSync } from 'node:fs';
import { availableParallelism } from 'node:os';
import * as z from 'zod';
import { UnavailableError, UsageError } from '../../base/errors.ts';
import { CASE_FIELDS, type Carried, laidTo, SHOWN_FIELDS } from '../../casework/index.ts';
import type { HuntInput, HuntOutcome } from '../../model/hunt-view.ts';
import type { Sighting } from '../../model/sighting.ts';
import { escapeHidden } from '../../model/sighting-line.ts';
import { LEVELS } from '../../sigma/rule/tree.ts';
import type { Context } from '../action.ts';
import { buildCaseFrom } from '../case-build.ts';
import { type HuntHooks, type HuntRequest, type HuntResult, hunt } from '../hunt.ts';
import { id, words } from '../input.ts';
import { ownRules } from '../own-rules.ts';
import { runAction } from '../registry.ts';
import { keep, keepLines, needPaths, newId, wholePath } from './kept.ts';

export const huntInput: z.ZodType<HuntInput> = z.strictObject({
  inputs: z.array(words.min(1)).min(1).max(50),
  rules: z.array(words.min(1)).max(50).exactOptional(),
  own_rules: z.boolean().exactOptional(),
  min_level: z.enum(LEVELS).exactOptional(),
  case: id.exactOptional(),
});
type Hooks = Pick<HuntHooks, 'progress' | 'stopped'>;

/** Problems are kept with the facts of a hunt. */
const QUIET = { problem: () => {} };
let running = false;

/**
 * Hunts in logs of this machine on behalf of a page, in threads, and keeps the hits in the data folder; or builds a case from
 * them. Throws UnavailableError while another hunt runs and where no paths are taken, UsageError for paths that are not there.
 */
export async function runHunt(context: Context, input: HuntInput, hooks: Hooks): Promise<HuntOutcome> {
  needPaths(context);
  const inputs = input.inputs.map(wholePath);
  const rules = (input.rules ?? []).map(wholePath);
  for (const path of [...inputs, ...rules])
    if (!existsSync(path)) throw new UsageError(`there is no file or folder ${path}`);
  if (running) throw new UnavailableError('another hunt is running; wait for its end, or stop it');
  running = true;
  try {
    return input.case === undefined
      ? await hits(context, requestOf(context, inputs, rules, input), hooks)
      : await caseFile(context, requestOf(context, inputs, rules, { ...input, own_rules: false }), input.case, hooks);
  } finally {
    running = false;
  }
}

function requestOf(context: Context, inputs: string[], rules: string[], input: HuntInput): HuntRequest {
  const own = (input.own_rules ?? true) ? ownRules() : [];
  return {
    ...{ inputs, rules: [...own, ...rules], settings: { variables: undefined, logsources: undefined }, watched: [] },
    filter: { minLevel: input.min_level ?? null, statuses: [], tags: [], only: [], except: [] },
    ...{ after: -Infinity, before: Infinity, keepCopies: false, version: context.version, hint: null },
    // Two threads at least: work in this one would keep the page waiting. From source files no thread can start.
    jobs: import.meta.url.endsWith('.ts') ? 1 : Math.max(2, availableParallelism()),
    engine: { name: 'stream', urls: [], cluster: null, elsewhere: false, keep: null, kept: null },
    carry: [...CASE_FIELDS, ...SHOWN_FIELDS],
  };
}

async function hits(context: Context, request: HuntRequest, hooks: Hooks): Promise<HuntOutcome> {
  const result = await hunt(request, { ...QUIET, ...hooks });
  try {
    const { facts } = result;
    const key = newId(context, request.inputs.join('\n'));
    const { path, hits: found } = await keepLines(context, key, withRecords(result));
    await keep(context, {
      ...{ id: key, started: facts.started, opened: false, inputs: request.inputs, rules: request.rules, hits: found },
      lines: path,
      ran: {
        ...{ seconds: facts.seconds, stopped: facts.stopped, files: facts.files, bytes: facts.bytes },
        ...{ events: facts.events, duplicates: await copiesOf(result), rules_loaded: facts.rules.loaded },
        rules_not_loaded: facts.rules.notLoaded,
        problems: facts.problems.slice(0, PROBLEMS),
        more_problems: facts.moreProblems + Math.max(0, facts.problems.length - PROBLEMS),
      },
    });
    return { hunt: key, hits: found };
  } finally {
    result.close();
  }
}

const PROBLEMS = 200;

/** Lines of hits, each with the fields of its record that were carried, and the machine where the record names none. Both come in one order; correlations stand between, without. */
async function* withRecords(result: HuntResult): AsyncGenerator<string> {
  const carried = result.hits();
  let next = await carried.next();
  for await (const line of result.lines()) {
    if (next.done || next.value.line !== line) yield withHost(line, '', result);
    else {
      const fields = present(next.value.carry);
      const laid = withHost(line, next.value.carry, result);
      yield fields === '{}' ? laid : `${laid.slice(0, -1)},"record_fields":${fields}}`;
      next = await carried.next();
    }
  }
}

/** A line whose record names no computer gets the machine that a case lays it to, and by what. */
function withHost(line: string, carry: string, { addresses, machines }: HuntResult): string {
  if (!line.includes('"computer":""')) return line;
  const carried = carry === '' ? {} : (JSON.parse(carry) as Carried);
  const { host, by } = laidTo(JSON.parse(line) as Sighting, carried, { addresses, machines });
  if (host === '' || by === 'record') return line;
  return `${line.slice(0, -1)},"host":${escapeHidden(JSON.stringify(host))},"host_by":"${by}"}`;
}

/** The fields that the record has, as JSON. */
function present(carry: string): string {
  if (carry === '') return '{}';
  const fields = Object.entries(JSON.parse(carry) as Record<string, unknown>);
  return escapeHidden(JSON.stringify(Object.fromEntries(fields.filter(([, value]) => value !== null && value !== ''))));
}

/** Copies are counted as hits are read; two readers at a time count them twice, so one reads them again. */
async function copiesOf(result: HuntResult): Promise<number> {
  const hits = result.hits();
  while (!(await hits.next()).done);
  return result.copies();
}

async function caseFile(context: Context, request: HuntRequest, name: string, hooks: Hooks): Promise<HuntOutcome> {
  const built = await buildCaseFrom(request, { ...QUIET, ...hooks });
  if (built.stopped) throw new UnavailableError('stopped before the end: no case was made');
  if (built.intrusions.length === 0) throw new UsageError('what was found makes no intrusion, so there is no case');
  const { intrusions, left_out, findings, events, files, records } = built;
  const body = { intrusions, left_out, findings, read: { events, files }, records };
  await runAction(context, 'cases.record', { name, parts: [{ part: 'logs', body }] });
  return { case: name, intrusions: intrusions.length };
}
