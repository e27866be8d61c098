import { AXIS_HEIGHT, type Figure, MARGIN_WIDTH, TITLE_WIDTH } from './layout.ts';
import { type Domain, ticks } from './scale.ts';
import styles from './Timeline.module.css';

/** The axis of time and the head of the margin for the undated. */
export function Axis({ figure, domain }: { figure: Figure; domain: Domain }) {
  const { width, height, left, xOf } = figure;
  return (
    <g>
      <text x={TITLE_WIDTH + 4} y={AXIS_HEIGHT - 10} className={styles.label}>
        no date
      </text>
      <rect
        x={TITLE_WIDTH}
        y={AXIS_HEIGHT}
        width={MARGIN_WIDTH}
        height={height - AXIS_HEIGHT - 8}
        className={styles.margin}
      />
      {ticks(domain, width - left - 12).map(({ at, label, major }) => (
        <g key={at}>
          <line
            x1={xOf(at)}
            x2={xOf(at)}
            y1={AXIS_HEIGHT}
            y2={height - 8}
            className={major ? styles.gridMajor : styles.grid}
          />
          {xOf(at) < width - 30 && (
            <text x={xOf(at) + 3} y={AXIS_HEIGHT - 10} className={major ? styles.labelMajor : styles.label}>
              {label}
            </text>
          )}
        </g>
      ))}
      <line x1="0" x2={width} y1={AXIS_HEIGHT} y2={AXIS_HEIGHT} className={styles.rule} />
    </g>
  );
}
