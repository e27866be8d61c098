import { type Problem, problem } from '../base/problem.ts';
import { type Input, type OpenOptions, openInput } from './inputs.ts';
import { type ReaderName, readingTools } from './load-tools.ts';
import { readSource } from './read-source.ts';
import type { ReadDocument, ReadingTools } from './reading-tools.ts';

/** What one input gave: its documents, or the problem that kept it from being opened. */
export interface InputResult {
  readonly input: Input;
  readonly documents: readonly ReadDocument[];
  /** Problems of opening; those of a document stand with it. */
  readonly problems: readonly Problem[];
}

export interface ReadOptions extends OpenOptions {
  readonly reader: ReaderName;
  /** Threads to read with; chosen by the number of inputs when left out. */
  readonly jobs?: number;
  /** Once true, no further input is begun. */
  readonly stopped?: () => boolean;
}

/**
 * Below this many inputs threads cost more than they bring: each loads what reading needs (half a second of computing), and two
 * take up to a third more computing than one for the same documents.
 */
const PAYS_FROM = 100;
const MOST_JOBS = 4;

/** Reads inputs without a ledger; results come in the order of the inputs, as each is ready. Never throws for one of them. */
export async function* readInputs(inputs: readonly Input[], options: ReadOptions): AsyncGenerator<InputResult> {
  const jobs = options.jobs ?? (await jobsFor(inputs, options.reader));
  if (jobs > 1) {
    const { readInPool } = await import('./read-pool.ts');
    yield* readInPool(inputs, { ...options, jobs });
    return;
  }
  const tools = await readingTools(options.reader)();
  for (const input of inputs) {
    if (options.stopped?.()) return;
    yield await readInput(tools, input, options);
  }
}

/** Opens and reads one input. */
export async function readInput(tools: ReadingTools, input: Input, options: OpenOptions): Promise<InputResult> {
  try {
    const { source, problems } = await openInput(input, options);
    return { input, documents: source ? await readSource(tools, source) : [], problems };
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error);
    return {
      input,
      documents: [],
      problems: [problem('part-failed', { source: input.name }, { part: 'opening', reason }, 'error')],
    };
  }
}

async function jobsFor(inputs: readonly Input[], reader: ReaderName): Promise<number> {
  // A model's endpoint is waited for, not computed: threads bring nothing.
  if (inputs.length < PAYS_FROM || reader !== 'rules') return 1;
  const { availableParallelism } = await import('node:os');
  return Math.min(MOST_JOBS, availableParallelism());
}
