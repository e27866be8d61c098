import { describe, expect, test } from 'vitest';
import { inputOf } from '../../../../test/fixtures/logs/see.ts';
import type { Problem } from '../../../base/problem.ts';
import type { LogInput, Part } from '../../reader.ts';
import { eachLine } from './lines.ts';

async function read(input: LogInput, part?: Part, limit?: number) {
  const lines: [number, string][] = [];
  const problems: Problem[] = [];
  const sink = { event() {}, problem: (p: Problem) => void problems.push(p), done: () => false };
  await eachLine(
    input,
    sink,
    limit === undefined ? { part } : { part, limit },
    (text, number) => void lines.push([number, text]),
  );
  return { lines, problems: problems.map(({ code, place, details }) => [code, place.line, details.bytes]) };
}

test('a line above the limit is a problem with its number and length, and is not held', async () => {
  const text = `a\n${'x'.repeat(5000)}\nb\n${'y'.repeat(11)}`;
  for (const step of [0, 100]) {
    const { lines, problems } = await read(inputOf(text, { step }), undefined, 10);
    expect(lines).toEqual([
      [1, 'a'],
      [3, 'b'],
    ]);
    expect(problems).toEqual([
      ['line-too-long', 2, 5000],
      ['line-too-long', 4, 11],
    ]);
  }
});

describe('line numbers in parts', () => {
  const text = Array.from({ length: 100 }, (_, i) => `line ${i + 1}${'.'.repeat(i % 5)}`).join('\n');
  const parts = Array.from({ length: 9 }, (_, i) => ({ start: i * 100, end: i === 8 ? text.length : (i + 1) * 100 }));
  const right = ({ lines }: Awaited<ReturnType<typeof read>>) =>
    lines.every(
      ([number, line]) => line.startsWith(`line ${number}`) && !/\d/.test(line[5 + String(number).length] ?? ''),
    );

  test('hold in any order, and whatever was read before', async () => {
    let asked = 0;
    const plain = inputOf(text);
    const input: LogInput = {
      ...plain,
      modified: 1,
      readAt: (at, length) => {
        asked += length;
        return plain.readAt!(at, length);
      },
    };
    for (const n of [0, 2, 4, 8, 3, 3, 7, 0]) {
      const seen = await read(input, parts[n]!);
      expect(seen.lines.length).toBeGreaterThan(5);
      expect(right(seen)).toBe(true);
    }
    // Every other part in order: the parts between are counted once, none again from the beginning.
    asked = 0;
    for (const n of [1, 3, 5, 7]) await read({ ...input, modified: 2 }, parts[n]!);
    expect(asked).toBeLessThan(3 * text.length);
  });

  test('may be given', async () => {
    const line = 1 + text.slice(0, 200).split('\n').length - 1;
    expect(right(await read(inputOf(text), { ...parts[2]!, line }))).toBe(true);
  });
});
