import { expect, test } from 'vitest';
import { EXAMPLE_INTRUSION } from '../report/bulletin/example.fixture.ts';
import { bearsOut, figuresOf } from './figures.ts';
import { likeness, relatedTo } from './related.ts';
import { traitsOf, traitsOfStatements } from './traits.ts';

const step = (technique: string) => ({ ...EXAMPLE_INTRUSION.steps[0]!, technique });
const other = {
  ...EXAMPLE_INTRUSION,
  steps: [step('T1133'), step('T1059.001')],
  relays: [{ ...EXAMPLE_INTRUSION.relays[0]!, address: '91.0.0.0' }],
  files: [],
};

const traits = (one: typeof EXAMPLE_INTRUSION) => traitsOf(one);

test('an intrusion is wholly like itself, in all traits it shows; without a way of spreading it is of no family', () => {
  expect(likeness(traits(EXAMPLE_INTRUSION), traits(EXAMPLE_INTRUSION))).toMatchObject({
    ...{ likeness: 1, compared: 4, family: false },
  });
  const spreading = traits({ ...EXAMPLE_INTRUSION, steps: [...EXAMPLE_INTRUSION.steps, step('T1072')] });
  expect(likeness(spreading, spreading)).toMatchObject({ likeness: 1, family: true });
});

test('only what both show is compared; what is shared is named', () => {
  // Entry (weight 2) 0 of 2, techniques 0 of 4, addresses 0 of 2, countries 1 of 1.
  const found = likeness(traits(EXAMPLE_INTRUSION), traits(other));
  expect(found?.traits.find(({ name }) => name === 'relay addresses')).toEqual({
    ...{ name: 'relay addresses', own: ['84.128.0.0'], other: ['91.0.0.0'], both: [] },
  });
  expect(found).toMatchObject({ likeness: 1 / 5, family: false, compared: 4, shared: ['relay countries: DE'] });
});

test('related cases come with the most alike first, strangers not at all', () => {
  const stranger = { ...other, relays: [] };
  const cases = [
    { name: 'far', traits: traits(other) },
    { name: 'twin', traits: traits(EXAMPLE_INTRUSION) },
    { name: 'stranger', traits: traits(stranger) },
  ];
  expect(relatedTo(traits(EXAMPLE_INTRUSION), cases).map(({ name }) => name)).toEqual(['twin', 'far']);
});

test('the way by which most machines were reached is the trait, not every way that was used', () => {
  const hop = { ...step('T1021.002'), host: 'UPD01' };
  const pushed = ['WS-001', 'WS-002', 'WS-003'].map((host) => ({ ...step('T1072'), host }));
  expect(traits({ ...EXAMPLE_INTRUSION, steps: [hop, ...pushed] }).spread).toEqual(new Set(['software distribution']));
});

test('statements have traits by their words; what is denied or was rejected has none', () => {
  const told = (kind: 'intrusion' | 'effect', quote: string, stance: 'asserts' | 'denies' = 'asserts') => ({
    ...{ kind, quote, stance, review: 'unreviewed' as const },
  });
  expect(
    traitsOfStatements(
      [
        told('intrusion', 'they broke into the mail server of a mill'),
        told('effect', 'took over the domain controller through relays in Finland'),
        told('effect', 'copied the mail of five people'),
        told('effect', 'the software update function was hijacked', 'denies'),
      ],
      [],
    ),
  ).toEqual({
    entry: new Set(['mail server']),
    spread: new Set(['remote services']),
    aim: new Set(['mail']),
    'relay countries': new Set(['FI']),
  });
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
