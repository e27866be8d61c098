import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { expect, test } from 'vitest';
import { type FieldSource, FieldTable, type TextFinder, type Value } from '../../base/fields.ts';
import { EvtxDecoder, type EvtxRecord } from '../../evtx/index.ts';
import { defaultLogsources } from '../../telemetry/logsources.ts';
import { loadRules } from '../load.ts';
import { viewer } from '../logsource/views.ts';
import { evaluate } from './evaluate.ts';
import { compileMatcher, type MatchEvent } from './matcher.ts';
import { Routing } from './routing.ts';

const shared = process.env.LONGWATCH_SHARED ?? resolve(import.meta.dirname, '../../../../shared');
const sigma = join(shared, 'data', 'sigma');
const samples = join(sigma, 'regression_data');
if (!existsSync(samples)) console.log(`skipped: no rules and samples at ${sigma}`);

test.skipIf(!existsSync(samples))(
  'on real records all real rules match as their trees say',
  () => {
    const { rules } = loadRules(ruleFiles(), { logsources: defaultLogsources() }).pack;
    const fields = new FieldTable();
    const matcher = compileMatcher(rules, fields);
    const routing = new Routing(rules);
    const views = new Map<string, (event: FieldSource) => FieldSource>();
    const event = new Live();
    let hits = 0;
    eachRecord(fields, (record) => {
      event.source = record;
      const found: number[] = [];
      matcher.match(event, (rule, seen) => {
        found.push(rule);
        for (const name of Object.keys(matcher.matchedFields(rule, seen))) expect(name).not.toBe('');
      });
      const wanted = new Set<number>();
      for (const { rule, view, where } of routing.candidates(event)) {
        if (view !== null && !views.has(view)) views.set(view, viewer(view, fields));
        if (evaluate(where, view === null ? event : views.get(view)!(event), fields)) wanted.add(rule);
      }
      expect(found).toEqual([...wanted].sort((a, b) => a - b));
      hits += found.length;
    });
    expect(hits).toBeGreaterThan(100);
  },
  120_000,
);

class Live implements MatchEvent {
  source!: EvtxRecord;
  readonly product = 'windows';
  readonly category = '';
  readonly service = '';
  get channel(): string {
    return this.source.channel;
  }
  get eventId(): number {
    return this.source.eventId;
  }
  get provider(): string {
    return this.source.provider;
  }
  value(id: number): Value {
    return this.source.value(id);
  }
  texts(): readonly string[] {
    return this.source.texts();
  }
  mayHold(finder: TextFinder): boolean {
    return this.source.mayHold(finder);
  }
}

function ruleFiles(): { file: string; text: string }[] {
  return readdirSync(sigma, { recursive: true, encoding: 'utf8' })
    .filter((name) => name.startsWith('rules') && name.endsWith('.yml'))
    .map((file) => ({ file, text: readFileSync(join(sigma, file), 'utf8') }));
}

function eachRecord(fields: FieldTable, onRecord: (record: EvtxRecord) => void): void {
  const decoder = new EvtxDecoder(fields);
  for (const name of readdirSync(samples, { recursive: true, encoding: 'utf8' })) {
    if (!name.endsWith('.evtx')) continue;
    const bytes = readFileSync(join(samples, name));
    for (let at = 4096; at + 65_536 <= bytes.length; at += 65_536)
      decoder.chunk(bytes.subarray(at, at + 65_536), 0, onRecord, () => {});
  }
}
