import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { describe, expect, test } from 'vitest';
import { inputOf, see } from '../../../test/fixtures/logs/see.ts';

const shared = resolve(process.env.LONGWATCH_SHARED ?? '../shared', 'data/evtx/attack-samples');
const present = existsSync(shared);
if (!present) console.log('no shared samples of event logs: their tests are skipped');
const samples = present
  ? readdirSync(shared, { recursive: true, encoding: 'utf8' })
      .filter((f) => f.endsWith('.evtx'))
      .sort()
  : [];
const largest = samples.map((file) => readFileSync(join(shared, file))).sort((a, b) => b.length - a.length)[0];

describe.runIf(largest)('event logs', () => {
  const NAMES = ['EventID', 'Image', 'SubjectUserName'];

  test('by position and as a stream the same', async () => {
    const whole = await see(inputOf(largest!), NAMES);
    expect(whole.reader).toBe('evtx');
    expect(whole.events.length).toBeGreaterThan(100);
    expect(whole.events[0]!.source).toBe('windows//');
    const streamed = await see(inputOf(largest!, { step: 10_007 }), NAMES);
    expect(streamed.events).toEqual(whole.events);
    expect(streamed.problems).toEqual(whole.problems);
  });

  test('each chunk belongs to one part', async () => {
    const whole = await see(inputOf(largest!), NAMES);
    for (const cut of [1, 4096, 4097, 70_000, largest!.length - 1]) {
      const parts = [
        { start: 0, end: cut },
        { start: cut, end: largest!.length },
      ];
      const { events, problems } = await see(inputOf(largest!), NAMES, { parts });
      expect(events).toEqual(whole.events);
      expect(problems).toEqual(whole.problems);
    }
  });

  test('unused chunks are passed over, used ones may follow', async () => {
    const whole = await see(inputOf(largest!), NAMES);
    const gap = Buffer.concat([largest!.subarray(0, 4096), Buffer.alloc(3 * 65_536), largest!.subarray(4096)]);
    expect((await see(inputOf(gap), NAMES)).events).toEqual(whole.events);
    expect((await see(inputOf(gap, { step: 65_536 }), NAMES)).events).toEqual(whole.events);
  });

  test('chunks without a file header', async () => {
    const whole = await see(inputOf(largest!), NAMES);
    expect((await see(inputOf(largest!.subarray(4096)), NAMES)).events).toEqual(whole.events);
  });

  test('a file that is cut off gives what stands before, and a problem', async () => {
    const whole = await see(inputOf(largest!), NAMES);
    const cut = 4096 + 65_536 + 30_000;
    for (const step of [0, 4096]) {
      const { events, problems } = await see(inputOf(largest!.subarray(0, cut), { step }), NAMES);
      expect(events.length).toBeGreaterThan(10);
      expect(events).toEqual(whole.events.slice(0, events.length));
      expect(problems.map((p) => p.code)).toContain('evtx-cut-off');
    }
  });
});

test('only the beginning of a header is an event log without records', async () => {
  const { reader, events, problems } = await see(inputOf('ElfFile\0', { name: 'a.evtx' }));
  expect({ reader, events }).toEqual({ reader: 'evtx', events: [] });
  expect(problems.map(({ code, place }) => [code, place.source])).toEqual([['evtx-not-a-log', 'a.evtx']]);
});
