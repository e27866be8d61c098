import { parentPort, workerData } from 'node:worker_threads';
import type { Input, OpenOptions } from './inputs.ts';
import { type ReaderName, readingTools } from './load-tools.ts';
import { type InputResult, readInput } from './read-inputs.ts';

/** The other end of read-pool.ts: reads one input for each message and answers with its result. */

export interface WorkerTask {
  readonly index: number;
  readonly input: Input;
}

/** What a thread says: that it can read, then a result for each task. */
export type WorkerAnswer = 'ready' | { readonly index: number; readonly result: InputResult };

const { reader, ...options } = workerData as OpenOptions & { reader: ReaderName };
const tools = readingTools(reader);

/** One input after the other: what comes meanwhile waits. A thread that cannot load what it needs ends. */
let last: Promise<void> = tools().then(() => say('ready'));

parentPort?.on('message', (task: WorkerTask) => {
  last = last.then(() => answer(task));
});

async function answer({ index, input }: WorkerTask): Promise<void> {
  say({ index, result: await readInput(await tools(), input, options) });
}

function say(answer: WorkerAnswer): void {
  parentPort?.postMessage(answer);
}
