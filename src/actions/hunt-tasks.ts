import type { LogFile } from '../telemetry/inputs/list.ts';
import type { Part } from '../telemetry/reader.ts';

/** A file to hunt in. `file` is its number in the order of names; archives give their entries fractions above it. */
export interface HuntFile extends LogFile {
  readonly file: number;
  /** Whether parts of it can be read side by side. */
  readonly splits: boolean;
}

/** What one worker reads in one go: several small files, or a part of a large one. */
export interface HuntTask {
  readonly files: readonly HuntFile[];
  readonly part: Part | null;
}

/**
 * Cuts the work so that every core has something to do until the end, and no piece is so small that handing it out costs more
 * than doing it. Tasks come in the order of files.
 */
export function planTasks(files: readonly HuntFile[], jobs: number): HuntTask[] {
  const total = files.reduce((sum, { size }) => sum + Math.max(0, size), 0);
  const piece = Math.min(LARGEST, Math.max(SMALLEST, Math.ceil(total / (jobs * PIECES_A_JOB))));
  const tasks: HuntTask[] = [];
  let group: HuntFile[] = [];
  let held = 0;
  const close = () => {
    if (group.length > 0) tasks.push({ files: group, part: null });
    group = [];
    held = 0;
  };
  for (const file of files) {
    if (file.splits && jobs > 1 && file.size > piece * 1.5) {
      close();
      const parts = Math.ceil(file.size / piece);
      const length = Math.ceil(file.size / parts / ALIGN) * ALIGN;
      for (let start = 0; start < file.size; start += length)
        tasks.push({ files: [file], part: { start, end: Math.min(file.size, start + length) } });
      continue;
    }
    if (held > 0 && held + file.size > piece) close();
    group.push(file);
    held += Math.max(file.size, LEAST);
  }
  close();
  return tasks;
}

const SMALLEST = 1 << 20;
const LARGEST = 32 << 20;
const PIECES_A_JOB = 8;
/** Opening a file costs about as much as reading this many bytes. */
const LEAST = 16 << 10;
/** Parts begin at whole chunks of event logs. */
const ALIGN = 1 << 16;
