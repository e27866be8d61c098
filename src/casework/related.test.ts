import { expect, test } from 'vitest';
import { EXAMPLE_INTRUSION } from '../report/bulletin/example.fixture.ts';
import { bearsOut, figuresOf } from './figures.ts';
import { likeness, relatedTo } from './related.ts';

const step = (technique: string) => ({ ...EXAMPLE_INTRUSION.steps[0]!, technique });
const other = {
  ...EXAMPLE_INTRUSION,
  steps: [step('T1133'), step('T1059.001')],
  relays: [{ ...EXAMPLE_INTRUSION.relays[0]!, address: '91.0.0.0' }],
  files: [],
};

test('an intrusion is wholly like itself, in all traits it shows', () => {
  expect(likeness(EXAMPLE_INTRUSION, EXAMPLE_INTRUSION)).toMatchObject({ likeness: 1, compared: 5 });
});

test('only what both show is compared; what is shared is named', () => {
  // Entry 0 of 2, techniques 0 of 4, addresses 0 of 2, countries 1 of 1; no files in the other.
  const found = likeness(EXAMPLE_INTRUSION, other);
  expect(found?.traits.find(({ name }) => name === 'relay addresses')).toEqual({
    ...{ name: 'relay addresses', own: ['84.128.0.0'], other: ['91.0.0.0'], both: [] },
  });
  expect(found).toMatchObject({ likeness: 1 / 4, compared: 4, shared: ['relay countries: DE'] });
});

test('related cases come with the most alike first, strangers not at all', () => {
  const stranger = { ...other, relays: [] };
  const cases = [
    { name: 'far', intrusion: other },
    { name: 'twin', intrusion: EXAMPLE_INTRUSION },
    { name: 'stranger', intrusion: stranger },
  ];
  expect(relatedTo(EXAMPLE_INTRUSION, cases).map(({ name }) => name)).toEqual(['twin', 'far']);
});

test.each([
  [54, 50, 'at-least', true],
  [49, 50, 'at-least', false],
  [54, 50, 'exact', false],
  [54, 50, 'about', true],
  [60, 50, 'about', false],
  [9, 10, 'at-most', true],
])('%d counted against %d %s', (counted, value, bound, agrees) => {
  expect(bearsOut(counted, { value, bound })).toBe(agrees);
});

test('figures are counted from the intrusion with the most steps', () => {
  const logs = { intrusions: [EXAMPLE_INTRUSION], left_out: [], findings: 5, read: { events: 9, files: 2 } };
  expect(Object.fromEntries(figuresOf(logs).map(({ fact, value }) => [fact, value]))).toEqual({
    ...{ 'hosts-controlled': 1, 'hosts-touched': 1, accounts: 1, mailboxes: 0, visits: 1, relays: 1 },
    ...{ 'relay-countries': 1, 'dwell-days': 8 },
  });
  expect(figuresOf(null)).toEqual([]);
});
