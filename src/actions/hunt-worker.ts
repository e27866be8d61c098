import { parentPort, workerData } from 'node:worker_threads';
import type { HuntOut, HuntSetup } from './hunt-scan.ts';
import { HuntScan } from './hunt-scan.ts';
import type { FromWorker, ToWorker } from './hunt-worker-words.ts';

/** The other end of hunt-pool.ts: reads one task after the other, and at the end says what it counted. */

const { setup, stop } = workerData as { setup: HuntSetup; stop: SharedArrayBuffer };
const flag = new Int32Array(stop);
const port = parentPort!;
const say = (message: FromWorker) => port.postMessage(message);

/** Bytes that are reported at a time: often enough for a moving line, seldom enough to cost nothing. */
const STEP = 1 << 20;
let unsaid = 0;

const out: HuntOut = {
  hits: (hits) => say({ says: 'hits', hits }),
  problem: (problem) => say({ says: 'problem', problem }),
  done: (bytes) => {
    unsaid += bytes;
    if (unsaid >= STEP) flush();
    return Atomics.load(flag, 0) === 1;
  },
};

function flush(): void {
  if (unsaid > 0) say({ says: 'done', bytes: unsaid });
  unsaid = 0;
}

const ready = HuntScan.load(setup);

port.on('message', (message: ToWorker) => void obey(message));
say({ says: 'ready' });

async function obey(message: ToWorker): Promise<void> {
  if (message.do === 'end') {
    say({ says: 'tallies', tallies: ready.tallies() });
    port.close();
    return;
  }
  await ready.read(message.task, out);
  flush();
  say({ says: 'ready' });
}
