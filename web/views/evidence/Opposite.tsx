import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { ask } from '../../queries.ts';
import { StatementLine } from '../../ui/StatementLine.tsx';
import { saidWords } from '../../words/said.ts';
import styles from './Evidence.module.css';

interface Props {
  readonly id: string;
  readonly asOf: string | undefined;
  /** In one line. */
  readonly brief?: boolean;
}

/** A statement of another stance on the same thing, in short. */
export function Opposite({ id, asOf, brief = false }: Props) {
  const { data: statement } = useQuery(ask('statements.get', { id, as_of: asOf }));
  if (!statement) return null;
  if (brief) {
    return (
      <p className={styles.brief} data-stance={statement.stance}>
        <StatementLine statement={statement} />
      </p>
    );
  }
  return (
    <div className={styles.opposite} data-stance={statement.stance}>
      <StatementLine statement={statement} />
      <p className={styles.quote}>{statement.quote}</p>
      <p className="muted">
        {statement.publisher ?? 'Unknown publisher'}, {saidWords(statement)},{' '}
        <Link to="/documents/$id" params={{ id: statement.document_id }} search={{ s: statement.id }}>
          open
        </Link>
      </p>
    </div>
  );
}
