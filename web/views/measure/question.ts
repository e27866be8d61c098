import type { ActionInput, TallyReport, TrendReport, TriggerReport } from '../../../src/http/contract/index.ts';
import type { Row } from '../../files/data.ts';
import type { QuestionSearch } from '../../routes/measure.tsx';
import { countryName, isCountry } from '../../words/names.ts';

/** A control (`CN>!KR`) in words: "against those of China on anybody but South Korea". */
export function controlWords(name: string): string {
  const m = /^([^>]*)>([^>]*)$/.exec(name);
  if (!m) return `against ${name}`;
  const side = (text: string) => {
    const [, not, code] = /^(!?)(.*)$/.exec(text.trim())!;
    const who = isCountry(code!) ? countryName(code!) : code!;
    return who === '' || who === '*' ? 'anybody' : not ? `anybody but ${who}` : who;
  };
  return `against attacks by ${side(m[1]!)} on ${side(m[2]!)}`;
}

const DAY = /^(\d{4}-\d{2}-\d{2})(?::(.+))?$/;

/** The question as the program takes it; null while a part that it needs is missing. Several days are parted by semicolons. */
export function questionInput(search: QuestionSearch): ActionInput<'trend.ask'> | null {
  const triggers = triggersOf(search.trigger ?? '');
  if (triggers.length === 0) return null;
  const { a, b, unit, counter, control, data, dates, window } = search;
  return {
    triggers,
    ...(a ? { initiator: a } : {}),
    ...(b ? { target: b } : {}),
    ...(unit ? { unit } : {}),
    ...(counter ? { counter } : {}),
    ...(window ? { window } : {}),
    ...(control ? { controls: control.split(/[;,]\s*/).filter(Boolean) } : {}),
    ...(data ? { from: data } : {}),
    ...(dates ? { dates } : {}),
  };
}

export function triggersOf(text: string): { date: string; label?: string }[] {
  return text.split(/;\s*/).flatMap((part) => {
    const m = DAY.exec(part.trim());
    if (!m || Number.isNaN(Date.parse(m[1]!))) return [];
    return [m[2] ? { date: m[1]!, label: m[2].trim() } : { date: m[1]! }];
  });
}

export interface Bar {
  readonly from: number;
  readonly to: number;
  readonly rate: number;
  readonly value: number;
}

export interface Panel {
  readonly key: string;
  readonly title: string;
  readonly bars: readonly Bar[];
  readonly day: number;
  readonly label: string;
}

const DAY_MS = 86_400_000;
export const dayOf = (iso: string) => Math.round(Date.parse(`${iso}T00:00:00Z`) / DAY_MS);
export const isoOf = (day: number) => new Date(day * DAY_MS).toISOString().slice(0, 10);

/** What is drawn of an answer: counts a day by period, one panel for each series of events and each counter. */
export function panelsOf({ triggers, tallies }: TrendReport): Panel[] {
  return [...triggers.map(eventPanel), ...tallies.map(tallyPanel)];
}

function eventPanel({ date, label, periods, unit, counter }: TriggerReport): Panel {
  const day = dayOf(date);
  const at = (i: number) => day + (i - periods.before.length) * periods.days;
  return {
    key: `${date} ${unit} ${counter}`,
    title: `${unit}s counted by ${counter}, periods of ${periods.days} days`,
    bars: [...periods.before, ...periods.after].map((value, i) => ({
      from: at(i),
      to: at(i + 1),
      value,
      rate: value / periods.days,
    })),
    day,
    label: label ?? date,
  };
}

function tallyPanel({ date, unit, counter, tallies }: TallyReport): Panel {
  const bars = tallies.map(({ first, last, value }) => {
    const [from, to] = [dayOf(first), dayOf(last) + 1];
    return { from, to, value, rate: value / (to - from) };
  });
  return {
    key: `${date} ${unit} ${counter} counts`,
    title: `${unit}s counted by ${counter}, a day`,
    bars: bars.sort((x, y) => y.to - y.from - (x.to - x.from)),
    day: dayOf(date),
    label: date,
  };
}

/** The figure's data, one row a period. */
export function panelRows(report: TrendReport): Row[] {
  return panelsOf(report).flatMap(({ title, bars }) =>
    bars.map(({ from, to, value }) => ({ series: title, first: isoOf(from), last: isoOf(to - 1), value })),
  );
}

export function trendText(report: TrendReport): string {
  const { question, verdict, source, warnings } = report;
  return [
    `**${question.sentence}**`,
    '',
    `- Number: ${verdict.number.sentence}`,
    ...(verdict.number.testable_if ? [`  Testable with ${verdict.number.testable_if}.`] : []),
    `- Intensity: ${verdict.intensity.sentence}`,
    `- Data: ${source}`,
    ...warnings.map(({ text }) => `- ${text}`),
    '',
  ].join('\n');
}
