/**
 * A full question (controls, other days as the trigger, the break, intensity, verdict) over a million dated statements, against
 * one plain pass that only counts the pair before and after. `npx tsx bench/trend.ts [STATEMENTS] [RUNS]`
 */
import { askTrend } from '../src/analysis/trend/ask.ts';
import { parseSpan } from '../src/analysis/trend/days.ts';
import { seeded } from '../src/analysis/trend/random.ts';
import type { Observation } from '../src/analysis/trend/records.ts';

const N = Number(process.argv[2] ?? 1_000_000);
const RUNS = Number(process.argv[3] ?? 5);
const COUNTRIES = 'CN RU KP IR US KR JP TW IN UA GB DE FR IL VN AU CA PL EE SG'.split(' ');

const random = seeded(1);
const pick = () => COUNTRIES[Math.floor(random() ** 2 * COUNTRIES.length)]!;
const observations: Observation[] = Array.from({ length: N }, (_, i) => {
  const first = new Date(Date.UTC(2005, 0, 1) + Math.floor(random() * 7300) * 86_400_000).toISOString().slice(0, 10);
  const vague = random() < 0.1;
  return {
    id: `s${i}`,
    time: vague
      ? { first: `${first.slice(0, 7)}-01`, last: `${first.slice(0, 7)}-28`, precision: 'month' }
      : { first, last: first, precision: 'day' },
    initiators: [pick()],
    targets: [pick()],
    unit: 'reported attack',
    counter: 'reports on record',
    origin: `o${i % 1000}`,
    scores: [],
  };
});

const question = {
  pair: { initiator: 'CN', target: 'KR' },
  unit: null,
  counter: null,
  triggers: [{ date: '2016-07-08', label: null }],
  window: { before: parseSpan('18m')!, after: parseSpan('18m')! },
  controls: null,
  dates: 'honour' as const,
};

const timed = (work: () => unknown): number => {
  const began = performance.now();
  work();
  return performance.now() - began;
};
const plain = () => {
  let [before, after] = [0, 0];
  for (const { initiators, targets, time } of observations) {
    if (!initiators.includes('CN') || !targets.includes('KR') || !time) continue;
    if (time.first >= '2015-01-08' && time.last < '2016-07-08') before++;
    else if (time.first >= '2016-07-08' && time.last < '2018-01-08') after++;
  }
  return before + after;
};
const records = { observations, tallies: [], covered: null, source: 'made up' };
const full: number[] = [];
const once: number[] = [];
for (let i = 0; i < RUNS; i++) {
  full.push(timed(() => askTrend(records, question)));
  once.push(timed(plain));
}
const median = (values: number[]) => values.sort((a, b) => a - b)[values.length >> 1]!;
console.log(
  `${N.toLocaleString('en-US')} statements, ${RUNS} runs, median: full question ${(median(full) / 1000).toFixed(2)} s (worst ${(Math.max(...full) / 1000).toFixed(2)} s), one plain pass ${(median(once) / 1000).toFixed(3)} s, ratio ${(median(full) / median(once)).toFixed(1)}`,
);
