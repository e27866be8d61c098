import * as z from 'zod';
import { weighingOf } from '../analysis/weigh/fold.ts';
import { TEMPLATES } from '../analysis/weigh/templates.ts';
import { UsageError } from '../base/errors.ts';
import type { Hypothesis, Weighing } from '../model/weighing/weighing.ts';
import type { NewWeighingEntry } from '../store/ledger.ts';
import type { Action } from './action.ts';
import { id } from './input.ts';
import { entries } from './weigh-input.ts';
import { viewOf } from './weigh-view.ts';

export const weighRecord: Action<'weigh.record'> = {
  name: 'weigh.record',
  summary:
    'Records hypotheses, evidence, ratings, probabilities, a judgement or an outcome; without an id, a new question.',
  input: z.strictObject({ id: id.exactOptional(), entries }),
  writes: true,
  run: async ({ ledger, analyst }, { id, entries }) => {
    const before = id === undefined ? null : weighingOf((await ledger.weighing(id)).entries);
    const all = id === undefined ? withTemplate(entries) : entries;
    checkReferences(before, all);
    const recorded = await ledger.recordWeighing(id ?? null, all, analyst);
    return viewOf(await ledger.weighing(recorded), { you: analyst });
  },
};

/** A new question that names a template and brings no hypotheses gets those of the template. */
function withTemplate(entries: readonly NewWeighingEntry[]): readonly NewWeighingEntry[] {
  const question = entries.find((entry) => entry.part === 'question');
  if (!question || entries.some(({ part }) => part === 'hypothesis')) return entries;
  const template = TEMPLATES.find((one) => one.id === question.body.template);
  return [...entries, ...(template?.hypotheses ?? []).map(hypothesisEntry)];
}

function hypothesisEntry({ id, ...body }: Hypothesis): NewWeighingEntry {
  return { part: 'hypothesis', key: id, body };
}

/** Ratings, probabilities and outcomes speak of what exists. */
function checkReferences(before: Weighing | null, entries: readonly NewWeighingEntry[]): void {
  const hypotheses = new Set(before?.hypotheses.map((one) => one.id));
  const evidence = new Set(before?.evidence.map((one) => one.id));
  const known = (set: ReadonlySet<string>, id: string, what: string) => {
    if (!set.has(id)) throw new UsageError(`there is no ${what} ${id}; there are ${[...set].join(', ') || 'none'}`);
  };
  for (const entry of entries) {
    if (entry.part === 'hypothesis' || entry.part === 'evidence') {
      const set = entry.part === 'hypothesis' ? hypotheses : evidence;
      if (entry.body === null) known(set, entry.key, entry.part);
      else set.add(entry.key);
    }
  }
  for (const entry of entries) {
    if (entry.part === 'rating') {
      const [item, hypothesis] = entry.key.split('/') as [string, string];
      known(evidence, item, 'evidence');
      known(hypotheses, hypothesis, 'hypothesis');
    } else if (entry.part === 'stated')
      for (const id of Object.keys(entry.body ?? {})) known(hypotheses, id, 'hypothesis');
    else if (entry.part === 'outcome' && entry.body) known(hypotheses, entry.body.hypothesis, 'hypothesis');
    else if (entry.part === 'look-for')
      for (const id of Object.keys(entry.body?.expects ?? {})) known(hypotheses, id, 'hypothesis');
  }
}
