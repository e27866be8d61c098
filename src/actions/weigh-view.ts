import { assess } from '../analysis/weigh/assess.ts';
import { weighingOf } from '../analysis/weigh/fold.ts';
import { historyOf } from '../analysis/weigh/history.ts';
import { NotFoundError } from '../base/errors.ts';
import type { WeighingRow, WeighingView } from '../model/weighing/view.ts';
import type { WeighingRecord } from '../store/ledger.ts';

export interface ViewOptions {
  readonly you: string;
  readonly as_of?: string;
  readonly analyst?: string;
  readonly without?: readonly string[];
  readonly outcome?: string;
}

/** What follows from a record of the ledger. */
export function viewOf({ id, entries, statements }: WeighingRecord, options: ViewOptions): WeighingView {
  const { as_of: asOf, analyst, without, outcome } = options;
  const weighing = weighingOf(entries, { asOf, analyst });
  if (!weighing) throw new NotFoundError(`no weighing ${id}`);
  const reviewed = new Map(Object.entries(statements));
  return {
    id,
    you: options.you,
    analysts: (analyst ? weighingOf(entries, { asOf }) : weighing)?.analysts.map((one) => one.analyst) ?? [],
    case: weighing.case,
    assessment: assess(weighing, {
      asOf,
      analyst,
      outcome,
      statements: reviewed,
      ...(without && { without }),
    }),
    history: historyOf(entries, analyst),
    evidence: weighing.evidence,
    hypotheses: weighing.hypotheses,
    look_for: weighing.look_for,
  };
}

/** A question in one line. */
export function rowOf({ id, entries }: WeighingRecord): WeighingRow | null {
  const weighing = weighingOf(entries);
  if (!weighing) return null;
  const { hypotheses, flips, most_probable, analysts } = assess({ ...weighing, look_for: [] });
  const leader = hypotheses.find((one) => one.id === most_probable[0]);
  return {
    id,
    question: weighing.question,
    case: weighing.case,
    template: weighing.template,
    hypotheses: hypotheses.length,
    evidence: weighing.evidence.length,
    analysts: analysts.map(({ analyst }) => analyst),
    leader: leader ? { text: leader.text, probability: leader.probability, words: leader.words } : null,
    flips: flips.single,
    outcome: weighing.outcome,
    latest: entries.at(-1)!.recorded,
  };
}
