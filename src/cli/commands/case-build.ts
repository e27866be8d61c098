import { type BuiltCase, buildCaseFrom } from '../../actions/case-build.ts';
import type { Problem } from '../../base/problem.ts';
import { caseShape, caseWords } from '../case-words.ts';
import { EXIT } from '../exit.ts';
import { progressWords } from '../hunt-progress.ts';
import { someInput } from '../input-file.ts';
import { untilInterrupted } from '../interrupt.ts';
import { clearProgress, print, say, showProgress } from '../output.ts';
import { packageVersion } from '../package.ts';
import { problemLine } from '../problem-line.ts';

export interface CaseBuildOptions {
  readonly rules?: readonly string[];
  readonly json?: boolean;
  /** Name of a case of the ledger to put it into. */
  readonly case?: string;
  readonly jobs?: number;
}

/** Problems that are shown one by one. */
const SHOWN = 20;

/** Builds a case from logs: one or more intrusions, and what was left out and why. */
export async function caseBuildCommand(inputs: readonly string[], options: CaseBuildOptions): Promise<number> {
  someInput(inputs);
  const interrupt = untilInterrupted();
  const began = Date.now();
  let missing = 0;
  try {
    const built = await buildCaseFrom(
      {
        ...{ inputs, rules: options.rules ?? [], settings: { variables: undefined, logsources: undefined } },
        ...{ watched: [], filter: { minLevel: null, statuses: [], tags: [], only: [], except: [] } },
        ...{ after: -Infinity, before: Infinity, keepCopies: false, jobs: options.jobs ?? null },
        ...{ version: packageVersion(), hint: null },
        engine: { name: 'stream', urls: [], cluster: null, elsewhere: false, keep: null, kept: null },
      },
      {
        problem(found: Problem) {
          if (found.severity === 'note') return;
          if (missing++ < SHOWN) say(problemLine(found, found.place.source ?? ''));
        },
        progress: (progress) => showProgress(progressWords(progress, Date.now() - began)),
        stopped: interrupt.stopped,
      },
    );
    clearProgress();
    if (built.events === 0 && !built.stopped) {
      say('Nothing was read: what was named holds no record of a log that is known, so there is no case to build.');
      if (options.json) await print(`${JSON.stringify(caseShape(built), null, 2)}\n`);
      return EXIT.problems;
    }
    if (options.case !== undefined) await record(options.case, built);
    await print(options.json ? `${JSON.stringify(caseShape(built), null, 2)}\n` : caseWords(built));
    return interrupt.stopped() ? EXIT.interrupted : missing > 0 ? EXIT.problems : EXIT.done;
  } finally {
    interrupt.release();
  }
}

async function record(
  name: string,
  { intrusions, left_out, findings, events, files, records }: BuiltCase,
): Promise<void> {
  const { withLedger } = await import('../connection.ts');
  const body = { intrusions, left_out, findings, read: { events, files }, records };
  await withLedger(({ call }) => call('cases.record', { name, parts: [{ part: 'logs', body }] }));
  say(`Put into the case "${name}".`);
}
