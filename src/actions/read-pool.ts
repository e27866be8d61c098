import { extname } from 'node:path';
import { Worker } from 'node:worker_threads';
import { type Problem, problem } from '../base/problem.ts';
import { hintEngine } from './engine-hints.ts';
import type { Input } from './inputs.ts';
import { readingTools } from './load-tools.ts';
import { type InputResult, type ReadOptions, readInput } from './read-inputs.ts';
import type { WorkerAnswer, WorkerTask } from './read-worker.ts';

/** How far the fastest thread may run ahead of the next result to be given, so that results waiting stay few. */
const AHEAD = 64;

/** Inputs that a thread has at once: the next one lies there when it has finished one. */
const IN_HAND = 2;

/**
 * Heap of a thread, in megabytes. Enough for any ordinary report, and small enough that the collector keeps two threads near
 * 300 MB where they would take 460 MB unasked, for about a tenth more computing (docs/BENCHMARKS.md). A young generation of half
 * the size saves 35 MB and costs another tenth; a larger one brings nothing.
 */
const HEAP = { maxOldGenerationSizeMb: 180, maxYoungGenerationSizeMb: 32 };

/** Threads that may end before they are ready; from then on none is started. */
const FAILED_STARTS = 2;

/**
 * Reads inputs with several threads; results come in the order of the inputs. An input that was too much for a thread is read
 * again by the main one, which has no such bounds. Where threads cannot be started, the main one reads everything and the next
 * result carries the problem `threads-failed`, once. `file`: what a thread runs.
 */
export async function* readInPool(
  inputs: readonly Input[],
  options: ReadOptions & { readonly jobs: number },
  file: URL = workerFile(),
): AsyncGenerator<InputResult> {
  const { jobs, stopped, allowPrivate, given, reader } = options;
  hintEngine();
  const ready = new Map<number, InputResult | typeof AGAIN>();
  const tools = readingTools(reader);
  const workers = new Set<Worker>();
  const idle: Worker[] = [];
  let next = 0;
  let due = 0;
  let wake: () => void = () => {};
  let failed = 0;
  let remark: Problem | null = null;

  const start = () => {
    const worker = new Worker(file, { workerData: { allowPrivate, given, reader }, resourceLimits: HEAP });
    const tasks = new Set<number>();
    let started = false;
    let reason = '';
    workers.add(worker);
    worker.on('message', (answer: WorkerAnswer) => {
      started = true;
      if (answer === 'ready') return;
      const { index, result } = answer;
      tasks.delete(index);
      ready.set(index, result);
      idle.push(worker);
      wake();
    });
    // Its end follows.
    worker.on('error', (error) => {
      reason = error instanceof Error ? error.message : String(error);
    });
    worker.on('exit', (code) => {
      if (!workers.delete(worker)) return;
      if (!started && ++failed === FAILED_STARTS)
        remark = problem('threads-failed', {}, { tries: failed, reason: reason || `exit code ${code}` }, 'note');
      while (idle.includes(worker)) idle.splice(idle.indexOf(worker), 1);
      for (const index of tasks) ready.set(index, AGAIN);
      wake();
    });
    give.set(worker, (given) => {
      tasks.add(given.index);
      worker.postMessage(given);
    });
    for (let i = 0; i < IN_HAND; i++) idle.unshift(worker);
  };
  const give = new Map<Worker, (task: WorkerTask) => void>();

  try {
    while (due < inputs.length) {
      while (next < inputs.length && next < due + AHEAD && !stopped?.()) {
        if (workers.size < jobs && failed < FAILED_STARTS) start();
        if (workers.size === 0) {
          ready.set(next++, AGAIN);
          continue;
        }
        const worker = idle.pop();
        if (!worker) break;
        give.get(worker)?.({ index: next, input: inputs[next]! });
        next++;
      }
      const result = ready.get(due);
      if (result) {
        ready.delete(due);
        const input = inputs[due]!;
        due++;
        const read = result === AGAIN ? await readInput(await tools(), input, options) : result;
        const said: readonly Problem[] = remark ? [remark] : [];
        remark = null;
        yield said.length ? { ...read, problems: [...said, ...read.problems] } : read;
      } else if (due < next) {
        await new Promise<void>((resolve) => {
          wake = resolve;
          if (ready.has(due)) resolve();
        });
      } else return;
    }
  } finally {
    const running = [...workers];
    workers.clear();
    await Promise.all(running.map((worker) => worker.terminate()));
  }
}

const AGAIN = Symbol('again');

/** The worker beside this file, compiled or not as this file is. */
function workerFile(): URL {
  const here = import.meta.url;
  return new URL(`read-worker${extname(here)}`, here);
}
