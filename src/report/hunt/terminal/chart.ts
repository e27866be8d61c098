import { binsOf } from '../bins.ts';
import type { HuntFigures } from '../figures.ts';
import { LEVELS, sumCounts } from '../levels.ts';
import { isoTime, number } from '../words.ts';
import type { Layout } from './columns.ts';

const STEPS = '▁▂▃▄▅▆▇█';

/** Hits over time as a line of small bars for the grave levels and one for all, with the days it spans. */
export function chartLines({ frequency }: HuntFigures, { width, paint }: Layout): string[] {
  const label = 15;
  const bins = binsOf(frequency, width - label - 12);
  if (!bins) return [];
  const all = bins.columns.map(({ counts }) => sumCounts(counts));
  const grave = bins.columns.map(({ counts }) => sumCounts(counts.slice(0, 2)));
  const [from, to] = [bins.columns[0]!.start, bins.columns.at(-1)!.start];
  const days = [dayOf(from), dayOf(to)] as const;
  const space = Math.max(1, all.length - days[0].length - days[1].length);
  const axis = all.length > 24 ? `${days[0]}${' '.repeat(space)}${days[1]}` : `${days[0]} to ${days[1]}`;
  return [
    `  ${'all hits'.padEnd(label)}${bars(all)}  most ${number(Math.max(...all))}`,
    ...(sumCounts(grave)
      ? [`  ${'critical, high'.padEnd(label)}${paint('high', bars(grave))}  most ${number(Math.max(...grave))}`]
      : []),
    paint('dim', `  ${''.padEnd(label)}${axis}`),
  ];
}

/** What one bar of the chart stands for, `1 day`; null when there is no chart. */
export function chartUnit({ frequency }: HuntFigures, { width }: Layout): string | null {
  return binsOf(frequency, width - 27)?.name ?? null;
}

/** A bar of hits against the most hits of a level, in eighths of a character. */
export function bar(hits: number, most: number, width: number): string {
  const eighths = hits ? Math.max(1, Math.round((hits / most) * width * 8)) : 0;
  return '█'.repeat(Math.floor(eighths / 8)) + (eighths % 8 ? '▏▎▍▌▋▊▉'[(eighths % 8) - 1]! : '');
}

/** Counts by level as cells; a dot for none, so that what is there stands out. */
export function levelCells(counts: readonly number[]): string[] {
  return LEVELS.map((_, i) => (counts[i] ? number(counts[i]!) : '·'));
}

function bars(values: readonly number[]): string {
  const most = Math.max(1, ...values);
  return values.map((value) => (value ? STEPS[Math.min(7, Math.floor((value / most) * 7.999))] : ' ')).join('');
}

function dayOf(time: number): string {
  return isoTime(time)?.slice(0, 10) ?? '';
}
