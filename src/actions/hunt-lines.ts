import type { Value } from '../base/fields.ts';
import { instantText } from '../base/instant.ts';
import type { Sighting } from '../model/sighting.ts';
import { sightingLine } from '../model/sighting-line.ts';
import { Correlator } from '../sigma/correlate/correlator.ts';
import type { CorrelationHit } from '../sigma/correlate/hits.ts';
import type { Correlation, RulePack } from '../sigma/rule/tree.ts';
import type { Hit } from '../telemetry/engines/stream/hit.ts';
import type { ChosenRules } from '../telemetry/hunt/select.ts';

/**
 * Lines of `--jsonl` in order: hits of reported rules, indicators, and what correlations make of hits. A correlation stands
 * where it became certain, under the record that completed it.
 */
export async function* linesOf(hits: AsyncIterable<Hit>, chosen: ChosenRules, pack: RulePack): AsyncGenerator<string> {
  const byId = new Map(chosen.correlations.map((one) => [one.id, one]));
  let due: CorrelationHit<Hit>[] = [];
  const correlator = new Correlator<Hit>(chosen.correlations, (found) => {
    if (chosen.shown.has(found.correlation)) due.push(found);
  });
  for await (const hit of hits) {
    const number = chosen.run[hit.rule];
    // Without correlations no rule is asked for its id, which is text until then.
    const rule = number === undefined || byId.size === 0 ? undefined : pack.rules[number];
    if (rule && correlator.wants(rule.id))
      correlator.push({ rule: rule.id, time: hit.time, fields: carried(hit), ref: hit });
    const together: CorrelationHit<Hit>[] = [];
    for (const found of due) {
      if (found.time < hit.time) yield lineOf(found, byId);
      else together.push(found);
    }
    due = [];
    if (number === undefined || chosen.reported.has(number)) yield hit.line;
    for (const found of together) yield lineOf(found, byId);
  }
  correlator.end();
  for (const found of due) yield lineOf(found, byId);
}

function carried({ carry }: Hit): Readonly<Record<string, Value>> {
  return carry ? (JSON.parse(carry) as Record<string, Value>) : {};
}

function lineOf(found: CorrelationHit<Hit>, byId: ReadonlyMap<string, Correlation>): string {
  const { id, title, level, status, tags } = byId.get(found.correlation)!;
  const last = JSON.parse(found.refs.at(-1)!.line) as Sighting;
  const sighting: Sighting = {
    ...last,
    time: instantText(found.time),
    rule: { id, title, level, status, tags },
    fields: {
      ...found.group,
      'correlation.count': String(found.count),
      'correlation.first': instantText(found.first),
      'correlation.last': instantText(found.last),
      'correlation.measured': String(found.measured),
      'correlation.records': found.refs.slice(-SHOWN).map(({ line }) => placeOf(line)),
    },
  };
  return sightingLine(sighting).trimEnd();
}

/** Records that a correlation's line names, the latest. */
const SHOWN = 20;

function placeOf(line: string): string {
  const { file, record } = JSON.parse(line) as Sighting;
  return `${file}#${record}`;
}
