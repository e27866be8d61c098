import type { WeighingChange } from '../../model/weighing/assessment.ts';
import type { WeighingEntry } from '../../model/weighing/weighing.ts';
import { assess } from './assess.ts';
import { weighingOf } from './fold.ts';

/** Days shown; the first one stands for all before it. */
const MOST = 60;

/**
 * What changed our mind: each day with entries, what was added, and how far belief moved. Oldest first. Of one analyst: own ratings,
 * probabilities and judgements, and what all share (question, hypotheses, evidence), by whomever.
 */
export function historyOf(all: readonly WeighingEntry[], analyst?: string): WeighingChange[] {
  const entries = all.filter((entry) => !analyst || !OWN.has(entry.part) || entry.analyst === analyst);
  const days = [...new Set(entries.map(({ recorded }) => recorded.slice(0, 10)))].sort();
  const shown = days.slice(-MOST);
  let before: Readonly<Record<string, number>> | null = null;
  return shown.flatMap((day, i): WeighingChange[] => {
    const weighing = weighingOf(entries, { asOf: day, analyst });
    if (!weighing) return [];
    const { hypotheses, leading } = assess(weighing, { asOf: day, brief: true });
    const probabilities = Object.fromEntries(hypotheses.map(({ id, probability }) => [id, probability]));
    const of = entries.filter(({ recorded }) => {
      const on = recorded.slice(0, 10);
      return on === day || (i === 0 && on < day);
    });
    const moved = before === null ? 0 : distance(before, probabilities);
    before = probabilities;
    return [
      {
        recorded: day,
        analysts: [...new Set(of.map((entry) => entry.analyst))],
        entries: of.map(({ part, key, analyst: by }) => ({ part, key, analyst: by })),
        probabilities,
        leaders: leading,
        moved,
      },
    ];
  });
}

/** Parts that are one analyst's alone. */
const OWN: ReadonlySet<WeighingEntry['part']> = new Set(['rating', 'stated', 'judgement']);

/** Total variation distance: half the sum of absolute differences. */
function distance(a: Readonly<Record<string, number>>, b: Readonly<Record<string, number>>): number {
  const ids = new Set([...Object.keys(a), ...Object.keys(b)]);
  return [...ids].reduce((sum, id) => sum + Math.abs((a[id] ?? 0) - (b[id] ?? 0)), 0) / 2;
}
