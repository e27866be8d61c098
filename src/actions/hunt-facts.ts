import { describe } from '../base/problem-words.ts';
import type { RuleFacts } from '../report/hunt/index.ts';
import type { ReadPack } from '../telemetry/hunt/pack-text.ts';
import type { HuntRequest } from './hunt.ts';

/** How many rules run, and why others were not loaded. */
export function ruleFacts({ refused }: ReadPack, running: number): RuleFacts {
  const reasons = new Map<string, { reason: string; count: number; examples: string[] }>();
  for (const { file, why } of refused) {
    if (!why) continue;
    const found = reasons.get(why.code) ?? { reason: describe({ ...why, place: {} }), count: 0, examples: [] };
    found.count++;
    if (found.examples.length < EXAMPLES) found.examples.push(file);
    reasons.set(why.code, found);
  }
  return { loaded: running, notLoaded: [...reasons.values()].sort((a, b) => b.count - a.count), withoutLogs: null };
}

/** Files that are named with a reason. */
const EXAMPLES = 5;

/** What the user chose to leave out, in words. */
export function filterWords({ filter, after, before }: HuntRequest): string[] {
  const { minLevel, statuses, tags, only, except } = filter;
  return [
    minLevel && `level ${minLevel} or above`,
    statuses.length > 0 && `status ${statuses.join(' or ')}`,
    tags.length > 0 && `tag ${tags.join(' or ')}`,
    only.length > 0 && `only ${only.join(', ')}`,
    except.length > 0 && `without ${except.join(', ')}`,
    Number.isFinite(after) && `from ${new Date(after).toISOString()}`,
    Number.isFinite(before) && `until ${new Date(before).toISOString()}`,
  ].filter((words) => typeof words === 'string');
}
