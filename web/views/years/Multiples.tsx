import type { RefObject } from 'react';
import type { YearReport } from '../../../src/http/contract/index.ts';
import { number, quantityWords } from '../../words/numbers.ts';
import { seriesWords } from '../../words/years.ts';
import styles from './Years.module.css';

const WIDTH = 400;
const HEIGHT = 130;
const SIDE = 10;
const TOP = 40;
const BASE = HEIGHT - 22;

interface Panel {
  readonly title: string;
  readonly stated: boolean;
  readonly bars: readonly {
    readonly at: number;
    readonly value: number;
    readonly words: string;
    readonly open?: boolean;
  }[];
}

/** A small chart a counter and unit, each with a scale of its own: counted ones full, stated ones (whole years) as outlines. */
export function Multiples({ report, svg }: { report: YearReport; svg: RefObject<SVGSVGElement | null> }) {
  const panels = panelsOf(report);
  if (panels.length === 0 || report.years.length === 0) return null;
  const lines = Math.ceil(panels.length / 2);
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reached by keys.
    <section className={styles.scroll} aria-label="Charts" tabIndex={0}>
      <svg
        ref={svg}
        viewBox={`0 0 ${2 * WIDTH} ${lines * HEIGHT}`}
        width={2 * WIDTH}
        height={lines * HEIGHT}
        role="img"
        aria-label="Attacks by year, a chart for each counter and unit with a scale of its own"
        className={styles.multiples}
      >
        {panels.map((panel, i) => (
          <g key={panel.title} transform={`translate(${(i % 2) * WIDTH} ${Math.floor(i / 2) * HEIGHT})`}>
            <Chart panel={panel} years={report.years} />
          </g>
        ))}
      </svg>
    </section>
  );
}

function Chart({ panel: { title, stated, bars }, years }: { panel: Panel; years: readonly number[] }) {
  const most = Math.max(1, ...bars.map(({ value }) => value));
  const step = (WIDTH - 2 * SIDE) / years.length;
  const wide = Math.min(48, step * 0.8);
  const every = Math.ceil(36 / step);
  return (
    <>
      <text x={SIDE} y={16} className={styles.title}>
        {title.length > 52 ? `${title.slice(0, 51)}…` : title}
        <title>{title}</title>
      </text>
      {bars.map(({ at, value, words, open }) => {
        const high = (value / most) * (BASE - TOP);
        const middle = SIDE + (at + 0.5) * step;
        return (
          <g key={words}>
            <rect
              x={middle - wide / 2}
              y={BASE - high}
              width={wide}
              height={high}
              className={stated ? (open ? styles.open : styles.outline) : styles.full}
            >
              <title>{words}</title>
            </rect>
            {value > 0 && step > 14 && (
              <text x={middle} y={BASE - high - 3} textAnchor="middle" className={styles.tick}>
                {open && '≥ '}
                {number(value)}
              </text>
            )}
          </g>
        );
      })}
      <line x1={SIDE} x2={WIDTH - SIDE} y1={TOP} y2={TOP} className={styles.top} />
      <text x={WIDTH - SIDE} y={16} textAnchor="end" className={styles.tick}>
        0 to {number(most)}
      </text>
      <line x1={SIDE} x2={WIDTH - SIDE} y1={BASE} y2={BASE} className={styles.base} />
      {years.map(
        (year, i) =>
          i % every === 0 && (
            <text key={year} x={SIDE + (i + 0.5) * step} y={BASE + 14} textAnchor="middle" className={styles.tick}>
              {year}
            </text>
          ),
      )}
    </>
  );
}

function panelsOf({ years, series, stated }: YearReport): Panel[] {
  const panels = new Map<string, Panel & { bars: Panel['bars'][number][] }>();
  for (const one of series) {
    const bars = years.map((year, at) => ({
      at,
      value: one.all.counts[at]!,
      words: `${year}: ${number(one.all.counts[at]!)}`,
    }));
    if (bars.some(({ value }) => value > 0))
      panels.set(seriesWords(one), { title: seriesWords(one), stated: false, bars });
  }
  for (const figure of stated) {
    if (figure.covers !== 'year' || figure.stance !== 'asserts') continue;
    const title = `${seriesWords(figure).replace(' counted by ', ' stated by ')}`;
    const held = panels.get(title) ?? { title, stated: true, bars: [] };
    panels.set(title, held);
    held.bars.push({
      at: years.indexOf(figure.year!),
      value: figure.value,
      open: figure.bound === 'at-least',
      words: `${figure.year}: ${quantityWords(figure)}, ${figure.initiator ?? 'anybody'} against ${figure.target ?? 'anybody'}`,
    });
  }
  return [...panels.values()];
}
