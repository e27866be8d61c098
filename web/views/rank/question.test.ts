import { expect, test } from 'vitest';
import { partsOf, rankInput } from './question.ts';

test('an address without anything seen asks nothing', () => {
  expect(rankInput({})).toBeNull();
  expect(rankInput({ seen: '2017', facts: 'now', software: [] })).toBeNull();
});

test('lists, a share in per cent and a source become the input', () => {
  expect(rankInput({ techniques: ['T1566'], unknown: '60', pick: 'APT10' })).toEqual({
    techniques: ['T1566'],
    unknown_share: 0.6,
  });
  expect(rankInput({ case: 'mill' })).toEqual({ case: 'mill' });
});

test('typed lists are parted by signs and lines, not by spaces', () => {
  expect(partsOf('T1566, T1059.001;\nCobalt Strike,,T1566')).toEqual(['T1566', 'T1059.001', 'Cobalt Strike']);
});
