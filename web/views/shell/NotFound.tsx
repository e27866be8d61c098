import { Link } from '@tanstack/react-router';
import { useTitle } from '../../ui/use-title.ts';
import styles from './Shell.module.css';

/** An address that leads nowhere. */
export function NotFound() {
  useTitle('No such page');
  return (
    <section className={styles.lost}>
      <h1>There is no such page</h1>
      <p>
        The address names no page of this workbench. Go to <Link to="/documents">Documents</Link> or{' '}
        <Link to="/statements">Statements</Link>.
      </p>
    </section>
  );
}
