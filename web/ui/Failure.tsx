import { ApiError } from '../api.ts';
import styles from './Notes.module.css';

/** What failed, where, and what still works. */
export function Failure({ error, what, retry }: { error: unknown; what: string; retry?: () => void }) {
  const message = error instanceof Error ? error.message : String(error);
  return (
    <div className={styles.note} role="alert">
      <h2>{what} could not be shown</h2>
      <p>{message}</p>
      {error instanceof ApiError && (
        <p className="muted">
          Asked for <code>{error.action}</code>, answered <code>{error.code}</code>. The other pages and the command
          line are not affected.
        </p>
      )}
      {retry && (
        <button type="button" onClick={retry}>
          Try again
        </button>
      )}
    </div>
  );
}
