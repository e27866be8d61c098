import type { YearReport } from '../../model/year.ts';
import { figureWords, seriesTitle } from './words.ts';

const WIDTH = 760;
const HEIGHT = 150;
const MARGIN = { left: 16, right: 16, top: 40, bottom: 24 };

/** A panel of its own, with a scale of its own, for each counter and unit. */
interface Panel {
  readonly title: string;
  readonly stated: boolean;
  readonly bars: readonly { readonly year: number; readonly value: number; readonly words: string }[];
}

/** Bars by year as SVG, small multiples by counter and unit: counted ones full, stated ones (whole years only) as outlines. */
export function yearsChart(report: YearReport): string {
  const panels = panelsOf(report);
  const height = Math.max(1, panels.length) * HEIGHT + 30;
  const body = panels.map(
    (panel, i) => `<g transform="translate(0 ${30 + i * HEIGHT})">${drawn(panel, report.years)}</g>`,
  );
  const title = `Attacks by year${report.series.length + report.stated.length === 0 ? ': none on record' : ', each scale its own'}`;
  return `<svg xmlns="http://www.w3.org/2000/svg" width="${WIDTH}" height="${height}" viewBox="0 0 ${WIDTH} ${height}" font-family="sans-serif" font-size="12" role="img" aria-label="${title}"><rect width="${WIDTH}" height="${height}" fill="#fff"/><text x="${MARGIN.left}" y="20" font-size="13" font-weight="600">${title}</text>${body.join('')}</svg>\n`;
}

function panelsOf({ years, series, stated }: YearReport): Panel[] {
  const counted = series.map((one) => ({
    title: seriesTitle(one),
    stated: false,
    bars: years.map((year, i) => ({ year, value: one.all.counts[i]!, words: `${year}: ${one.all.counts[i]}` })),
  }));
  const groups = new Map<string, { title: string; stated: true; bars: Panel['bars'][number][] }>();
  for (const figure of stated) {
    if (figure.covers !== 'year' || figure.stance !== 'asserts') continue;
    const key = `${figure.counter}|${figure.unit}`;
    const held = groups.get(key) ?? {
      title: `${figure.unit}s stated by ${figure.counter}`,
      stated: true as const,
      bars: [],
    };
    groups.set(key, held);
    held.bars.push({ year: figure.year!, value: figure.value, words: `${figure.year}: ${figureWords(figure)}` });
  }
  return [...counted, ...groups.values()];
}

function drawn({ title, stated, bars }: Panel, years: readonly number[]): string {
  const most = Math.max(...bars.map(({ value }) => value), 1);
  const step = (WIDTH - MARGIN.left - MARGIN.right) / Math.max(1, years.length);
  const base = HEIGHT - MARGIN.bottom;
  const paint = stated ? 'fill="none" stroke="#2f5d8a" stroke-width="1.5"' : 'fill="#2f5d8a"';
  const every = Math.ceil(40 / step);
  const shapes = bars.map(({ year, value, words }) => {
    if (value === 0) return '';
    const x = MARGIN.left + years.indexOf(year) * step;
    const high = (value / most) * (base - MARGIN.top);
    const label =
      step >= 14
        ? `<text x="${r(x + step / 2)}" y="${r(base - high - 3)}" text-anchor="middle" font-size="10">${value.toLocaleString('en-US')}</text>`
        : '';
    return `<rect x="${r(x + step * 0.1)}" y="${r(base - high)}" width="${r(Math.min(60, step * 0.8))}" height="${r(high)}" ${paint}><title>${escaped(words)}</title></rect>${label}`;
  });
  const ticks = years.map((year, i) =>
    i % every === 0
      ? `<text x="${r(MARGIN.left + (i + 0.5) * step)}" y="${base + 14}" text-anchor="middle" font-size="10">${year}</text>`
      : '',
  );
  return `<text x="${MARGIN.left}" y="16">${escaped(title)}</text>${shapes.join('')}<line x1="${MARGIN.left}" x2="${WIDTH - MARGIN.right}" y1="${base}" y2="${base}" stroke="#333"/>${ticks.join('')}`;
}

const r = (value: number) => String(Math.round(value * 10) / 10);
const escaped = (text: string) =>
  text.replace(/[&<>"]/g, (c) => ({ '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' })[c]!);
