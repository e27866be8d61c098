import type { TallyAnswer, TrendAnswer, TriggerAnswer } from './ask.ts';
import { spanText } from './days.ts';
import type { EventFindings } from './events.ts';
import { type Counts, fewestAfter, type RateRatio } from './rate-ratio.ts';
import { pairText } from './records.ts';
import type { Compared } from './tallies.ts';
import type { Reason, TrendVerdict } from './verdict.ts';
import { figure, pairWords, pWords, questionWords, REASON_WORDS, VERDICT_WORDS, warningWords } from './words.ts';

/** A comparison as it is exchanged. `ratio` is null with none before; the second end of `interval` is null without an upper limit. */
export interface ComparisonReport {
  readonly counts: Counts;
  readonly ratio: number | null;
  readonly interval: readonly [number, number | null];
  readonly p: number;
}

export interface VerdictReport {
  /** `supported`, `supported by one party's counts only`, `not testable with these data`, `contradicted`. */
  readonly verdict: string;
  readonly code: TrendVerdict;
  readonly reason: Reason;
  /** To be quoted. */
  readonly sentence: string;
  /** What would make it testable; null where it is. */
  readonly testable_if: string | null;
}

export interface TriggerReport extends ComparisonReport {
  readonly date: string;
  readonly label: string | null;
  readonly windows: { readonly from: string; readonly to: string };
  readonly unit: string;
  readonly counter: string;
  readonly p_robust: number;
  /** Corrected for several triggers: the one that decides. */
  readonly p_decides: number;
  readonly periods: EventFindings['periods'];
  readonly variance: EventFindings['variance'];
  readonly power: EventFindings['power'];
  readonly rate_needed: number | null;
  readonly dating: EventFindings['dating'];
  readonly controls: readonly {
    name: string;
    before: number;
    after: number;
    ratio: number | null;
    interval: readonly [number, number | null];
    p: number;
  }[];
  readonly placebo: EventFindings['placebo'];
  readonly change_point: EventFindings['change_point'];
  readonly interrupted: EventFindings['interrupted'];
  readonly verdict: VerdictReport;
}

export interface TallyReport {
  readonly date: string;
  readonly unit: string;
  readonly counter: string;
  /** Whether the counter is a party of the dispute. */
  readonly party: boolean;
  readonly pooled: ComparisonReport | null;
  readonly pairs: readonly (ComparisonReport & {
    readonly before: readonly string[];
    readonly after: readonly string[];
    readonly variance_at_loss: number;
  })[];
  readonly worst: (ComparisonReport & { readonly unexplained: number; readonly variance_at_loss: number }) | null;
  readonly tallies: readonly {
    id: string;
    first: string;
    last: string;
    value: number;
    source: string | null;
    statement: string | null;
  }[];
  readonly verdict: VerdictReport;
}

/** What `trend --json` writes and what the workbench shows. `version` changes when a field changes its meaning. */
export interface TrendReport {
  readonly version: 1;
  readonly question: {
    readonly sentence: string;
    readonly initiator: string | null;
    readonly target: string | null;
    readonly unit: string | null;
    readonly counter: string | null;
    readonly triggers: readonly { date: string; label: string | null }[];
    readonly window: string;
    readonly controls: readonly string[] | null;
    readonly dates: string;
  };
  readonly source: string;
  readonly covered: { readonly first: string; readonly last: string } | null;
  readonly counts: Counts | null;
  readonly ratio: number | null;
  readonly interval: readonly [number, number | null] | null;
  readonly p: number | null;
  readonly power: EventFindings['power'];
  readonly controls: TriggerReport['controls'];
  readonly placebo: EventFindings['placebo'];
  readonly verdict: { readonly number: VerdictReport; readonly intensity: VerdictReport };
  readonly triggers: readonly TriggerReport[];
  readonly tallies: readonly TallyReport[];
  readonly intensity: TrendAnswer['intensity'];
  readonly warnings: readonly { code: string; details: Readonly<Record<string, string | number>>; text: string }[];
  readonly records: readonly string[];
}

