/**
 * Days of visits against holiday calendars: made-up days that keep a calendar, and days that keep none.
 *
 *   npx tsx bench/hours.ts
 *
 * A line a number of active days within 400: how often a calendar fits at all, how often the planted one is among those that fit, how
 * often it fits alone, and how many fit on average; for days that keep none, how often any fits, which is a false alarm.
 */
import { calendarsOf } from '../src/casework/index.ts';
import { isDayOff, WORK_CALENDARS } from '../src/knowledge/calendars.ts';
import { Random } from '../src/scenario/random.ts';

const SPAN = 400;
const ROUNDS = 20;
/** How often an intruder who keeps a calendar works on a day off all the same. */
const SLIPS = 0.05;
const first = Date.parse('2023-02-01T00:00:00Z') / 86_400_000;

console.log(
  '| active days | calendar | runs | any fits | planted fits | it alone | calendars that fit |\n|--:|---|--:|--:|--:|--:|--:|',
);
for (const n of [20, 40, 80, 160]) {
  const kept = WORK_CALENDARS.flatMap((calendar) =>
    Array.from({ length: ROUNDS }, (_, round) => {
      const random = new Random(`${calendar.country} ${n} ${round}`);
      const days = random
        .sample(
          Array.from({ length: SPAN }, (_, day) => first + day),
          SPAN,
        )
        .filter((day) => !isDayOff(calendar, day) || random.chance(SLIPS));
      return { country: calendar.country, ...calendarsOf(times(days.slice(0, n), calendar.offset)) };
    }),
  );
  const free = Array.from({ length: ROUNDS * WORK_CALENDARS.length }, (_, round) => {
    const random = new Random(`free ${n} ${round}`);
    return calendarsOf(
      times(
        random.sample(
          Array.from({ length: SPAN }, (_, day) => first + day),
          n,
        ),
        480,
      ),
    );
  });
  const share = (list: readonly unknown[], count: number): string => `${((100 * count) / list.length).toFixed(1)} %`;
  const fit = kept.filter(({ verdict }) => verdict === 'fits');
  const right = fit.filter(({ fits, country }) => fits.includes(country));
  const alone = right.filter(({ fits }) => fits.length === 1);
  const mean = fit.length === 0 ? '-' : (fit.reduce((sum, { fits }) => sum + fits.length, 0) / fit.length).toFixed(1);
  console.log(
    `| ${n} | kept | ${kept.length} | ${share(kept, fit.length)} | ${share(kept, right.length)} | ${share(kept, alone.length)} | ${mean} |`,
  );
  console.log(
    `| ${n} | none kept | ${free.length} | ${share(free, free.filter(({ verdict }) => verdict === 'fits').length)} | | | |`,
  );
}

function times(days: readonly number[], offset: number): number[] {
  return days.map((day) => (day * 24 + 10) * 3_600_000 - offset * 60_000);
}
