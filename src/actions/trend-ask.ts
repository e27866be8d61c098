import * as z from 'zod';
import type { TrendQuestion } from '../analysis/trend/ask.ts';
import { parseSpan } from '../analysis/trend/days.ts';
import { type Pair, parsePair } from '../analysis/trend/records.ts';
import { UsageError } from '../base/errors.ts';
import { parseTime } from '../base/time.ts';
import type { Action } from './action.ts';
import type { ActionInput } from './action-map.ts';
import { toDay, words } from './input.ts';
import { LEDGER, recordsFrom } from './trend-records.ts';

const MOST_TRIGGERS = 20;
const side = z.string().regex(/^!?[A-Z]{2}$/, 'two capital letters (ISO 3166-1)');
const day = z.string().refine((text) => parseTime(text)?.precision === 'day', 'expected a day as YYYY-MM-DD');

export const trendAsk: Action<'trend.ask'> = {
  name: 'trend.ask',
  summary: 'Whether attacks rose after a day, and whether the data can say so: counts, tests, power, verdict.',
  input: z.strictObject({
    from: words.exactOptional(),
    initiator: side.exactOptional(),
    target: side.exactOptional(),
    unit: words.exactOptional(),
    counter: words.exactOptional(),
    triggers: z
      .array(z.strictObject({ date: day, label: words.exactOptional() }))
      .min(1)
      .max(MOST_TRIGGERS),
    window: words.exactOptional(),
    controls: z.array(words).max(20).exactOptional(),
    dates: z.enum(['honour', 'as-coded']).exactOptional(),
    as_of: toDay.exactOptional(),
  }),
  writes: false,
  run: async ({ ledger }, input) => {
    const question = questionOf(input);
    // The special functions are compiled when first asked for.
    const { askTrend, reportTrend } = await import('../analysis/trend/index.ts');
    return reportTrend(askTrend(await recordsFrom(ledger, input.from ?? LEDGER, input.as_of, question), question));
  },
};

/** The parts of a question as typed. Throws UsageError for a window or control that makes no sense. */
export function questionOf(input: Omit<ActionInput<'trend.ask'>, 'from' | 'as_of'>): TrendQuestion {
  const {
    initiator = null,
    target = null,
    unit = null,
    counter = null,
    triggers,
    window = '12m',
    controls,
    dates = 'honour',
  } = input;
  return {
    pair: { initiator, target },
    unit,
    counter,
    triggers: triggers.map(({ date, label = null }) => ({ date, label })),
    window: windowOf(window),
    controls: controls?.map(pairOf) ?? null,
    dates,
  };
}

/** `18m`, or `24m/3m` for before and after. */
function windowOf(text: string): TrendQuestion['window'] {
  const [before, after = before] = text.split('/').map(parseSpan);
  if (!before || !after)
    throw new UsageError(`"${text}" is no window; write 18m, or 24m/3m for before and after (d, w, m, y)`);
  return { before, after };
}

function pairOf(text: string): Pair {
  const pair = parsePair(text);
  if (!pair) throw new UsageError(`"${text}" is no control; write CN>JP, CN>*, *>KR, or !CN>KR for anybody else`);
  return pair;
}
