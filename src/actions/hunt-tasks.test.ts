import fc from 'fast-check';
import { expect, test } from 'vitest';
import { type HuntFile, planTasks } from './hunt-tasks.ts';

const file = (n: number, size: number, splits = true): HuntFile => ({
  path: `f${n}`,
  file: n,
  size,
  splits,
  modified: 0,
});
const MB = 1 << 20;

test('small files go together, a large one is cut', () => {
  const tasks = planTasks([file(0, 10_000), file(1, 20_000), file(2, 100 * MB), file(3, 5_000)], 2);
  expect(tasks[0]).toEqual({ files: [file(0, 10_000), file(1, 20_000)], part: null });
  expect(tasks.at(-1)).toEqual({ files: [file(3, 5_000)], part: null });
  expect(tasks.length).toBeGreaterThan(10);
  expect(planTasks([file(0, 100 * MB, false)], 2)).toHaveLength(1);
  expect(planTasks([file(0, 100 * MB)], 1)).toHaveLength(1);
  expect(planTasks([], 2)).toEqual([]);
});

test('every byte of every file is in exactly one task, in order', () => {
  const files = fc.array(fc.record({ size: fc.oneof(fc.nat(50_000), fc.nat(200 * MB)), splits: fc.boolean() }));
  fc.assert(
    fc.property(files, fc.integer({ min: 1, max: 8 }), (sizes, jobs) => {
      const all = sizes.map(({ size, splits }, n) => file(n, size, splits));
      const read = new Map<number, number>();
      let last = 0;
      for (const { files, part } of planTasks(all, jobs))
        for (const { file, size } of files) {
          expect(file).toBeGreaterThanOrEqual(last);
          last = file;
          const at = read.get(file);
          if (part) {
            expect(part.start).toBe(at ?? 0);
            expect(part.end).toBeGreaterThan(part.start);
            read.set(file, part.end);
          } else {
            expect(at).toBeUndefined();
            read.set(file, size);
          }
        }
      expect([...read]).toEqual(all.map(({ file, size }) => [file, size]));
    }),
  );
});
