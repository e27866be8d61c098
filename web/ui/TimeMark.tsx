import type { Precision, TimeRange } from '../../src/http/contract/index.ts';
import styles from './StatementLine.module.css';

const WIDTHS: Readonly<Record<Precision, number>> = { day: 2, month: 8, year: 18, range: 18 };

interface Props {
  readonly time: string | null;
  readonly when: TimeRange | null;
  /** Keeps the marks of several rows on one middle line. */
  readonly column?: boolean;
}

/** The time of the event: its width says how exactly it is known; without one it says so. */
export function TimeMark({ time, when, column = false }: Props) {
  if (time === null || when === null) return <span className={styles.none}>no date</span>;
  const width = WIDTHS[when.precision];
  const room = column ? WIDTHS.range : width;
  return (
    <span className={styles.time} title={`${when.precision}: ${when.first} to ${when.last}`}>
      <svg width={room} height="10" aria-hidden="true">
        <rect
          x={(room - width) / 2}
          width={width}
          height="10"
          fill="currentColor"
          opacity={when.precision === 'year' ? 0.35 : 0.8}
        />
      </svg>
      {time.replace('/', ' – ')}
    </span>
  );
}
