import type { Difference, StatedFigure } from '../../model/year.ts';
import { unitOfCount } from '../trend/claims.ts';

type Figure = Omit<StatedFigure, 'differs'>;

/**
 * For each figure those for the very same time and a scope that does not exclude its own, with another number. Units are compared
 * where both count attacks of some kind ("600 incidents", "1,300 attacks"); which is right is not decided here.
 */
export function differences(figures: readonly Figure[]): ReadonlyMap<string, readonly Difference[]> {
  const groups = new Map<string, Figure[]>();
  for (const figure of figures) {
    // A figure that is denied by its speaker is no second number; neither is a part beside its whole.
    if (figure.stance !== 'asserts' || figure.first === null || figure.of !== null) continue;
    const family = unitOfCount(figure.unit) ? 'attacks' : figure.unit;
    const key = `${figure.first}|${figure.last}|${family}`;
    groups.set(key, [...(groups.get(key) ?? []), figure]);
  }
  const found = new Map<string, Difference[]>();
  for (const group of groups.values())
    for (const a of group)
      for (const b of group) {
        if (a === b || a.value === b.value || !compatible(a.initiator, b.initiator) || !compatible(a.target, b.target))
          continue;
        const unit = a.unit !== b.unit;
        const scope = a.initiator === b.initiator && a.target === b.target;
        const difference = {
          id: b.id,
          unit,
          counter: a.counter !== b.counter,
          excludes: !unit && scope && apart(a, b),
        };
        found.set(a.id, [...(found.get(a.id) ?? []), difference]);
      }
  return found;
}

/** Scopes where neither rules out the other: equal, or one not said. */
const compatible = (a: string | null, b: string | null): boolean => a === null || b === null || a === b;

/** Whether no number satisfies both. "About" excludes nothing. */
function apart(a: Figure, b: Figure): boolean {
  const [p, q] = [reach(a), reach(b)];
  return p !== null && q !== null && (p[1] < q[0] || q[1] < p[0]);
}

function reach({ value, bound }: Figure): readonly [number, number] | null {
  if (bound === 'about') return null;
  return [bound === 'at-most' ? 0 : value, bound === 'at-least' ? Number.POSITIVE_INFINITY : value];
}
