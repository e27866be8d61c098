import type { TallyRecord } from '../../model/incident.ts';
import { shift, toDay, toIso } from './days.ts';
import { type EventFindings, measureEvents } from './events.ts';
import { holm } from './holm.ts';
import { type IntensityFindings, measureIntensity } from './intensity.ts';
import { asksFor, controlsOf, type TrendQuestion, type Trigger } from './question.ts';
import type { Counts } from './rate-ratio.ts';
import { fits, type Observation, type Pair, pairText, type Records } from './records.ts';
import { type EventSeries, seriesOfEvents } from './series.ts';
import { measureTallies, shareFits, type TallyFindings } from './tallies.ts';
import { judge, type Reason, type TrendVerdict, together } from './verdict.ts';
import { eventWarnings, type TrendWarning, tallyWarnings } from './warnings.ts';
import { lengths, type Windows } from './windows.ts';

export type { TrendQuestion, Trigger } from './question.ts';

export interface Judged {
  readonly verdict: TrendVerdict;
  readonly reason: Reason;
}

/** Events around one trigger. */
export interface TriggerAnswer extends Judged {
  readonly trigger: Trigger;
  readonly windows: { readonly from: string; readonly to: string };
  readonly unit: string;
  readonly counter: string;
  readonly findings: EventFindings;
  /** The p that decides, corrected for the number of triggers. */
  readonly p_decides: number;
}

/** Counts by one counter in one unit around one trigger. */
export interface TallyAnswer extends Judged {
  readonly trigger: Trigger;
  readonly unit: string;
  readonly counter: string;
  readonly party: boolean;
  readonly findings: TallyFindings;
  readonly used: readonly TallyRecord[];
}

export interface TrendAnswer {
  readonly question: TrendQuestion;
  readonly source: string;
  readonly covered: { readonly first: string; readonly last: string } | null;
  readonly events: readonly TriggerAnswer[];
  readonly tallies: readonly TallyAnswer[];
  readonly intensity: readonly (IntensityFindings & Judged & { readonly trigger: Trigger })[];
  readonly number: Judged;
  readonly strength: Judged;
  readonly warnings: readonly TrendWarning[];
  /** Ids of the events of the pair, for whoever wants to look at them. */
  readonly records: readonly string[];
}

/** Ids that an answer lists at most. */
const MOST_IDS = 2_000;

/** The whole question: every series, every trigger, controls, other days, intensity, verdict. Pure; a million records take about a second. */
export function askTrend(records: Records, question: TrendQuestion): TrendAnswer {
  const groups = groupsOf(records, question);
  const answers = groups.flatMap((group) => group.answers);
  const tallies = tallyAnswers(records.tallies, question);
  const intensity = groups.flatMap((group) =>
    intensityOf(group.series.chosen, group.measured, question.dates === 'as-coded'),
  );
  const warnings = groups.flatMap((group) => eventWarnings(group, question));
  return {
    question,
    source: records.source,
    covered: groups.length === 1 ? groups[0]!.covered : records.covered,
    events: answers,
    tallies,
    intensity,
    number: overall([...answers, ...tallies]),
    strength: overall(intensity, 'few-scores'),
    warnings: [...warnings, ...tallyWarnings(tallies, sharesOf(records.tallies, question), question)].filter(
      (w, i, all) => all.findIndex((o) => JSON.stringify(o) === JSON.stringify(w)) === i,
    ),
    records: groups.flatMap((group) => group.series.ids).slice(0, MOST_IDS),
  };
}

/** Events of one unit by one counter, with what was found of them. Different counters are never added up: they count the same things. */
export interface Group {
  readonly series: EventSeries;
  readonly covered: TrendAnswer['covered'];
  readonly asked: readonly { readonly trigger: Trigger; readonly windows: Windows | null }[];
  readonly measured: readonly {
    readonly trigger: Trigger;
    readonly windows: Windows;
    readonly findings: EventFindings;
  }[];
  readonly answers: readonly TriggerAnswer[];
}

