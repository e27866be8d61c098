import { parentPort, workerData } from 'node:worker_threads';
import type { Input, OpenOptions } from './inputs.ts';
import { type ReaderName, readingTools } from './load-tools.ts';
import { readInput } from './read-inputs.ts';

/** The other end of read-pool.ts: reads one input for each message and answers with its result. */

export interface WorkerTask {
  readonly index: number;
  readonly input: Input;
}

const { reader, ...options } = workerData as OpenOptions & { reader: ReaderName };
const tools = readingTools(reader);

/** One input after the other: what comes meanwhile waits. */
let last: Promise<void> = Promise.resolve();

parentPort?.on('message', (task: WorkerTask) => {
  last = last.then(() => answer(task));
});

async function answer({ index, input }: WorkerTask): Promise<void> {
  parentPort?.postMessage({ index, result: await readInput(await tools(), input, options) });
}
