import { expect, test } from 'vitest';
import { easter, isDayOff, WORK_CALENDARS } from '../knowledge/calendars.ts';
import { calendarsOf, likelihoodRatio } from './calendars.ts';

const dayOf = (date: string): number => Date.parse(`${date}T00:00:00Z`) / 86_400_000;
const off = (country: string, date: string): boolean =>
  isDayOff(WORK_CALENDARS.find((one) => one.country === country)!, dayOf(date));

test.each([
  ['CN', '2024-02-12', true, 'third day of the Chinese new year'],
  ['CN', '2024-09-17', true, 'mid-autumn'],
  ['CN', '2024-02-20', false, 'a Tuesday after it'],
  ['KR', '2025-10-06', true, 'Chuseok'],
  ['IL', '2024-10-03', true, 'Rosh Hashana'],
  ['IL', '2024-10-06', false, 'a Sunday'],
  ['IL', '2024-10-11', true, 'a Friday'],
  ['IR', '2024-03-20', true, 'Nowruz'],
  ['IR', '2024-06-01', false, 'a Saturday'],
  ['TR', '2024-04-10', true, 'end of Ramadan'],
  ['RU', '2024-01-08', true, 'eighth of the days of January'],
  ['RU', '2024-01-09', false, 'the day after'],
  ['US', '2024-11-28', true, 'fourth Thursday of November'],
  ['US', '2024-05-27', true, 'last Monday of May'],
  ['US', '2024-05-20', false, 'the Monday before'],
  ['GB', '2024-03-29', true, 'Good Friday'],
  ['DE', '2024-05-20', true, 'Whit Monday'],
  ['FR', '2024-05-09', true, 'Ascension'],
  ['JP', '2024-07-15', true, 'third Monday of July'],
])('%s %s is off: %s (%s)', (country, date, yes) => {
  expect(off(country, date)).toBe(yes);
});

test('Easter of some years', () => {
  expect(
    [2000, 2019, 2024, 2038].map((year) => new Date(easter(year) * 86_400_000).toISOString().slice(5, 10)),
  ).toEqual([...['04-23', '04-21', '03-31', '04-25']]);
});

test('the likelihood ratio by hand: 2 of 4 days, 2 of them off, none active on a day off', () => {
  // C(4, 2) / (C(2,0) C(2,2) + C(2,1) C(2,1) 0.1 + C(2,2) C(2,0) 0.01) = 6 / 1.41; with one active on a day off a tenth of it.
  expect(Math.exp(likelihoodRatio(4, 2, 2, 0, 0.1))).toBeCloseTo(6 / 1.41, 10);
  expect(Math.exp(likelihoodRatio(4, 2, 2, 1, 0.1))).toBeCloseTo(0.6 / 1.41, 10);
  expect(likelihoodRatio(4, 2, 2, 1, 1)).toBeCloseTo(0, 10);
});

/** Every third working day of a calendar, at ten in the morning there. */
function planted(country: string, count: number): number[] {
  const calendar = WORK_CALENDARS.find((one) => one.country === country)!;
  const days: number[] = [];
  for (let day = dayOf('2023-01-02'), n = 0; days.length < count; day++)
    if (!isDayOff(calendar, day) && n++ % 3 === 0) days.push((day * 24 + 10) * 3_600_000 - calendar.offset * 60_000);
  return days;
}

test.each(['CN', 'RU', 'IL', 'IR', 'US'])('two hundred working days of %s fit its calendar', (country) => {
  const { verdict, fits } = calendarsOf(planted(country, 200));
  expect(verdict).toBe('fits');
  expect(fits).toContain(country);
});

test('few days bear nothing, whatever they are; nor do days that keep no calendar', () => {
  expect(calendarsOf(planted('CN', 15))).toMatchObject({ n: 15, verdict: 'too-few', fits: [] });
  const everyFifth = Array.from({ length: 60 }, (_, n) => (dayOf('2023-01-02') + 5 * n) * 86_400_000 + 3_600_000);
  expect(calendarsOf(everyFifth)).toMatchObject({ verdict: 'none', fits: [] });
  const { none, rows } = calendarsOf([]);
  expect(rows.reduce((sum, { share }) => sum + share, none)).toBeCloseTo(1, 10);
});
