import type { TallyReport, TrendReport, TriggerReport } from '../../analysis/trend/report.ts';

/** A count over days: a bar. Days are numbers since 1970. */
export interface Bar {
  readonly from: number;
  readonly to: number;
  /** Events a day, so that bars of different width compare. */
  readonly rate: number;
  readonly value: number;
}

export interface Bars {
  readonly title: string;
  readonly bars: readonly Bar[];
  readonly trigger: { readonly day: number; readonly label: string };
}

const DAY_MS = 86_400_000;
const WIDTH = 760;
const HEIGHT = 220;
const MARGIN = { left: 48, right: 12, top: 44, bottom: 28 };

/** One panel for each series of events and each counter, stacked: counts by period, the trigger as a line, the means as steps. */
export function trendChart(report: TrendReport): string {
  const panels = barsOf(report);
  const height = Math.max(1, panels.length) * HEIGHT + 40;
  const body = panels
    .map((panel, i) => `<g transform="translate(0 ${40 + i * HEIGHT})">${panelOf(panel)}</g>`)
    .join('');
  return `<svg xmlns="http://www.w3.org/2000/svg" width="${WIDTH}" height="${height}" viewBox="0 0 ${WIDTH} ${height}" font-family="sans-serif" font-size="12" role="img" aria-label="${escaped(report.question.sentence)}"><rect width="${WIDTH}" height="${height}" fill="#fff"/><text x="${MARGIN.left}" y="20" font-size="13" font-weight="600">${escaped(report.question.sentence)}</text><text x="${MARGIN.left}" y="36" fill="#555">${escaped(`Number: ${report.verdict.number.verdict}. Intensity: ${report.verdict.intensity.verdict}.`)}</text>${body}</svg>\n`;
}

export function barsOf({ triggers, tallies }: TrendReport): Bars[] {
  return [...triggers.map(eventBars), ...tallies.filter((t) => t.tallies.length > 0).map(tallyBars)];
}

function eventBars({ date, label, periods, unit, counter }: TriggerReport): Bars {
  const day = dayOf(date);
  const at = (i: number) => day + (i - periods.before.length) * periods.days;
  return {
    title: `${unit}s counted by ${counter}, in periods of ${periods.days} days`,
    bars: [...periods.before, ...periods.after].map((value, i) => ({
      from: at(i),
      to: at(i + 1),
      value,
      rate: value / periods.days,
    })),
    trigger: { day, label: label ?? date },
  };
}

function tallyBars({ date, unit, counter, tallies }: TallyReport): Bars {
  const bars = tallies.map(({ first, last, value }) => {
    const [from, to] = [dayOf(first), dayOf(last) + 1];
    return { from, to, value, rate: value / (to - from) };
  });
  // Totals stand behind their parts.
  return {
    title: `${unit}s counted by ${counter}, a day`,
    bars: bars.sort((a, b) => b.to - b.from - (a.to - a.from)),
    trigger: { day: dayOf(date), label: date },
  };
}

const dayOf = (iso: string) => Math.round(Date.parse(`${iso}T00:00:00Z`) / DAY_MS);
const isoOf = (day: number) => new Date(day * DAY_MS).toISOString().slice(0, 10);

function panelOf({ title, bars, trigger }: Bars): string {
  const from = Math.min(trigger.day, ...bars.map((b) => b.from));
  const to = Math.max(trigger.day + 1, ...bars.map((b) => b.to));
  const most = Math.max(...bars.map((b) => b.rate), 1e-9);
  const x = (day: number) => MARGIN.left + ((day - from) / (to - from)) * (WIDTH - MARGIN.left - MARGIN.right);
  const y = (rate: number) => HEIGHT - MARGIN.bottom - (rate / most) * (HEIGHT - MARGIN.top - MARGIN.bottom);
  const base = HEIGHT - MARGIN.bottom;
  const shapes = bars.map((b) => {
    const late = b.from >= trigger.day;
    const width = Math.max(1, x(b.to) - x(b.from) - 1);
    const number =
      b.value > 0 && width > 14
        ? `<text x="${r(x(b.from) + width / 2)}" y="${r(y(b.rate) - 3)}" text-anchor="middle" font-size="10">${b.value.toLocaleString('en-US')}</text>`
        : '';
    return `<rect x="${r(x(b.from))}" y="${r(y(b.rate))}" width="${r(width)}" height="${r(base - y(b.rate))}" fill="${late ? '#2f5d8a' : '#9bb3c9'}" fill-opacity="0.85"><title>${isoOf(b.from)} to ${isoOf(b.to - 1)}: ${b.value}</title></rect>${number}`;
  });
  const line = `<line x1="${r(x(trigger.day))}" x2="${r(x(trigger.day))}" y1="${MARGIN.top - 12}" y2="${base}" stroke="#a33" stroke-width="1.5" stroke-dasharray="4 3"/><text x="${r(x(trigger.day) + 4)}" y="${MARGIN.top - 4}" fill="#a33">${escaped(trigger.label)}</text>`;
  const axis = `<line x1="${MARGIN.left}" x2="${WIDTH - MARGIN.right}" y1="${base}" y2="${base}" stroke="#333"/><text x="${MARGIN.left}" y="${base + 16}">${isoOf(from)}</text><text x="${WIDTH - MARGIN.right}" y="${base + 16}" text-anchor="end">${isoOf(to - 1)}</text>`;
  return `<text x="${MARGIN.left}" y="16">${escaped(title)}</text>${shapes.join('')}${line}${axis}`;
}

const r = (value: number) => String(Math.round(value * 10) / 10);
const escaped = (text: string) =>
  text.replace(/[&<>"]/g, (c) => ({ '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' })[c]!);
