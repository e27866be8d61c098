import { useSearch } from '@tanstack/react-router';
import { useSetSearch } from '../../use-search.ts';
import styles from './Shell.module.css';

/** Stands over every page that does not show the present. */
export function AsOfBar() {
  const { as_of: asOf, no_day: noDay } = useSearch({ from: '__root__' });
  const set = useSetSearch();
  if (noDay && !asOf) {
    return (
      <div className={styles.asof} role="status">
        <span>
          “{noDay}” is no day of the calendar, so these pages show what is known now. A day is written YYYY-MM-DD.
        </span>
        <button type="button" onClick={() => set({ no_day: undefined })}>
          Close
        </button>
      </div>
    );
  }
  if (!asOf) return null;
  return (
    <div className={styles.asof} role="status">
      <span>
        This is what was known on <strong>{asOf}</strong>: documents published and reviews recorded later are left out.
      </span>
      <button type="button" onClick={() => set({ as_of: undefined })}>
        Back to now
      </button>
    </div>
  );
}
