import fc from 'fast-check';
import { expect, test } from 'vitest';
import { placeCards } from './place-cards.ts';

const GAP = 8;

test('cards stand beside their sentences where there is room', () => {
  expect(
    placeCards(
      [
        { wanted: 10, height: 50 },
        { wanted: 200, height: 50 },
      ],
      -1,
      GAP,
    ),
  ).toEqual([10, 200]);
});

test('a card that would cover the one before moves down', () => {
  expect(
    placeCards(
      [
        { wanted: 10, height: 50 },
        { wanted: 20, height: 50 },
      ],
      -1,
      GAP,
    ),
  ).toEqual([10, 68]);
});

test('the card in focus stays beside its sentence and those before it go up', () => {
  const boxes = [
    { wanted: 100, height: 50 },
    { wanted: 110, height: 50 },
    { wanted: 120, height: 50 },
  ];
  expect(placeCards(boxes, 2, GAP)).toEqual([4, 62, 120]);
});

test('cards never cover each other nor leave the page', () => {
  const box = fc.record({ wanted: fc.nat(2000), height: fc.integer({ min: 1, max: 300 }) });
  fc.assert(
    fc.property(fc.array(box, { minLength: 1, maxLength: 40 }), fc.nat(45), (raw, focus) => {
      const boxes = raw.sort((a, b) => a.wanted - b.wanted);
      const tops = placeCards(boxes, focus, GAP);
      tops.forEach((top, i) => {
        expect(top).toBeGreaterThanOrEqual(i === 0 ? 0 : tops[i - 1]! + boxes[i - 1]!.height + GAP);
      });
    }),
  );
});
