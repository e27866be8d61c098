import type { Problem } from '../base/problem.ts';
import { describe } from '../base/problem-words.ts';

/** The problem with its sentence, for callers that cannot word it themselves. */
export function withMessage(problem: Problem): Problem & { readonly message: string } {
  const sentence = describe({ ...problem, place: {} });
  return { ...problem, message: `${sentence[0]?.toUpperCase() ?? ''}${sentence.slice(1)}` };
}
