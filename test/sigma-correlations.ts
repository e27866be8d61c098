import { expect } from 'vitest';
import { Correlator } from '../src/sigma/correlate/correlator.ts';
import type { CorrelationHit } from '../src/sigma/correlate/hits.ts';
import { loadRules } from '../src/sigma/load.ts';
import type { Correlation } from '../src/sigma/rule/tree.ts';

const LOGSOURCES = { channels: { security: ['Security'] }, categories: [] };

/** Correlations over the rules a, b and c. */
export function read(...sections: string[]): readonly Correlation[] {
  const rules = ['a', 'b', 'c'].map(
    (name) => `title: ${name}
name: ${name}
id: 00000000-0000-0000-0000-00000000000${name}
logsource: {product: windows, service: security}
detection: {s: {F: 1}, condition: s}`,
  );
  const documents = sections.map(
    (section, i) => `title: t${i}
name: t${i}
id: 10000000-0000-0000-0000-00000000000${i}
correlation:
${section.replace(/^/gm, '  ')}`,
  );
  const { pack, problems } = loadRules([{ file: 'x.yml', text: [...rules, ...documents].join('\n---\n') }], {
    logsources: LOGSOURCES,
  });
  expect(problems).toEqual([]);
  return pack.correlations;
}

export type Spec = [rule: string, seconds: number, fields?: Record<string, string | string[] | null>];

/** The hits of correlations, from hits at seconds; their refs are the numbers of the base hits. */
export function run(correlations: readonly Correlation[], hits: readonly Spec[]): CorrelationHit<number>[] {
  const found: CorrelationHit<number>[] = [];
  const correlator = new Correlator<number>(correlations, (hit) => found.push(hit));
  for (const [ref, [name, seconds, fields = {}]] of hits.entries())
    correlator.push({ rule: `00000000-0000-0000-0000-00000000000${name}`, time: seconds * 1000, fields, ref });
  correlator.end();
  return found;
}

/** Short form: `t1@12 [3,4]` for a hit of the second correlation certain at second 12, on base hits 3 and 4. */
export function brief(hits: readonly CorrelationHit<number>[]): string[] {
  return hits.map((hit) => `t${hit.correlation.at(-1)}@${hit.time / 1000} [${hit.refs.join()}]`);
}
