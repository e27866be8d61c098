import { useSyncExternalStore } from 'react';
import { notices, subscribe } from '../../notices.ts';
import styles from './Shell.module.css';

/** Short messages at the foot of the page. */
export function Notices() {
  const now = useSyncExternalStore(subscribe, notices);
  return (
    <div className={styles.notices} role="status" aria-live="polite" data-screen-only>
      {now.map(({ id, text }) => (
        <p key={id}>{text}</p>
      ))}
    </div>
  );
}
