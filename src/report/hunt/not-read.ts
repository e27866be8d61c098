import type { Problem } from '../../base/problem.ts';
import { describe } from '../../base/problem-words.ts';

/** Problems with one code that are listed one by one; more of them become a line that counts them. */
const ONE_BY_ONE = 3;

/**
 * Problems as lines for people, in the order of their first; many of one kind with the same details become one line: a folder
 * with a thousand text files should not hide the one log that is damaged.
 */
export function problemWords(problems: readonly Problem[]): string[] {
  const kinds = new Map<string, Problem[]>();
  for (const one of problems) {
    const key = describe({ ...one, place: {} });
    const same = kinds.get(key);
    if (same) same.push(one);
    else kinds.set(key, [one]);
  }
  return [...kinds].flatMap(([words, same]) =>
    same.length <= ONE_BY_ONE
      ? same.map(describe)
      : [`${same.length.toLocaleString('en-US')} times: ${words} First: ${describePlaceOf(same[0]!)}`],
  );
}

function describePlaceOf({ place: { source, line } }: Problem): string {
  return `${source ?? ''}${line === undefined ? '' : `, line ${line}`}`;
}
