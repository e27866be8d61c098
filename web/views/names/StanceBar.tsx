import type { Stance } from '../../../src/http/contract/index.ts';
import { number } from '../../words/numbers.ts';
import { STANCE_WORDS, STANCES } from '../../words/stances.ts';
import styles from './Names.module.css';

interface Props {
  readonly stances: Readonly<Partial<Record<Stance, number>>>;
  /** Length of the whole bar, 0 to 1. */
  readonly share: number;
}

const WIDTH = 90;

/** Stances as one stacked bar, with the same figures beside it by glyph. */
export function StanceBar({ stances, share }: Props) {
  const parts = STANCES.flatMap((stance) => (stances[stance] ? [{ stance, n: stances[stance] }] : []));
  const total = parts.reduce((sum, { n }) => sum + n, 0);
  const length = Math.max(6, share * WIDTH);
  let x = 0;
  return (
    <span className={styles.stances}>
      <svg width={WIDTH} height="10" aria-hidden="true">
        {parts.map(({ stance, n }) => {
          const width = (n / total) * length;
          const left = x;
          x += width;
          return (
            <rect
              key={stance}
              data-stance={stance}
              className={styles.part}
              x={left}
              width={Math.max(1, width - 1)}
              height="10"
            />
          );
        })}
      </svg>
      {parts.map(({ stance, n }) => (
        <span key={stance} data-stance={stance} className={styles.partCount} title={stance}>
          <span aria-hidden="true">{STANCE_WORDS[stance].glyph} </span>
          <span className="hidden">{stance} </span>
          {number(n)}
        </span>
      ))}
    </span>
  );
}
