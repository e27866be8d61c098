import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, expect, test } from 'vitest';
import { BASE } from '../../test/evtx-bytes.ts';
import type { Problem } from '../base/problem.ts';
import { writeEvtx } from '../evtx/index.ts';
import { evtxLines } from './evtx-lines.ts';

const folder = mkdtempSync(join(tmpdir(), 'longwatch-evtx-'));
afterAll(() => rmSync(folder, { recursive: true }));

async function dump(name: string, bytes?: Uint8Array): Promise<{ lines: number[]; problems: Problem[] }> {
  const file = join(folder, name);
  if (bytes) writeFileSync(file, bytes);
  const problems: Problem[] = [];
  let text = '';
  for await (const piece of evtxLines()(file, (problem) => problems.push(problem)))
    text += Buffer.from(piece.bytes).toString();
  const lines = text.split('\n');
  expect(lines.pop()).toBe('');
  return { lines: lines.map((line) => JSON.parse(line).Event.System.EventRecordID), problems };
}

test('all records of all chunks come out as lines, in order', async () => {
  const count = 5_000;
  const log = writeEvtx(
    Array.from({ length: count }, (_, i) => ({ ...BASE, eventData: { Text: `${i} `.repeat(60) } })),
  );
  expect(log.length).toBeGreaterThan(2_500_000);
  expect(await dump('many.evtx', log)).toEqual({ lines: Array.from({ length: count }, (_, i) => i + 1), problems: [] });
});

test('a log that is cut off gives what stands before, and says so', async () => {
  const log = writeEvtx([BASE, BASE]);
  const { lines, problems } = await dump('cut.evtx', log.subarray(0, 4_096 + 3_000));
  expect(lines.length).toBeGreaterThan(0);
  expect(problems.map(({ code }) => code)).toContain('evtx-cut-off');
});

test('files that are missing or no event logs are problems', async () => {
  expect(await dump('missing.evtx')).toMatchObject({ lines: [], problems: [{ code: 'not-found' }] });
  expect(await dump('text.evtx', Buffer.from('no log'))).toMatchObject({
    lines: [],
    problems: [{ code: 'evtx-not-a-log' }],
  });
  expect(await dump('empty.evtx', Buffer.alloc(0))).toMatchObject({
    lines: [],
    problems: [{ code: 'evtx-not-a-log' }],
  });
});
