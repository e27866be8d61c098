import type { Precision, TimeRange } from '../../src/http/contract/index.ts';
import styles from './StatementLine.module.css';

const WIDTHS: Readonly<Record<Precision, number>> = { day: 2, month: 8, year: 18, range: 18 };

/** The time of the event: its width says how exactly it is known; without one it says so. */
export function TimeMark({ time, when }: { time: string | null; when: TimeRange | null }) {
  if (time === null || when === null) return <span className="muted">no date</span>;
  const width = WIDTHS[when.precision];
  return (
    <span className={styles.time} title={`${when.precision}: ${when.first} to ${when.last}`}>
      <svg width="18" height="10" aria-hidden="true">
        <rect x={(18 - width) / 2} width={width} height="10" fill="currentColor" opacity={when.precision === 'year' ? 0.35 : 0.8} />
      </svg>
      {time.replace('/', ' – ')}
    </span>
  );
}
