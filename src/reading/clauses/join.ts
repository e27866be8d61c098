import type { Span } from '../../base/span.ts';
import { loadTable } from '../../knowledge/load.ts';
import type { Heard } from '../kinds/score.ts';
import type { Utterance } from '../speech/attribute.ts';
import type { Clause } from './segment.ts';

/** A clause with what its cues say. */
interface Part {
  readonly clause: Clause;
  readonly words: string;
  readonly heard: Heard;
}

/** Weights of a logistic regression by feature; the empty feature is the bias. */
export interface JoinModel {
  readonly weights: Readonly<Record<string, number>>;
}

const LONG = 30;

/** What tells whether a clause goes on with the claim of the clause before it: names of features and their values. */
export function joinFeatures(flat: string, before: Part, next: Part, utterance: Utterance): [string, number][] {
  const gap = flat.slice(before.clause.end, next.clause.start).trim();
  const role = next.clause.role + (next.clause.subject ? '+' : '');
  const first = /\S+/.exec(next.words)?.[0].toLowerCase().replace(/["',]/g, '') ?? '';
  const [x, y] = [before.heard.leading, next.heard.leading];
  const [a, b] = [length(before.words), length(next.words)];
  const comma = gap.includes(',');
  return [
    ['', 1],
    [`role ${role}`, 1],
    [`first ${first}`, 1],
    [`${role} ${first}`, 1],
    [`after ${before.clause.role}`, 1],
    [`gap ${gap}`, 1],
    [`${role} ${comma ? 'comma' : 'plain'}`, 1],
    ['length before', Math.min(a, LONG) / 20],
    ['length', Math.min(b, LONG) / 20],
    [`length ${next.clause.role}`, Math.min(b, LONG) / 20],
    ['short', b < 4 ? 1 : 0],
    ['short before', a < 4 ? 1 : 0],
    ['same', x === y && x !== 'none' ? 1 : 0],
    [`${role} same`, x === y ? 1 : 0],
    ['nothing before', x === 'none' ? 1 : 0],
    [`${role} nothing`, y === 'none' ? 1 : 0],
    [`leads ${y}`, 1],
    [`pair ${x} ${y}`, 0.5],
    ['weight', strongest(next.heard) / 3],
    ['weight before', strongest(before.heard) / 3],
    ['quoted', utterance.quoted ? 1 : 0],
    ['narrator', utterance.speaker === 'narrator' ? 1 : 0],
  ];
}

const length = (words: string): number => words.split(' ').filter(Boolean).length;
const strongest = ({ scores }: Heard): number => scores.reduce((most, { weight }) => Math.max(most, weight), 0);

/** How likely a clause goes on with the claim of the clause before it. */
export function joinProbability(flat: string, before: Part, next: Part, utterance: Utterance): number {
  const { weights } = loadTable<JoinModel>('reading/joins.json.gz');
  let sum = 0;
  for (const [feature, value] of joinFeatures(flat, before, next, utterance)) sum += value * (weights[feature] ?? 0);
  return 1 / (1 + Math.exp(-sum));
}

/** Whether two clauses lie in one claim, in two, or not both in one (null). */
export function joined(before: Span, next: Span, claims: readonly Span[]): boolean | null {
  const covers = (clause: Span): Set<number> => indices(claims, (claim) => shared(clause, claim) >= 0.6 * size(clause));
  const holds = (clause: Span): boolean => claims.some((claim) => shared(clause, claim) >= 0.6 * size(claim));
  const [a, b] = [covers(before), covers(next)];
  if ([...a].some((claim) => b.has(claim))) return true;
  return (a.size || holds(before)) && (b.size || holds(next)) ? false : null;
}

const size = ({ start, end }: Span): number => end - start;
const shared = (a: Span, b: Span): number => Math.min(a.end, b.end) - Math.max(a.start, b.start);
const indices = (claims: readonly Span[], holds: (claim: Span) => boolean): Set<number> =>
  new Set(claims.flatMap((claim, i) => (holds(claim) ? [i] : [])));
