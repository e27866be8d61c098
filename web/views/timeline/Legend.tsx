import { STANCE_WORDS, STANCES } from '../../words/stances.ts';
import styles from './Timeline.module.css';

/** What the shapes mean. */
export function Legend() {
  return (
    <p className={styles.legend}>
      <svg width="172" height="14" aria-hidden="true">
        <rect x="1" y="1" width="3" height="12" className={styles.sample} />
        <text x="9" y="11">
          day
        </text>
        <rect x="37" y="2" width="14" height="10" className={styles.sample} fillOpacity="0.35" />
        <text x="55" y="11">
          month
        </text>
        <rect x="98" y="1" width="34" height="12" className={styles.sample} fillOpacity="0.1" />
        <text x="136" y="11">
          year
        </text>
      </svg>
      {STANCES.map((stance) => (
        <span key={stance} data-stance={stance} className={styles.legendStance}>
          <span aria-hidden="true">{STANCE_WORDS[stance].glyph}</span> {stance}
        </span>
      ))}
      <span>outline: solid certain, dashed probable, dotted possible</span>
    </p>
  );
}