function groupsOf(records: Records, question: TrendQuestion): Group[] {
  const groups = new Map<string, Observation[]>();
  let last: Observation | undefined;
  let current: Observation[] = [];
  for (const event of records.observations) {
    if (question.unit !== null && event.unit !== question.unit) continue;
    if (question.counter !== null && event.counter !== question.counter) continue;
    // Most records follow one of their own kind.
    if (event.unit !== last?.unit || event.counter !== last.counter) {
      const key = `${event.unit}\n${event.counter}`;
      current = groups.get(key) ?? [];
      groups.set(key, current);
      last = event;
    }
    current.push(event);
  }
  return [
    ...[...groups.values()].map((events) => seriesOfEvents(events, question.pair, records.covered)),
    ...(records.counted ?? []).filter((series) => asksFor(question, series)),
  ].map((series) => groupOf(series, question));
}

function groupOf(series: EventSeries, question: TrendQuestion): Group {
  const { times, covered, unit, counter } = series;
  const asked = question.triggers.map((trigger) => ({ trigger, windows: clipped(trigger, question.window, covered) }));
  const seen = asked.flatMap(({ windows }) => windows ?? []);
  const [from, to] = [Math.min(...seen.map((w) => w.start)), Math.max(...seen.map((w) => w.end))];
  const controls =
    seen.length === 0
      ? []
      : controlsOf(question).map((pair) => ({
          name: pairText(pair),
          times: series.within(pair, toIso(from), toIso(to)),
        }));
  const measured = asked.flatMap(({ trigger, windows }) => {
    if (!covered || !windows) return [];
    const findings = measureEvents(times, {
      windows,
      covered: [toDay(covered.first), toDay(covered.last) + 1],
      controls,
      as_coded: question.dates === 'as-coded',
    });
    return [{ trigger, windows, findings }];
  });
  const corrected = holm(measured.map(({ findings }) => findings.p_robust));
  const answers = measured.map(({ trigger, windows, findings }, i): TriggerAnswer => {
    const p = corrected[i]!;
    return {
      trigger,
      windows: { from: toIso(windows.start), to: toIso(windows.end - 1) },
      unit,
      counter,
      findings,
      p_decides: p,
      ...judge({ ...findings, p, party: false }),
    };
  });
  return { series, covered, asked, measured, answers };
}

/** Windows as far as the record reaches; null where nothing is left on a side. */
function clipped(trigger: Trigger, window: TrendQuestion['window'], covered: TrendAnswer['covered']): Windows | null {
  if (!covered) return null;
  const day = toDay(trigger.date);
  const start = Math.max(shift(day, window.before, -1), toDay(covered.first));
  const end = Math.min(shift(day, window.after, 1), toDay(covered.last) + 1);
  return start < day && end > day ? { start, trigger: day, end } : null;
}

/** One verdict over all: its reason is that of the first answer with it. */
function overall(answers: readonly Judged[], without: Reason = 'no-data'): Judged {
  if (answers.length === 0) return { verdict: 'not-testable', reason: without };
  const verdict = together(answers.map((a) => a.verdict));
  const same = answers.filter((a) => a.verdict === verdict);
  if (same.length === 0) return { verdict, reason: 'sources-disagree' };
  // Of several that cannot decide, the one that says most: it has data.
  return {
    verdict,
    reason: (same.find((a) => a.reason !== 'no-data' && a.reason !== 'no-comparison') ?? same[0]!).reason,
  };
}

function tallyAnswers(tallies: readonly TallyRecord[], question: TrendQuestion): TallyAnswer[] {
  const groups = new Map<string, TallyRecord[]>();
  for (const tally of chosenTallies(tallies, question)) {
    const key = `${tally.unit}\n${tally.counter}`;
    groups.set(key, [...(groups.get(key) ?? []), tally]);
  }
  return question.triggers.flatMap((trigger) =>
    [...groups.values()].map((used): TallyAnswer => {
      const day = toDay(trigger.date);
      const windows = {
        start: shift(day, question.window.before, -1),
        trigger: day,
        end: shift(day, question.window.after, 1),
      };
      const findings = measureTallies(
        used.map((t) => ({ id: t.id, first: t.period.first, last: t.period.last, value: t.value })),
        windows,
      );
      const { unit, counter } = used[0]!;
      const party = isParty(used, question.pair);
      return {
        trigger,
        unit,
        counter,
        party,
        findings,
        used,
        ...judgeTally(findings, party, question.triggers.length),
      };
    }),
  );
}

