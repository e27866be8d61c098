import { evtxLines } from '../../actions/evtx-lines.ts';
import type { Problem } from '../../base/problem.ts';
import { EXIT } from '../exit.ts';
import { untilInterrupted } from '../interrupt.ts';
import { clearProgress, say, showProgress } from '../output.ts';
import { problemLine } from '../problem-line.ts';

/** Writes the records of event logs as lines of JSON. A file, chunk or record that cannot be read is reported and left out. */
export async function evtxDumpCommand(files: readonly string[]): Promise<number> {
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

/** Waits until a slow reader has taken the bytes, as they are overwritten afterwards. */
function write(bytes: Uint8Array): Promise<void> {
  return new Promise((resolve) => process.stdout.write(bytes, () => resolve()));
}
