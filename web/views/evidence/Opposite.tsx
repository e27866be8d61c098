import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { ask } from '../../queries.ts';
import { StatementLine } from '../../ui/StatementLine.tsx';
import styles from './Evidence.module.css';

/** A statement of another stance on the same thing, in short. */
export function Opposite({ id, asOf }: { id: string; asOf: string | undefined }) {
  const { data: statement } = useQuery(ask('statements.get', { id, as_of: asOf }));
  if (!statement) return null;
  return (
    <div className={styles.opposite} data-stance={statement.stance}>
      <StatementLine statement={statement} />
      <p className={styles.quote}>{statement.quote}</p>
      <p className="muted">
        {statement.publisher ?? 'Unknown publisher'}, {statement.said},{' '}
        <Link to="/documents/$id" params={{ id: statement.document_id }} search={{ s: statement.id }}>
          open
        </Link>
      </p>
    </div>
  );
}