/** The answer in the shape that is exchanged, with the words. */
export function reportTrend(answer: TrendAnswer): TrendReport {
  const { question, source, covered, warnings } = answer;
  const triggers = answer.events.map((event) => triggerReport(event, answer));
  const tallies = answer.tallies.map((tally) => tallyReport(tally));
  const deciding = [...triggers, ...tallies].find(
    (a) => a.verdict.code === answer.number.verdict && a.verdict.reason === answer.number.reason,
  );
  const shown = deciding && 'pooled' in deciding ? deciding.pooled : (deciding ?? null);
  const main = deciding && !('pooled' in deciding) ? deciding : triggers[0];
  const scale = answer.intensity.find((i) => i.verdict === answer.strength.verdict);
  return {
    version: 1,
    question: {
      sentence: questionWords(question),
      ...question.pair,
      unit: question.unit,
      counter: question.counter,
      triggers: question.triggers,
      window: `${spanText(question.window.before)}/${spanText(question.window.after)}`,
      controls: question.controls?.map(pairText) ?? null,
      dates: question.dates,
    },
    source,
    covered,
    counts: shown?.counts ?? null,
    ratio: shown?.ratio ?? null,
    interval: shown?.interval ?? null,
    p: shown?.p ?? null,
    power: main?.power ?? [],
    controls: main?.controls ?? [],
    placebo: main?.placebo ?? null,
    verdict: {
      number: deciding?.verdict ?? verdictReport(answer.number.verdict, answer.number.reason, '', TESTABLE_WITH_COUNTS),
      intensity: verdictReport(
        answer.strength.verdict,
        answer.strength.reason,
        scale?.measurable
          ? `Scores of ${scale.scheme}: mean ${figure(scale.mean.before)} before (n ${scale.n.before}), ${figure(scale.mean.after)} after (n ${scale.n.after}), ${pWords(scale.ranks!.p)}.`
          : scale
            ? `${scale.n.before} scored events before, ${scale.n.after} after, on ${scale.scheme}.`
            : 'No source gives scores.',
        'at least ten events on each side, scored on one scale by one counter',
      ),
    },
    triggers,
    tallies,
    intensity: answer.intensity,
    warnings: warnings.map((w) => ({ ...w, text: warningWords(w) })),
    records: answer.records,
  };
}

const TESTABLE_WITH_COUNTS = 'counts of one unit by one counter for periods on both sides of the day';

const comparison = ({ counts, ratio, interval, p }: RateRatio & { counts: Counts }): ComparisonReport => ({
  counts,
  ratio: finite(ratio),
  interval: [interval[0], finite(interval[1])],
  p,
});

const finite = (value: number | null) => (value !== null && Number.isFinite(value) ? value : null);

function triggerReport(event: TriggerAnswer, answer: TrendAnswer): TriggerReport {
  const { findings, trigger, windows, unit, counter, p_decides, verdict, reason } = event;
  const { p_robust, periods, variance, power, rate_needed, dating, placebo, change_point, interrupted } = findings;
  return {
    ...trigger,
    ...comparison(findings),
    windows,
    unit,
    counter,
    p_robust,
    p_decides,
    periods,
    variance,
    power,
    rate_needed,
    dating,
    controls: findings.controls.map((c) => ({
      ...c,
      ratio: finite(c.ratio),
      interval: [c.interval[0], finite(c.interval[1])] as const,
    })),
    placebo,
    change_point,
    interrupted,
    verdict: verdictReport(verdict, reason, eventSentence(event, answer), eventTestable(event)),
  };
}

function eventSentence({ findings, trigger, unit, counter }: TriggerAnswer, { question }: TrendAnswer): string {
  const { counts } = findings;
  return `${capital(unit)}s by ${pairWords(question.pair)}, counted by ${counter}: ${counts.before} in the ${counts.exposure.before} days before ${trigger.date}, ${counts.after} in the ${counts.exposure.after} days from then on; ${ratioWords(findings, counts)}.`;
}

/** How much variance a result stands; nothing where it was never significant. */
export const standsWords = (at_loss: number): string =>
  at_loss >= 1 ? `, which holds until the variance is ${figure(at_loss)} times the mean` : '';

