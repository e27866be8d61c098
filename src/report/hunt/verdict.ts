import type { RunFacts } from './facts.ts';
import type { HuntFigures } from './figures.ts';
import { LEVELS } from './levels.ts';
import { counted } from './words.ts';

/**
 * The first line of every summary: how many hits, of which level, on how many hosts. It never says "clean": no hit means that
 * these rules found nothing in what was read.
 */
export function verdict({ hits, levels, hosts }: HuntFigures, { stopped }: RunFacts): string {
  const partly = stopped ? ' (stopped before the end)' : '';
  if (hits === 0) return `No hit in what was read${partly}.`;
  const top = LEVELS.findIndex((_, i) => levels[i]);
  const level = LEVELS[top]!;
  const hostsAt = hosts.filter(({ levels }) => levels[top]).length;
  const where = `on ${counted(hostsAt, 'host')}`;
  const rest = hits - levels[top]!;
  const gravest = `${counted(levels[top]!, `${level} hit`)} ${where}`;
  return `${gravest}${rest ? `, and ${counted(rest, 'hit')} of lower levels` : ''}${partly}.`;
}
