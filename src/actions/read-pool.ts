import { extname } from 'node:path';
import { Worker } from 'node:worker_threads';
import { hintEngine } from './engine-hints.ts';
import type { Input } from './inputs.ts';
import { readingTools } from './load-tools.ts';
import { type InputResult, type ReadOptions, readInput } from './read-inputs.ts';
import type { WorkerTask } from './read-worker.ts';

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

/**
 * Reads inputs with several threads; results come in the order of the inputs. An input that was too much for a thread is read
 * again by the main one, which has no such bounds.
 */
export async function* readInPool(
  inputs: readonly Input[],
  options: ReadOptions & { readonly jobs: number },
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

  const start = () => {
    const worker = new Worker(workerFile(), { workerData: { allowPrivate, given, reader }, resourceLimits: HEAP });
    const tasks = new Set<number>();
    workers.add(worker);
    worker.on('message', ({ index, result }: { index: number; result: InputResult }) => {
      tasks.delete(index);
      ready.set(index, result);
      idle.push(worker);
      wake();
    });
    // Its end follows and says all that is needed.
    worker.on('error', () => {});
    worker.on('exit', () => {
      if (!workers.delete(worker)) return;
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
        if (workers.size < jobs) start();
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
        yield result === AGAIN ? await readInput(await tools(), input, options) : result;
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
