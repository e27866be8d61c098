import { extname } from 'node:path';
import { fileURLToPath } from 'node:url';
import { Worker } from 'node:worker_threads';
import { problem } from '../base/problem.ts';
import type { Input } from './inputs.ts';
import type { InputResult, ReadOptions } from './read-inputs.ts';
import type { WorkerTask } from './read-worker.ts';

/** How far the fastest thread may run ahead of the next result to be given, so that results waiting stay few. */
const AHEAD = 64;

/** Reads inputs with several threads; results come in the order of the inputs. A thread that dies costs the input it had. */
export async function* readInPool(
  inputs: readonly Input[],
  options: ReadOptions & { readonly jobs: number },
): AsyncGenerator<InputResult> {
  const { jobs, stopped, allowPrivate, given, reader } = options;
  const ready = new Map<number, InputResult>();
  const workers = new Set<Worker>();
  const idle: Worker[] = [];
  let next = 0;
  let due = 0;
  let wake: () => void = () => {};

  const start = () => {
    const worker = new Worker(workerFile(), { workerData: { allowPrivate, given, reader } });
    let task: WorkerTask | null = null;
    workers.add(worker);
    worker.on('message', ({ index, result }: { index: number; result: InputResult }) => {
      task = null;
      ready.set(index, result);
      idle.push(worker);
      wake();
    });
    let reason = 'the thread ended';
    worker.on('error', (error) => {
      reason = error.message;
    });
    worker.on('exit', () => {
      if (!workers.delete(worker)) return;
      if (idle.includes(worker)) idle.splice(idle.indexOf(worker), 1);
      if (task) ready.set(task.index, died(task.input, reason));
      wake();
    });
    give.set(worker, (given) => {
      task = given;
      worker.postMessage(given);
    });
    idle.push(worker);
  };
  const give = new Map<Worker, (task: WorkerTask) => void>();

  try {
    while (due < inputs.length) {
      while (next < inputs.length && next < due + AHEAD && !stopped?.()) {
        if (idle.length === 0 && workers.size < jobs) start();
        const worker = idle.pop();
        if (!worker) break;
        give.get(worker)?.({ index: next, input: inputs[next]! });
        next++;
      }
      const result = ready.get(due);
      if (result) {
        ready.delete(due);
        due++;
        yield result;
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

function died(input: Input, reason: string): InputResult {
  const failed = problem('part-failed', { source: input.name }, { part: 'reading', reason }, 'error');
  return { input, documents: [], problems: [failed] };
}

/** The worker beside this file, compiled or not as this file is. */
function workerFile(): string {
  const here = fileURLToPath(import.meta.url);
  return here.replace(/read-pool\.\w+$/, `read-worker${extname(here)}`);
}
