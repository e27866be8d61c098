import type { ReactNode } from 'react';
import styles from './Notes.module.css';

/** Nothing to show: why, and the one thing to do next. */
export function Empty({ title, children }: { title: string; children: ReactNode }) {
  return (
    <div className={styles.note}>
      <h2>{title}</h2>
      {children}
    </div>
  );
}