/** The comparison that decides: the least favourable one that is known. */
export function deciding(findings: TallyFindings): (Counts & { readonly exposure: Counts['exposure'] }) | null {
  return findings.worst?.counts ?? findings.pooled?.counts ?? null;
}

function judgeTally(findings: TallyFindings, party: boolean, triggers: number): Judged {
  const used = findings.worst ?? findings.pooled;
  return judge({
    counts: used?.counts ?? null,
    interval: used?.interval ?? [0, Number.POSITIVE_INFINITY],
    // Every trigger asks again; Bonferroni, for the series of counts differ.
    p: Math.min(1, (used?.p ?? 1) * triggers),
    p_fall: used?.p_fall ?? 1,
    variance: { estimated: null, at_loss: used?.at_loss ?? 0 },
    controls: [],
    placebo: null,
    party,
  });
}

/** Whether the counter belongs to a state of the pair; a counter that is not placed counts as a party, for nothing shows that it is none. */
function isParty(used: readonly TallyRecord[], { initiator, target }: Pair): boolean {
  return used.every(
    (t) => t.counter_country === null || [initiator, target, t.initiator, t.target].includes(t.counter_country),
  );
}

const chosenTallies = (tallies: readonly TallyRecord[], { pair, unit, counter }: TrendQuestion): TallyRecord[] =>
  tallies.filter(
    (t) =>
      (unit === null || t.unit === unit) &&
      (counter === null || t.counter === counter) &&
      // A count that names no initiator counts attempts from anywhere: it may serve, and a warning says so.
      fits(
        { initiator: t.initiator ? pair.initiator : null, target: t.target ? pair.target : null },
        { initiators: t.initiator ? [t.initiator] : [], targets: t.target ? [t.target] : [] },
      ),
  );

const sharesOf = (tallies: readonly TallyRecord[], question: TrendQuestion) =>
  chosenTallies(tallies, question).filter(
    (t) => t.of !== null && t.share !== null && !shareFits(t.value, t.of, t.share),
  );

/** Scores of each scheme before and after each trigger, for events that lie wholly on one side. */
function intensityOf(
  chosen: readonly Observation[],
  measured: readonly { trigger: Trigger; windows: Windows }[],
  as_coded: boolean,
): TrendAnswer['intensity'] {
  const schemes = [...new Set(chosen.flatMap((event) => event.scores.map((score) => score.scheme)))];
  return measured.flatMap(({ trigger, windows }) =>
    schemes.map((scheme) => {
      const sides = { before: [] as number[], after: [] as number[] };
      const longest = Math.min(lengths(windows).before, lengths(windows).after) / 2;
      for (const { time, scores } of chosen) {
        const score = scores.find((s) => s.scheme === scheme);
        if (!score || !time) continue;
        const from = toDay(time.first);
        const to = as_coded ? from : toDay(time.last);
        if (to - from + 1 > longest) continue;
        if (from >= windows.start && to < windows.trigger) sides.before.push(score.value);
        else if (from >= windows.trigger && to < windows.end) sides.after.push(score.value);
      }
      const found = measureIntensity({ scheme, ...sides });
      return { trigger, ...found, ...judgeIntensity(found) };
    }),
  );
}

function judgeIntensity({ measurable, ranks, p_means }: IntensityFindings): Judged {
  if (!measurable || !ranks) return { verdict: 'not-testable', reason: 'few-scores' };
  if (Math.max(ranks.p, p_means ?? 1) <= 0.05) return { verdict: 'supported', reason: 'significant' };
  if (ranks.superiority < 0.5 && ranks.p >= 0.95) return { verdict: 'contradicted', reason: 'fell' };
  return { verdict: 'not-testable', reason: 'undecided' };
}
