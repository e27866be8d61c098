import type { Stance } from '../../src/http/contract/index.ts';
import { STANCE_WORDS } from '../words/stances.ts';
import styles from './StatementLine.module.css';

/** Glyph and word of a stance, in its colour. */
export function StanceMark({ stance }: { stance: Stance }) {
  const { glyph, verb, meaning } = STANCE_WORDS[stance];
  return (
    <span className={styles.stance} data-stance={stance} title={meaning}>
      <span aria-hidden="true">{glyph}</span> {verb}
    </span>
  );
}
