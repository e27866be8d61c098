import styles from './StatementLine.module.css';

/** The source's own value, struck, behind a corrected one. */
export function Was({ value, now }: { value: string | null | undefined; now: string | null }) {
  if (value === undefined || value === now) return null;
  return (
    <del className={styles.was} title="as read from the source">
      {value ?? 'not said'}
    </del>
  );
}
