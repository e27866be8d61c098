import type { Problem } from '../base/problem.ts';
import { describe } from '../base/problem-words.ts';

/** A problem in one line for people, with the input it belongs to and the code that programs see. */
export function problemLine(found: Problem, source: string): string {
  return `${describe({ ...found, place: { source, ...found.place } })} [${found.code}]`;
}
