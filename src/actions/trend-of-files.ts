import { UsageError } from '../base/errors.ts';
import type { Problem } from '../base/problem.ts';
import { type DataFile, readData } from '../exchange/incidents/kinds.ts';
import type { ActionInput, ActionOutput } from './action-map.ts';
import { withMessage } from './problem-message.ts';
import { checkInput } from './registry.ts';
import { questionOf, trendAsk } from './trend-ask.ts';
import { recordsOf } from './trend-records.ts';

/** Asks files of a data set, without a ledger. Throws UsageError when they are none. */
export async function trendOfFiles(
  files: readonly DataFile[],
  input: Omit<ActionInput<'trend.ask'>, 'from' | 'as_of'>,
): Promise<{ readonly report: ActionOutput<'trend.ask'>; readonly problems: readonly Problem[] }> {
  const checked = checkInput(trendAsk.input, input);
  const { data, problems } = readData(files);
  if (!data) throw new UsageError(problems.map((p) => withMessage(p).message).join('; '));
  const { askTrend, reportTrend } = await import('../analysis/trend/index.ts');
  return { report: reportTrend(askTrend(recordsOf(data), questionOf(checked))), problems: problems.map(withMessage) };
}
