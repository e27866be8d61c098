import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { ask } from '../../queries.ts';
import { parseQuery } from '../../query.ts';
import { Failure } from '../../ui/Failure.tsx';
import { Loading } from '../../ui/Loading.tsx';
import { StatementLine } from '../../ui/StatementLine.tsx';
import { count } from '../../words/numbers.ts';
import { saidWords } from '../../words/said.ts';
import styles from './Evidence.module.css';
import { Passage } from './Passage.tsx';

const SHOWN = 20;

/** The statements under a figure or a name. */
export function EvidenceSearch({ query, asOf }: { query: string; asOf: string | undefined }) {
  const filter = parseQuery(query);
  const { data, error, refetch } = useQuery(ask('statements.search', { ...filter, as_of: asOf, limit: SHOWN }));
  if (error) return <Failure error={error} what="The statements" retry={() => void refetch()} />;
  if (!data) return <Loading what="statements" />;
  return (
    <>
      <p>
        {count(data.total, 'statement')} of {count(data.origins, 'origin')}:{' '}
        <Link to="/statements" search={filter as never}>
          {query}
        </Link>
      </p>
      {data.rows.map((statement) => (
        <article key={statement.id} className={styles.item}>
          <StatementLine statement={statement} />
          <Passage statement={statement} asOf={asOf} />
          <p className={styles.source}>
            {statement.publisher ?? 'Unknown publisher'}, {saidWords(statement)},{' '}
            <Link to="/documents/$id" params={{ id: statement.document_id }} search={{ s: statement.id }}>
              {statement.document_title ?? 'open the document'}
            </Link>
          </p>
        </article>
      ))}
      {data.total > SHOWN && (
        <Link to="/statements" search={filter as never}>
          All {count(data.total, 'statement')}
        </Link>
      )}
    </>
  );
}
