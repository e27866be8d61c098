import type { Part } from '../../reader.ts';

/** Whether a part has the first byte: what cannot be read in parts is read with it, and nothing with the others. */
export function isFirst(part: Part | undefined): boolean {
  return !part || (part.start === 0 && part.end > 0);
}
