import { extname } from 'node:path';
import { Worker } from 'node:worker_threads';
import { type Problem, problem } from '../base/problem.ts';
import type { Hit } from '../telemetry/engines/stream/hit.ts';
import type { HuntSetup, HuntTallies } from './hunt-scan.ts';
import type { HuntTask } from './hunt-tasks.ts';
import type { FromWorker, ToWorker } from './hunt-worker-words.ts';

/** Heap of a worker in megabytes: room for compiled rules and a batch of records, so that a few workers stay under 600 MB. */
const HEAP = { maxOldGenerationSizeMb: 220, maxYoungGenerationSizeMb: 48 };

/** Where the findings of workers go. `hits` may wait; the worker they come from gets no new work until it has them stored. */
export interface PoolOut {
  hits(hits: readonly Hit[]): Promise<void>;
  problem(problem: Problem): void;
  /** Bytes read by all workers together since the last call. */
  done(bytes: number): void;
  stopped(): boolean;
}

/**
 * Runs tasks on worker threads. A worker that dies (its memory was not enough for what an input holds) costs its task, which is
 * reported, and is replaced.
 */
export async function runInPool(
  setup: HuntSetup,
  tasks: readonly HuntTask[],
  jobs: number,
  out: PoolOut,
): Promise<HuntTallies[]> {
  const tallies: HuntTallies[] = [];
  let next = 0;
  const one = async (): Promise<void> => {
    while (next < tasks.length && !out.stopped()) {
      const ended = await runWorker(setup, () => (out.stopped() ? null : (tasks[next++] ?? null)), out);
      if (ended.tallies) tallies.push(ended.tallies);
      else if (!ended.lost) throw new Error(`a worker could not start: ${ended.reason}`);
      for (const { path } of ended.lost?.files ?? [])
        out.problem(problem('worker-died', { source: path }, { reason: ended.reason }, 'error'));
    }
  };
  await Promise.all(Array.from({ length: Math.min(jobs, tasks.length) }, one));
  return tallies;
}

interface Ended {
  readonly tallies: HuntTallies | null;
  /** The task it was at when it died. */
  readonly lost: HuntTask | null;
  readonly reason: string;
}

function runWorker(setup: HuntSetup, next: () => HuntTask | null, out: PoolOut): Promise<Ended> {
  return new Promise((resolve, reject) => {
    const stop = new SharedArrayBuffer(4);
    const flag = new Int32Array(stop);
    const worker = new Worker(workerFile(), { workerData: { setup, stop }, resourceLimits: HEAP });
    const say = (message: ToWorker) => worker.postMessage(message);
    let task: HuntTask | null = null;
    let tallies: HuntTallies | null = null;
    let reason = 'it ended without a word';
    let stored: Promise<void> = Promise.resolve();
    const watch = setInterval(() => {
      if (out.stopped()) Atomics.store(flag, 0, 1);
    }, 50);
    const answer = async () => {
      await stored;
      task = next();
      say(task ? { do: 'read', task } : { do: 'end' });
    };
    worker.on('message', (message: FromWorker) => {
      if (message.says === 'hits') stored = stored.then(() => out.hits(message.hits));
      else if (message.says === 'problem') out.problem(message.problem);
      else if (message.says === 'done') out.done(message.bytes);
      else if (message.says === 'ready') answer().catch(reject);
      else tallies = message.tallies;
    });
    worker.on('error', (error) => {
      reason = error.message;
    });
    worker.on('exit', () => {
      clearInterval(watch);
      stored.then(() => resolve({ tallies, lost: tallies ? null : task, reason }), reject);
    });
  });
}

/** The worker beside this file, compiled or not as this file is. */
function workerFile(): URL {
  const here = import.meta.url;
  return new URL(`hunt-worker${extname(here)}`, here);
}
