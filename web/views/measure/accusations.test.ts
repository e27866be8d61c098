import { expect, test } from 'vitest';
import { type AccusationRow, accusationTable } from './accusations.ts';

const row = (
  accuser: string | null,
  accused: string,
  accusations: number,
  source = 'A',
  denied = 0,
): AccusationRow => ({
  ...{ accuser, accused, source, accusations, denied },
});

test('sides come by how often they stand in it; a cell adds its sources up and names each', () => {
  const table = accusationTable(
    [row('US', 'CN', 5), row('US', 'CN', 2, 'B'), row('CN', 'US', 3), row(null, 'RU', 4)],
    5,
  );
  expect(table.accusers).toEqual(['US', '', 'CN']);
  expect(table.accused).toEqual(['CN', 'RU', 'US']);
  expect(table.cells[0]![0]).toEqual({ accusations: 7, denied: 0, sources: 'A 5, B 2' });
  expect([table.most, table.left]).toEqual([7, 0]);
});

test('what has no room is counted', () => {
  const table = accusationTable([row('US', 'CN', 5), row('JP', 'CN', 2), row('KR', 'KP', 1)], 2);
  expect([table.accusers, table.accused, table.left]).toEqual([['US', 'JP'], ['CN', 'KP'], 1]);
});
