import { number } from '../words/numbers.ts';
import styles from './StatementLine.module.css';

/** "3 sources, 1 origin" where other documents only repeat this one. */
export function EchoMark({ echoes }: { echoes: number }) {
  if (echoes === 0) return null;
  return (
    <>
      {' '}
      <span className={styles.echo} title="These sources repeat one origin and count once">
        {number(echoes + 1)} sources, 1 origin
      </span>
    </>
  );
}
