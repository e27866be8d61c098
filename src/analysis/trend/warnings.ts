import type { TallyRecord } from '../../model/incident.ts';
import type { Group, TallyAnswer, TrendQuestion, Trigger } from './ask.ts';
import { shift, toDay, toIso } from './days.ts';
import { daysAsked } from './question.ts';
import type { Windows } from './windows.ts';

export const TREND_WARNINGS = [
  'window-cut',
  'trigger-outside',
  'right-truncated',
  'reporting-lag',
  'coverage-changes',
  'undated',
  'too-vague',
  'days-drawn',
  'attention',
  'initiator-not-counted',
  'share-differs',
  'straddles',
  'counts-disagree',
  'several-triggers',
  'as-coded',
] as const;

/** Something that a reader of the answer has to know, as a code with its values. */
export interface TrendWarning {
  readonly code: (typeof TREND_WARNINGS)[number];
  readonly details: Readonly<Record<string, string | number>>;
}

/** Days before the end of a record in which events are still being found out: half a year, since many intrusions surface later. */
const STILL_COMING_IN = 183;
const COVERAGE_CHANGE = 1.5;

/** What limits the answer of a series of events. */
export function eventWarnings(group: Group, question: TrendQuestion): TrendWarning[] {
  const { answers, asked } = group;
  const { undated, times } = group.series;
  const found: TrendWarning[] = [];
  const warn: Warn = (code, details = {}) => found.push({ code, details });
  for (const { trigger, windows } of asked) windowWarnings(group, question, trigger, windows, warn);
  if (question.triggers.length > 1) warn('several-triggers', { triggers: question.triggers.length });
  if (question.dates === 'as-coded') warn('as-coded');
  if (undated > 0) warn('undated', { events: undated });
  for (const { trigger, findings } of answers) {
    const { dropped, spread, drawn, draws } = findings.dating;
    if (dropped > 0) warn('too-vague', { trigger: trigger.date, events: dropped });
    if (spread) warn('days-drawn', { trigger: trigger.date, events: drawn, draws });
  }
  if (times.first.length > 0) warn('attention');
  return found;
}

/** What limits the answer of counts that somebody gave. */
export function tallyWarnings(
  tallies: readonly TallyAnswer[],
  shares: readonly TallyRecord[],
  question: TrendQuestion,
): TrendWarning[] {
  const found: TrendWarning[] = [];
  const warn: Warn = (code, details = {}) => found.push({ code, details });
  for (const { value, of, share } of shares)
    warn('share-differs', {
      part: value,
      whole: of!,
      share: share!,
      computed: Math.round((1000 * value) / of!) / 10,
      needed: Math.round((100 * value) / share!),
    });
  for (const { findings, counter, unit, used } of tallies) {
    if (question.pair.initiator && used.some((t) => t.initiator === null))
      warn('initiator-not-counted', { counter, unit });
    if (findings.straddling.length > 0) warn('straddles', { counter, unit, counts: findings.straddling.length });
  }
  disagreements(tallies, warn);
  return found;
}

type Warn = (code: TrendWarning['code'], details?: TrendWarning['details']) => unknown;

function windowWarnings(
  { covered, series }: Group,
  question: TrendQuestion,
  trigger: Trigger,
  windows: Windows | null,
  warn: Warn,
): void {
  if (!covered) return;
  if (!windows) {
    warn('trigger-outside', { trigger: trigger.date, first: covered.first, last: covered.last });
    return;
  }
  const day = toDay(trigger.date);
  const [start, end] = [shift(day, question.window.before, -1), shift(day, question.window.after, 1)];
  if (windows.start > start || windows.end < end)
    warn('window-cut', {
      trigger: trigger.date,
      before: windows.trigger - windows.start,
      after: windows.end - windows.trigger,
    });
  const last = toDay(covered.last);
  const asked = daysAsked(question);
  const lag = series.lag(asked.from, asked.to);
  if (lag) warn('reporting-lag', { median: lag.median, ninth: lag.ninth, events: lag.n });
  if (windows.end > last - (lag?.ninth ?? STILL_COMING_IN))
    warn('right-truncated', { trigger: trigger.date, last: covered.last });
  const [from, until] = [toIso(windows.start), toIso(windows.end)];
  const [before, after] = [series.total(from, trigger.date), series.total(trigger.date, until)];
  const change =
    ((after + 0.5) * (windows.trigger - windows.start)) / ((before + 0.5) * (windows.end - windows.trigger));
  if (before + after >= 30 && (change > COVERAGE_CHANGE || change < 1 / COVERAGE_CHANGE))
    warn('coverage-changes', { trigger: trigger.date, factor: Math.round(100 * change) / 100, before, after });
}

/** Two counters, or one counter at two times, with different numbers for one period and unit. */
function disagreements(tallies: readonly TallyAnswer[], warn: Warn): void {
  const all = [...new Set(tallies.flatMap((t) => t.used))];
  for (const [i, a] of all.entries())
    for (const b of all.slice(i + 1))
      if (
        a.unit === b.unit &&
        a.period.first === b.period.first &&
        a.period.last === b.period.last &&
        a.value !== b.value
      )
        warn('counts-disagree', {
          period: `${a.period.first}/${a.period.last}`,
          unit: a.unit,
          first: a.value,
          by: a.counter,
          second: b.value,
          and: b.counter,
        });
}
