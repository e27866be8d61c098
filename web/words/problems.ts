import type { Place, Problem } from '../../src/http/contract/index.ts';

const LEFT: Readonly<Record<Problem['severity'], string>> = {
  error: 'Nothing could be read from it.',
  warning: 'The rest was read.',
  note: 'Left out on purpose.',
};

/** A problem as a sentence: the program's own words where it sends them, else its code spelled out with its details. */
export function problemWords(problem: Problem & { readonly message?: string }): string {
  if (problem.message) return problem.message;
  const words = problem.code.replace(/[-_.:/]+/g, ' ');
  const details = Object.entries(problem.details).map(([key, value]) => `${key.replace(/[-_]/g, ' ')} ${value}`);
  return `${words[0]?.toUpperCase() ?? ''}${words.slice(1)}${details.length ? `: ${details.join(', ')}` : ''}.`;
}

/** What still works in spite of it. */
export function whatIsLeft(problem: Problem): string {
  return LEFT[problem.severity];
}

/** "report.pdf, page 3, line 12". */
export function placeWords(place: Place): string {
  const parts: string[] = [];
  if (place.source) parts.push(place.source);
  if (place.part) parts.push(place.part);
  for (const key of ['page', 'line', 'column'] as const)
    if (place[key] !== undefined) parts.push(`${key} ${place[key]}`);
  if (place.offset !== undefined && place.line === undefined) parts.push(`offset ${place.offset}`);
  return parts.join(', ');
}
