import { useQuery } from '@tanstack/react-query';
import { ask } from '../../queries.ts';
import { Failure } from '../../ui/Failure.tsx';
import { Loading } from '../../ui/Loading.tsx';
import { StatementLine } from '../../ui/StatementLine.tsx';
import { WeighThis } from '../weigh/WeighThis.tsx';
import styles from './Evidence.module.css';
import { Opposite } from './Opposite.tsx';
import { Passage } from './Passage.tsx';
import { Provenance } from './Provenance.tsx';

/** One statement: its sentence, its paragraph, its source, what was made of it, what stands against it. */
export function EvidenceStatement({ id, asOf }: { id: string; asOf: string | undefined }) {
  const { data: statement, error, refetch } = useQuery(ask('statements.get', { id, as_of: asOf }));
  if (error) return <Failure error={error} what="The statement" retry={() => void refetch()} />;
  if (!statement) return <Loading what="the statement" />;
  return (
    <article className={styles.item}>
      <StatementLine statement={statement} />
      <Passage statement={statement} asOf={asOf} />
      <Provenance statement={statement} />
      {!asOf && <WeighThis statement={statement.id} />}
      {statement.contradicted_by.length > 0 && (
        <section>
          <h3>Against it</h3>
          {statement.contradicted_by.slice(0, 5).map((other) => (
            <Opposite key={other} id={other} asOf={asOf} />
          ))}
        </section>
      )}
    </article>
  );
}
