import type { RefObject } from 'react';
import { number } from '../../words/numbers.ts';
import styles from './Measure.module.css';
import { isoOf, type Panel } from './question.ts';

const WIDTH = 860;
const HEIGHT = 170;
const LEFT = 16;
const RIGHT = 16;
const TOP = 46;
const BASE = HEIGHT - 24;

/** Counts a day by period, before and after the day in question; one panel a series. */
export function SeriesFigure({ panels, svg }: { panels: readonly Panel[]; svg: RefObject<SVGSVGElement | null> }) {
  if (panels.length === 0) return null;
  return (
    <div className={styles.scroll}>
      <svg
        ref={svg}
        width={WIDTH}
        height={panels.length * HEIGHT}
        role="img"
        aria-label="Counts by period before and after the day"
        className={styles.series}
      >
        {panels.map((panel, i) => (
          <PanelFigure key={panel.key} panel={panel} top={i * HEIGHT} />
        ))}
      </svg>
    </div>
  );
}

function PanelFigure({ panel: { title, bars, day, label }, top }: { panel: Panel; top: number }) {
  const from = Math.min(day, ...bars.map((b) => b.from));
  const to = Math.max(day + 1, ...bars.map((b) => b.to));
  const most = Math.max(1e-9, ...bars.map((b) => b.rate));
  const x = (d: number) => LEFT + ((d - from) / (to - from)) * (WIDTH - LEFT - RIGHT);
  const high = (rate: number) => (rate / most) * (BASE - TOP);
  return (
    <>
      <text x={LEFT} y={top + 16} className={styles.panelTitle}>
        {title}
      </text>
      {bars.map((b) => {
        const width = Math.max(1, x(b.to) - x(b.from) - 1);
        return (
          <g key={`${b.from} ${b.to}`}>
            <rect
              x={x(b.from)}
              y={top + BASE - high(b.rate)}
              width={width}
              height={high(b.rate)}
              className={b.from >= day ? styles.after : styles.before}
            >
              <title>{`${isoOf(b.from)} to ${isoOf(b.to - 1)}: ${b.value}`}</title>
            </rect>
            {b.value > 0 && width > 16 && (
              <text
                x={x(b.from) + width / 2}
                y={top + BASE - high(b.rate) - 3}
                textAnchor="middle"
                className={styles.value}
              >
                {number(b.value)}
              </text>
            )}
          </g>
        );
      })}
      <line x1={x(day)} x2={x(day)} y1={top + TOP - 14} y2={top + BASE} className={styles.trigger} />
      <text x={Math.min(x(day) + 4, WIDTH - 160)} y={top + TOP - 16} className={styles.triggerLabel}>
        {label}
      </text>
      <line x1={LEFT} x2={WIDTH - RIGHT} y1={top + BASE} y2={top + BASE} className={styles.base} />
      <text x={LEFT} y={top + BASE + 15} className={styles.value}>
        {isoOf(from)}
      </text>
      <text x={WIDTH - RIGHT - 62} y={top + BASE + 15} className={styles.value}>
        {isoOf(to - 1)}
      </text>
    </>
  );
}
