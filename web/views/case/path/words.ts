import type { Intrusion, PathEdge } from '../../../../src/http/contract/index.ts';
import type { PlacedNode } from './layout.ts';

export const HOW_WORDS: Readonly<Record<PathEdge['how'], string>> = {
  entry: 'Entry',
  move: 'Logon, then something new there,',
  delivery: 'Software update',
  touch: 'Logon and nothing more',
  only: 'Remote service, when only this machine was held,',
};

export const KIND_WORDS: Readonly<Record<PlacedNode['kind'], string>> = {
  outside: 'outside',
  entry: '▸ entry',
  controlled: '■ controlled',
  touched: '□ touched',
};

/** The tactics seen on a machine, in the order of time. */
export function tacticsOf({ steps }: Intrusion, host: string): string[] {
  const of = steps.filter((step) => step.host === host).flatMap(({ tactics }) => tactics);
  return [...new Set(of)].map((tactic) => tactic.replaceAll('-', ' '));
}
