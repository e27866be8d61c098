import { useSearch } from '@tanstack/react-router';
import { useSetSearch } from '../../use-search.ts';
import styles from './Shell.module.css';

/** Stands over every page that does not show the present. */
export function AsOfBar() {
  const { as_of: asOf } = useSearch({ from: '__root__' });
  const set = useSetSearch();
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
