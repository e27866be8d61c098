import { type Problem, problem, type Severity } from '../../base/problem.ts';
import { describe } from '../../base/problem-words.ts';
import type { Assessment, Remark } from '../../model/weighing/assessment.ts';
import type { AnalystView, Weighing } from '../../model/weighing/weighing.ts';
import { lintEstimates } from './lint.ts';

type Known = Omit<Assessment, 'remarks'>;

/** What a reader of the result has to know: what was counted how, what looks wrong, what is missing. */
export function remarksOn(weighing: Weighing, known: Known): Remark[] {
  const { hypotheses, evidence, analysts } = known;
  const remarks: Problem[] = [];
  const say = (code: string, part: string, details: Problem['details'], severity: Severity = 'note') =>
    remarks.push(problem(code, part ? { part } : {}, details, severity));
  const list = (ids: readonly { readonly id: string }[]) => ids.map(({ id }) => id).join(', ');
  const here = evidence.filter(({ removed }) => !removed);
  if (analysts.every(({ implied, stated }) => !implied && !stated)) say('weigh-nothing-rated', '', {}, 'warning');
  if (hypotheses.length < 2) say('weigh-too-few-hypotheses', '', { count: hypotheses.length }, 'warning');

  const ungraded = here.filter(
    ({ grade, weight }, i) => grade === null && weight === 1 && !weighing.evidence[i]?.weight,
  );
  if (ungraded.length) say('weigh-ungraded', list(ungraded), { count: ungraded.length });
  const unjudged = here.filter(({ grade, weight }) => grade !== null && weight === null);
  if (unjudged.length) say('weigh-cannot-judge', list(unjudged), { count: unjudged.length });
  const alone = here.filter(({ id }) => hypotheses.length > 1 && weighing.analysts.some((one) => ratedOnce(id, one)));
  if (alone.length) say('weigh-rated-once', list(alone), { count: alone.length });
  const mute = here.filter(({ diagnosticity }) => diagnosticity === 0);
  if (mute.length) say('weigh-not-diagnostic', list(mute), { count: mute.length });
  for (const one of here) {
    const skipped = hypotheses.filter(({ id }) => one.ratings[id] === 'NA');
    if (skipped.length) say('weigh-not-applicable', one.id, { hypotheses: list(skipped) });
    if (one.absence && !one.looked) say('weigh-absence-unlooked', one.id, {}, 'warning');
    if (one.forgeability === 'easy') {
      const wrong = hypotheses.filter(({ id, false_flag }) => false_flag && /^II?$/.test(one.ratings[id] ?? ''));
      if (wrong.length) say('weigh-forgeable-excludes', one.id, { hypotheses: list(wrong) }, 'warning');
    }
    const rejected = one.rests_on.filter(({ review }) => review === 'rejected');
    if (rejected.length)
      say('weigh-statement-rejected', one.id, { rejected: rejected.length, of: one.rests_on.length }, 'warning');
  }
  for (const { id, cells } of hypotheses)
    if (cells.unrated > 0) say('weigh-unrated', id, { cells: cells.unrated }, 'warning');
  for (const { analyst, incoherence, stated } of analysts)
    if (stated && incoherence !== null && incoherence > 0.005) {
      const sum = Object.values(stated).reduce((a, b) => a + b, 0);
      say('weigh-incoherent', analyst, { sum: Number(sum.toFixed(3)) });
    }
  const { leading, most_probable: probable } = known;
  if (leading.length > 1) say('weigh-no-lead', '', { hypotheses: leading.join(', ') });
  else if (leading.length === 1 && probable.length > 0 && !probable.includes(leading[0]!))
    say('weigh-measures-differ', '', { inconsistency: leading[0]!, probability: probable.join(', ') }, 'warning');
  for (const { analyst, judgement } of analysts)
    for (const { code, details } of lintEstimates([judgement?.text, judgement?.because].filter(Boolean).join('\n\n')))
      say(code, analyst, details, 'warning');
  return remarks.map((remark) => ({ ...remark, message: describe(remark) }));
}

/** Whether an analyst rated an item against a single hypothesis: the other cells take its likelihood, so that nothing moves. */
function ratedOnce(item: string, { ratings }: AnalystView): boolean {
  const of = [...ratings].filter(([key]) => key.startsWith(`${item}/`));
  return of.length === 1 && of[0]![1] !== 'NA';
}
