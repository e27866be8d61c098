import type { Certainty } from '../../src/http/contract/index.ts';
import styles from './StatementLine.module.css';

/** The word for how sure the speaker is, underlined in the line that stands for it. */
export function CertaintyMark({ certainty }: { certainty: Certainty }) {
  return (
    <span className={styles.certainty} data-certainty={certainty}>
      {certainty}
    </span>
  );
}
