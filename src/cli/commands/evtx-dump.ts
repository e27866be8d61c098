import { setFlagsFromString } from 'node:v8';
import { evtxLines } from '../../actions/evtx-lines.ts';
import type { Problem } from '../../base/problem.ts';
import { EXIT } from '../exit.ts';
import { someInput } from '../input-file.ts';
import { untilInterrupted } from '../interrupt.ts';
import { clearProgress, say, showProgress } from '../output.ts';
import { problemLine } from '../problem-line.ts';

/** Writes the records of event logs as lines of JSON. A file, chunk or record that cannot be read is reported and left out. */
export async function evtxDumpCommand(files: readonly string[]): Promise<number> {
  someInput(files);
  optimiseLater();
  const lines = evtxLines();
  const interrupt = untilInterrupted();
  let troubled = false;
  for (const file of files) {
    const report = (found: Problem): void => {
      if (found.severity !== 'note') troubled = true;
      say(problemLine(found, file));
    };
    for await (const { bytes, done } of lines(file, report)) {
      await write(bytes);
      showProgress(`${file}: ${Math.round(100 * done)}%`);
      if (interrupt.stopped()) break;
    }
    if (interrupt.stopped()) break;
  }
  interrupt.release();
  clearProgress();
  return interrupt.stopped() ? EXIT.interrupted : troubled ? EXIT.problems : EXIT.done;
}

/**
 * Nearly all work is done in WebAssembly; what JavaScript does for each template is over before optimising it has paid, which
 * would be a fifth of the time for 256 MB. So functions have to do thirty times as much before V8 turns to them. A flag that a
 * V8 does not know would be complained of: only versions that were looked at get it.
 */
function optimiseLater(): void {
  const node = Number(process.versions.node.split('.')[0]);
  if (node <= LAST_LOOKED_AT) setFlagsFromString('--interrupt-budget=4000000');
}

const LAST_LOOKED_AT = 24;

/** Waits until a slow reader has taken the bytes, as they are overwritten afterwards. */
function write(bytes: Uint8Array): Promise<void> {
  return new Promise((resolve) => process.stdout.write(bytes, () => resolve()));
}
