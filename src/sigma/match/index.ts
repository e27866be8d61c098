export { evaluate } from './evaluate.ts';
export { fold } from './fold.ts';
export { type Counts, compileMatcher, type MatchEvent, type Matcher, type Views } from './matcher.ts';
export { canRun, compileRegex } from './regex.ts';
