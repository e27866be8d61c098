import styles from './Notes.module.css';

/** Shown while the first answer is on its way. */
export function Loading({ what }: { what: string }) {
  return (
    <p className={styles.loading} role="status">
      Loading {what} …
    </p>
  );
}