function ratioWords({ ratio, interval, p }: RateRatio, { before, after }: Counts): string {
  const n = `n ${(before + after).toLocaleString('en-US')}`;
  if (before + after === 0) return 'nothing to compare';
  if (before === 0)
    return `a rise without measure, since nothing came before (95 % interval of the ratio ${figure(interval[0])} to ${figure(interval[1])}, ${pWords(p)}, ${n})`;
  return `${figure(ratio)} times the rate (95 % interval ${figure(interval[0])} to ${figure(interval[1])}, ${pWords(p)}, ${n})`;
}

function eventTestable({ findings, verdict, reason, unit }: TriggerAnswer): string | null {
  if (verdict !== 'not-testable') return null;
  const { counts, rate_needed } = findings;
  const power = findings.power.find((p) => p.rise === 3);
  if (reason === 'control-rose-too') return 'a rise clearly larger than that of the controls';
  if (reason === 'variance' || reason === 'ordinary-day')
    return 'a longer or steadier record, or a rise that stands out from other days';
  const needed = fewestAfter(counts.exposure, counts.before);
  const rate =
    rate_needed === null
      ? ''
      : `; to find a threefold rise four times in five takes about ${figure(rate_needed)} ${unit}s a month before`;
  const now = power ? ` (at the rate seen the chance is ${Math.round(100 * power.power)} %)` : '';
  return `${needed} ${unit}s after the day instead of ${counts.after}, with ${counts.before} before${rate}${now}`;
}

function tallyReport({ trigger, unit, counter, party, findings, used, verdict, reason }: TallyAnswer): TallyReport {
  const pair = (c: Compared) => ({
    ...comparison(c),
    before: c.before_ids,
    after: c.after_ids,
    variance_at_loss: c.at_loss,
  });
  return {
    date: trigger.date,
    unit,
    counter,
    party,
    pooled: findings.pooled && comparison(findings.pooled),
    pairs: findings.pairs.map(pair),
    worst: findings.worst && {
      ...comparison(findings.worst),
      unexplained: findings.worst.unexplained,
      variance_at_loss: findings.worst.at_loss,
    },
    tallies: used.map((t) => ({
      id: t.id,
      first: t.period.first,
      last: t.period.last,
      value: t.value,
      source: t.source,
      statement: t.statement,
    })),
    verdict: verdictReport(verdict, reason, tallySentence(unit, counter, findings, used), TESTABLE_WITH_COUNTS),
  };
}

function tallySentence(
  unit: string,
  counter: string,
  { pooled, pairs, worst }: TallyAnswer['findings'],
  used: TallyAnswer['used'],
): string {
  const period = (ids: readonly string[]) =>
    ids
      .map((id) => used.find((t) => t.id === id)!.period)
      .map(({ first, last }) => (first === last ? first : `${first} to ${last}`))
      .join(', ');
  const parts = [`${capital(unit)}s counted by ${counter}: `];
  if (!pooled) return `${parts[0]}no periods on both sides of the day.`;
  const { counts } = pooled;
  parts.push(
    `${counts.before.toLocaleString('en-US')} in ${counts.exposure.before} days before, ${counts.after.toLocaleString('en-US')} in ${counts.exposure.after} days after, ${ratioWords(pooled, counts)}`,
  );
  if (pairs.length > 1) {
    const top = pairs.reduce((a, b) => ((b.ratio ?? 0) > (a.ratio ?? 0) ? b : a));
    parts.push(
      `; ${period(top.after_ids)} against ${period(top.before_ids)}: ${top.counts.after} against ${top.counts.before}, ${ratioWords(top, top.counts)}${standsWords(top.at_loss)}`,
    );
  }
  if (worst)
    parts.push(
      `; even if all ${worst.unexplained.toLocaleString('en-US')} that the total leaves unexplained came before: ${ratioWords(worst, worst.counts)}`,
    );
  return `${parts.join('')}.`;
}

function verdictReport(code: TrendVerdict, reason: Reason, facts: string, testable: string | null): VerdictReport {
  const words = VERDICT_WORDS[code];
  return {
    verdict: words,
    code,
    reason,
    sentence: `${capital(words)}. ${REASON_WORDS[reason]} ${facts}`.trim(),
    testable_if: code === 'not-testable' ? testable : null,
  };
}

const capital = (text: string) => text.charAt(0).toUpperCase() + text.slice(1);
