import type { ComparisonReport, TallyReport, TrendReport, TriggerReport } from '../../analysis/trend/report.ts';
import { figure, pWords } from '../../analysis/trend/words.ts';

/** The answer as Markdown for a report: verdict first, then every figure behind it. */
export function trendMarkdown(report: TrendReport): string {
  const { question, source, covered, verdict, triggers, tallies, warnings } = report;
  return [
    `# ${question.sentence}`,
    '',
    `**Number: ${verdict.number.verdict}.** ${rest(verdict.number.sentence, verdict.number.verdict)}`,
    ...(verdict.number.testable_if ? ['', `It would be testable with ${verdict.number.testable_if}.`] : []),
    '',
    `**Intensity: ${verdict.intensity.verdict}.** ${rest(verdict.intensity.sentence, verdict.intensity.verdict)}`,
    ...(verdict.intensity.testable_if ? ['', `It would be testable with ${verdict.intensity.testable_if}.`] : []),
    '',
    `Data: ${source}${covered ? `, ${covered.first} to ${covered.last}` : ''}. Windows: ${question.window}.`,
    ...triggers.flatMap(triggerLines),
    ...tallies.flatMap(tallyLines),
    ...(warnings.length > 0 ? ['', '## What limits this', '', ...warnings.map(({ text }) => `- ${text}`)] : []),
    '',
  ].join('\n');
}

/** The sentence without the verdict it opens with. */
const rest = (sentence: string, verdict: string) => sentence.slice(verdict.length + 2);

export function ratioText({ ratio, interval }: Pick<ComparisonReport, 'ratio' | 'interval'>): string {
  const high = interval[1] === null ? 'without limit' : figure(interval[1]);
  return `${ratio === null ? 'none before' : figure(ratio)} (${figure(interval[0])} to ${high})`;
}

function triggerLines(t: TriggerReport): string[] {
  const lines = [
    '',
    `## ${t.date}${t.label ? `, ${t.label}` : ''}: ${t.unit}s counted by ${t.counter}`,
    '',
    t.verdict.sentence,
    '',
    '| | before | after | ratio (95 %) | one-sided p |',
    '|---|---|---|---|---|',
    row('asked', t.counts.before, t.counts.after, ratioText(t), t.p),
    ...t.controls.map((c) => row(`against ${c.name}`, c.before, c.after, ratioText(c), c.p)),
    '',
    `- p that decides (periods in any order, corrected for several days): ${pWords(t.p_decides)}`,
    `- power: ${t.power.map((p) => `${Math.round(100 * p.power)} % for a rise by ${p.rise}`).join(', ')}`,
    `- variance over mean: ${t.variance.estimated === null ? 'too few periods to say' : figure(t.variance.estimated)}${t.variance.at_loss >= 1 ? `; significance is lost at ${figure(t.variance.at_loss)}` : ''}`,
  ];
  if (t.variance.negative_binomial)
    lines.push(
      `- negative binomial: ratio ${figure(t.variance.negative_binomial.ratio)}, dispersion ${figure(t.variance.negative_binomial.dispersion)}, ${pWords(t.variance.negative_binomial.p)}`,
    );
  if (t.placebo)
    lines.push(
      `- other days as the trigger: rank ${t.placebo.rank} of ${t.placebo.dates + 1} (${t.placebo.separate} separate windows)`,
    );
  if (t.change_point)
    lines.push(
      `- best break without being told the day: ${t.change_point.at} (${t.change_point.from} to ${t.change_point.to}), a ${t.change_point.rises ? 'rise' : 'fall'}, ${pWords(t.change_point.p)}`,
    );
  if (t.interrupted)
    lines.push(
      `- interrupted time series: step ${figure(t.interrupted.level.ratio)} (${figure(t.interrupted.level.interval[0])} to ${figure(t.interrupted.level.interval[1])})`,
    );
  if (t.dating.spread)
    lines.push(
      `- days drawn ${t.dating.draws} times: after ${t.dating.spread.after.join(' to ')}, p ${t.dating.spread.p.map((p) => p.toFixed(3)).join(' to ')}`,
    );
  return lines;
}

function tallyLines(t: TallyReport): string[] {
  const compare = (name: string, c: ComparisonReport | null) =>
    c
      ? [
          row(
            name,
            `${c.counts.before} in ${c.counts.exposure.before} d`,
            `${c.counts.after} in ${c.counts.exposure.after} d`,
            ratioText(c),
            c.p,
          ),
        ]
      : [];
  const period = (ids: readonly string[]) =>
    ids
      .map((id) => t.tallies.find((one) => one.id === id))
      .map((one) => (one ? `${one.first} to ${one.last}` : '?'))
      .join(', ');
  const compared = [
    ...compare('all periods', t.pooled),
    ...t.pairs.flatMap((pair) => compare(`${period(pair.after)} against ${period(pair.before)}`, pair)),
    ...compare(t.worst ? `worst case, ${t.worst.unexplained} unexplained before` : '', t.worst),
  ];
  const heads = ['', '| | before | after | ratio (95 %) | one-sided p |', '|---|---|---|---|---|'];
  return [
    '',
    `## ${t.date}: ${t.unit}s counted by ${t.counter}${t.party ? ' (a party of the dispute)' : ''}`,
    '',
    t.verdict.sentence,
    ...(compared.length > 0 ? [...heads, ...compared] : []),
  ];
}

const row = (name: string, before: number | string, after: number | string, ratio: string, p: number) =>
  `| ${name} | ${before} | ${after} | ${ratio} | ${pWords(p)} |`;
