import * as fc from 'fast-check';
import { afterEach, describe, expect, test } from 'vitest';
import { FieldTable } from '../../src/base/fields.ts';
import { evaluate } from '../../src/sigma/match/evaluate.ts';
import type { Node, RulePack } from '../../src/sigma/rule/tree.ts';
import type { HuntEngine } from '../../src/telemetry/engines/engine.ts';
import { CASES } from './engines-cases.ts';
import { type Made, madeEvent, madePack } from './engines-events.ts';
import { aTree, someEvents } from './engines-random.ts';

export type OpenEngine = (pack: RulePack) => Promise<HuntEngine>;

/** Rules and records of which an engine has to name the same hits as the reference evaluator. */
export function engineContract(name: string, open: OpenEngine, options: { readonly runs?: number } = {}): void {
  describe(name, () => {
    let engine: HuntEngine | null = null;
    afterEach(async () => {
      await engine?.close();
      engine = null;
    });

    test('cases by hand', async () => {
      // All at once: a rule is asked of the records of its case only, told by the event id.
      const routes = CASES.map((_, i) => ({
        source: { kind: 'windows', channels: null, eventIds: [i], providers: null } as const,
        where: null,
        view: null,
      }));
      const pack = { rules: CASES.flatMap(({ tree }, i) => madePack([tree], [routes[i]!]).rules), correlations: [] };
      engine = await open(pack);
      const found = await hunt(
        engine,
        CASES.flatMap(({ events }, i) => events.map((event) => ({ ...event, eventId: i }))),
      );
      let record = 0;
      const byCase = CASES.map(({ events, name }, i) => {
        const first = record;
        record += events.length;
        return { name, hits: found.filter((hit) => hit.rule === i).map((hit) => hit.record - first) };
      });
      expect(byCase).toEqual(CASES.map(({ name, hits }) => ({ name, hits })));
    });

    test('a hit gives back its event', async () => {
      engine = await open(
        madePack([
          { op: 'exists', field: 'A', is: true },
          { op: 'null', field: 'B' },
        ]),
      );
      const made: Made = { fields: { A: ['x', 'Y'], B: null }, channel: 'Ch', eventId: 7 };
      engine.take('some/file.evtx', madeEvent(made, 12, engine.fields));
      const hits = [];
      for await (const hit of engine.hits()) hits.push(hit);
      expect(hits.map(({ rule }) => rule)).toEqual([0, 1]);
      const { file, view, event } = hits[0]!;
      expect({ file, view }).toEqual({ file: 'some/file.evtx', view: null });
      expect(event).toMatchObject({ record: 12, time: Date.UTC(2024, 0, 1, 0, 0, 12), channel: 'Ch', eventId: 7 });
      expect(event).toMatchObject({ computer: 'host.example', product: 'windows', category: '', service: '' });
      expect(event.value(engine.fields.id('a'))).toEqual(['x', 'Y']);
      expect(event.value(engine.fields.id('B'))).toBe(null);
      expect(event.value(engine.fields.id('C'))).toBe(undefined);
      expect(engine.account()).toMatchObject({ events: 1, rows: 1, partly: [] });
    });

    test('random trees over random records', async () => {
      await fc.assert(
        fc.asyncProperty(fc.array(aTree, { minLength: 20, maxLength: 60 }), someEvents, async (trees, events) => {
          engine = await open(madePack(trees));
          const found = await hunt(engine, events);
          await engine.close();
          engine = null;
          expect(differences(trees, events, found)).toEqual([]);
        }),
        // Shrinking would take thousands of databases: the differences shown are small enough.
        { numRuns: options.runs ?? 20, endOnFailure: true },
      );
    });
  });
}

/** Hits by rule and record, sorted. */
export async function hunt(engine: HuntEngine, events: readonly Made[]): Promise<{ rule: number; record: number }[]> {
  for (const [i, made] of events.entries()) {
    engine.take('made', madeEvent(made, i + 1, engine.fields));
    await engine.ready();
  }
  const found: { rule: number; record: number }[] = [];
  for await (const { rule, event } of engine.hits()) found.push({ rule, record: event.record });
  return found.sort((a, b) => a.rule - b.rule || a.record - b.record);
}

/** Trees and records on which an engine and the reference do not agree; a few are enough to see why. */
function differences(
  trees: readonly Node[],
  events: readonly Made[],
  found: readonly { rule: number; record: number }[],
) {
  const table = new FieldTable();
  const named = new Set(found.map(({ rule, record }) => `${rule}/${record}`));
  const out: { tree: Node; event: Made; wanted: boolean }[] = [];
  for (const [rule, tree] of trees.entries()) {
    for (const [i, event] of events.entries()) {
      const wanted = evaluate(tree, madeEvent(event, i + 1, table), table);
      if (wanted !== named.has(`${rule}/${i + 1}`)) out.push({ tree, event, wanted });
    }
  }
  return out.sort((a, b) => JSON.stringify(a.tree).length - JSON.stringify(b.tree).length).slice(0, 5);
}
