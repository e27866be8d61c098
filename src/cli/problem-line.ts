import type { Place, Problem } from '../base/problem.ts';
import { describe } from '../base/problem-words.ts';

/** A problem in one line for people: where, what, and the code that programs see. */
export function problemLine(found: Problem, source: string): string {
  return `${placeWords(found.place, source)}: ${describe(found)} (${found.severity}: ${found.code})`;
}

function placeWords({ source, part, page, line, column, offset }: Place, fallback: string): string {
  const within = [
    part,
    page !== undefined && `page ${page}`,
    line !== undefined && `line ${line}${column === undefined ? '' : `:${column}`}`,
    line === undefined && offset !== undefined && `offset ${offset}`,
  ];
  return [source ?? fallback, ...within].filter(Boolean).join(', ');
}
