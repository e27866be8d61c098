import { expect, test } from 'vitest';
import { type AccusationRow, accusationTable, sourcesOf } from './accusations.ts';

const row = (
  accuser: string | null,
  accused: string,
  accusations: number,
  source = 'A',
  denied = 0,
): AccusationRow => ({
  ...{ accuser, accused, source, accusations, denied },
});

const ROWS = [row('US', 'CN', 215), row('US', 'CN', 4, 'B', 1), row('CN', 'US', 3), row(null, 'RU', 4)];

test('sides come by how often they stand in it; sources stand apart and are never added up', () => {
  const table = accusationTable(ROWS, 'A', 5);
  expect(sourcesOf(ROWS)).toEqual(['A', 'B']);
  expect(table.accusers).toEqual(['US', '', 'CN']);
  expect(table.accused).toEqual(['CN', 'RU', 'US']);
  expect(table.cells[0]![0]).toEqual({ accusations: 215, denied: 0 });
  expect(accusationTable(ROWS, 'B', 5).cells).toEqual([[{ accusations: 4, denied: 1 }]]);
  expect([table.most, table.left]).toEqual([215, 0]);
});

test('what has no room is counted', () => {
  const table = accusationTable([row('US', 'CN', 5), row('JP', 'CN', 2), row('KR', 'KP', 1)], 'A', 2);
  expect([table.accusers, table.accused, table.left]).toEqual([['US', 'JP'], ['CN', 'KP'], 1]);
});
