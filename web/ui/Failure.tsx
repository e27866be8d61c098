import { Link } from '@tanstack/react-router';
import { ApiError } from '../api.ts';
import styles from './Notes.module.css';

/** What failed, where, and what still works. */
export function Failure({ error, what, retry }: { error: unknown; what: string; retry?: () => void }) {
  const message = error instanceof Error ? error.message : String(error);
  const gone = error instanceof ApiError && error.code === 'not-found';
  return (
    <div className={styles.note} role="alert">
      <h2>{what} could not be shown</h2>
      <p>
        {gone
          ? 'This ledger holds nothing under that address: it may be in another one, or the link was cut.'
          : message}
      </p>
      {gone && (
        <p>
          <Link to="/documents">All documents</Link> or <Link to="/statements">all statements</Link>
        </p>
      )}
      {error instanceof ApiError && !gone && (
        <p className="muted">
          Asked for <code>{error.action}</code>, answered <code>{error.code}</code>. The other pages and the command
          line are not affected.
        </p>
      )}
      {retry && !gone && (
        <button type="button" onClick={retry}>
          Try again
        </button>
      )}
    </div>
  );
}
