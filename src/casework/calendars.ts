import { isDayOff, WORK_CALENDARS } from '../knowledge/calendars.ts';
import type { CalendarLikelihoods } from '../model/case.ts';

/** Odds that somebody works on a day off, against a working day, who keeps a calendar. Our own assumption. */
const ODDS = 0.1;
/** Active days below which calendars are not judged. */
export const FEW_DAYS = 20;
/**
 * How many times likelier some calendar (the mean over all) must be than none, to be said to fit: Kass and Raftery's "strong" (1995). By
 * Markov's inequality days that keep none reach it in at most one of twenty cases.
 */
const STRONG = 20;
/** How many times likelier one calendar must be than another, to be told from it: their "positive". */
const POSITIVE = 3;
/** Days of a span that are looked at: thirty years. */
const LONGEST = 11_000;

const DAY = 86_400_000;

/**
 * How well the days on which visits began are explained by people who keep each holiday calendar, against people who keep none: each
 * local day counts once; given how many days were active, the likelihood of just these is Fisher's noncentral hypergeometric with the odds
 * above (A. Fog, "Calculation methods for Wallenius' noncentral hypergeometric distribution", 2008, for both). Weak evidence in any case:
 * a few days a year tell calendars with the same weekend apart, and whoever wishes can keep another country's.
 */
export function calendarsOf(times: readonly number[]): CalendarLikelihoods {
  const rows = WORK_CALENDARS.map((calendar) => {
    const active = new Set(times.map((time) => Math.floor((time + calendar.offset * 60_000) / DAY)));
    const [first, last] = [Math.min(...active), Math.max(...active)];
    let [off, activeOff] = [0, 0];
    const span = active.size === 0 ? 0 : Math.min(last - first + 1, LONGEST);
    for (let day = first; day < first + span; day++) {
      if (!isDayOff(calendar, day)) continue;
      off++;
      if (active.has(day)) activeOff++;
    }
    const ratio = Math.exp(likelihoodRatio(span, off, active.size, activeOff, ODDS));
    return { country: calendar.country, active: active.size, span, off, active_off: activeOff, ratio };
  });
  const sum = rows.reduce((total, { ratio }) => total + ratio, 1);
  const sorted = rows
    .map(({ active: _, span: __, ...row }) => ({ ...row, share: row.ratio / sum }))
    .sort((a, b) => b.ratio - a.ratio || (a.country < b.country ? -1 : 1));
  const n = Math.max(0, ...rows.map(({ active }) => active));
  const best = sorted[0]!;
  const fits = n >= FEW_DAYS && (sum - 1) / rows.length >= STRONG;
  return {
    n,
    span: Math.max(0, ...rows.map(({ span }) => span)),
    none: 1 / sum,
    rows: sorted,
    verdict: n < FEW_DAYS ? 'too-few' : fits ? 'fits' : 'none',
    fits: fits ? sorted.filter(({ ratio }) => ratio * POSITIVE >= best.ratio).map(({ country }) => country) : [],
  };
}

/**
 * Natural logarithm of how much likelier `activeOff` of `active` days being off is under odds than under none, when `off` of `days` are
 * off: odds^k C(days, active) / sum over j of C(off, j) C(days - off, active - j) odds^j.
 */
export function likelihoodRatio(days: number, off: number, active: number, activeOff: number, odds: number): number {
  if (active === 0) return 0;
  const logs: number[] = [];
  for (let j = Math.max(0, active - (days - off)); j <= Math.min(off, active); j++)
    logs.push(choose(off, j) + choose(days - off, active - j) + j * Math.log(odds));
  const most = Math.max(...logs);
  const sum = most + Math.log(logs.reduce((total, log) => total + Math.exp(log - most), 0));
  return activeOff * Math.log(odds) + choose(days, active) - sum;
}

/** Logarithms of factorials, as far as they were asked for. */
const factorials = [0];

/** Natural logarithm of a binomial coefficient. */
function choose(n: number, k: number): number {
  for (let m = factorials.length; m <= n; m++) factorials.push(factorials[m - 1]! + Math.log(m));
  return factorials[n]! - factorials[k]! - factorials[n - k]!;
}
