import { countryNames } from '../../knowledge/countries.ts';
import type { TrendQuestion } from './ask.ts';
import type { Pair } from './records.ts';
import type { Reason, TrendVerdict } from './verdict.ts';
import type { TrendWarning } from './warnings.ts';

export const VERDICT_WORDS: Readonly<Record<TrendVerdict, string>> = {
  supported: 'supported',
  'one-party': "supported by one party's counts only",
  'not-testable': 'not testable with these data',
  contradicted: 'contradicted',
};

/** Why, in a sentence that may be quoted. */
export const REASON_WORDS: Readonly<Record<Reason, string>> = {
  'no-data': 'Nothing was counted on either side of the day.',
  'no-comparison': 'There are counts on one side of the day only, or none, so there is nothing to compare.',
  'too-few':
    'So few events were counted that no test could have found a rise, even if all of them had come after the day.',
  undecided: 'The counts fit a rise as well as no rise.',
  'control-rose-too':
    'It rose, but so did what it was compared with; a busier or better covered time explains it as well.',
  variance: 'It rose, but counts of this kind vary so much that the rise may be chance.',
  'ordinary-day': 'It rose, but many other days of the record show as much.',
  fell: 'It fell.',
  'rise-ruled-out': 'A rise by half or more can be ruled out.',
  'one-party': 'It rose more than chance explains, but only a party of the dispute did the counting.',
  significant: 'It rose more than chance explains.',
  'sources-disagree': 'Some counts rose and others did not.',
  'few-scores': 'Nobody scored at least ten events on each side on one scale.',
};

const WARNING_WORDS: Readonly<Record<TrendWarning['code'], string>> = {
  'window-cut':
    'The record does not cover the whole window around {trigger}: {before} days before and {after} after were compared.',
  'trigger-outside': '{trigger} lies outside of the record ({first} to {last}).',
  'right-truncated':
    'The record ends on {last}: events after {trigger} may still be unknown, and a quiet end is no decline.',
  'reporting-lag':
    'Half of the events were reported within {median} days, nine of ten within {ninth} ({events} events).',
  'coverage-changes':
    'The whole record changes by a factor of {factor} around {trigger} ({before} events before, {after} after): coverage, not the world, may have changed.',
  undated: '{events|event of this pair has no date and takes|events of this pair have no date and take} no part.',
  'too-vague': '{events|event is|events are} dated too vaguely for the windows around {trigger}, and left out.',
  'days-drawn': '{events|event has|events have} no known day around {trigger}; days were drawn {draws|time|times}.',
  attention:
    'Attention rises after such a day: who looks more finds more. Counts of found events cannot tell the two apart.',
  'initiator-not-counted': 'The {unit} counts by {counter} do not say who was behind them.',
  'share-differs':
    'A share does not add up: {part} of {whole} are {computed} %, not {share} %; {share} % would need a whole of {needed}.',
  straddles: '{counts|count|counts} by {counter} ({unit}), on both sides of the day, cannot be split.',
  'counts-disagree': 'Two counts ({unit}) for {period} differ: {first} by {by}, {second} by {and}.',
  'several-triggers': '{triggers} days were tried; p-values are corrected for that (Holm).',
  'as-coded': 'Every event stands on the first day of the time it is dated to, as the table codes it.',
};

export function warningWords({ code, details }: TrendWarning): string {
  // `{name|one|many}` is the number with the words for one or for any other.
  return WARNING_WORDS[code].replace(
    /\{(\w+)(?:\|([^|}]*)\|([^|}]*))?\}/g,
    (_, name: string, one?: string, many?: string) => {
      const value = details[name] ?? '';
      const words = typeof value === 'number' ? value.toLocaleString('en-US') : value;
      return one === undefined ? words : `${words} ${value === 1 ? one : many}`;
    },
  );
}

/** "China against South Korea", "anybody but China against Japan". */
export function pairWords({ initiator, target }: Pair): string {
  return `${sideWords(initiator, 'anybody')} against ${sideWords(target, 'anybody')}`;
}

function sideWords(code: string | null, anybody: string): string {
  if (code === null) return anybody;
  if (code.startsWith('!')) return `anybody but ${sideWords(code.slice(1), anybody)}`;
  return countryNames().get(code) ?? code;
}

const SPAN_WORDS = { d: 'day', w: 'week', m: 'month', y: 'year' } as const;

export function questionWords({ pair, unit, triggers, window }: TrendQuestion): string {
  const span = ({ count, unit: u }: TrendQuestion['window']['before']) =>
    `${count} ${SPAN_WORDS[u]}${count === 1 ? '' : 's'}`;
  const days = triggers.map(({ date, label }) => (label ? `${date} (${label})` : date)).join(', ');
  return `Did ${unit ? `${unit}s` : 'attacks'} by ${pairWords(pair)} rise after ${days}? ${span(window.before)} before, ${span(window.after)} after.`;
}

/** A number as a text for people: three figures below a hundred, whole above, never more exact than it is. */
export function figure(value: number | null): string {
  if (value === null) return 'not defined';
  if (value === Number.POSITIVE_INFINITY) return 'without limit';
  if (value >= 100) return Math.round(value).toLocaleString('en-US');
  return String(Number(value.toPrecision(value >= 10 ? 3 : 2)));
}

export function pWords(p: number): string {
  if (p >= 0.001) return `p ${p.toFixed(p < 0.1 ? 3 : 2)}`;
  const [digit, power] = p.toExponential(0).split('e-');
  return p === 0 ? 'p below any figure' : `p ${digit}·10⁻${[...power!].map((d) => SUPERSCRIPTS[Number(d)]).join('')}`;
}

const SUPERSCRIPTS = [...'⁰¹²³⁴⁵⁶⁷⁸⁹'];
