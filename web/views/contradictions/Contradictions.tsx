import { useQuery } from '@tanstack/react-query';
import { getRouteApi, Link } from '@tanstack/react-router';
import { useMemo, useRef } from 'react';
import { statementRow, statementSentence } from '../../files/statement.ts';
import { useRoving } from '../../keys/use-roving.ts';
import { askSteady } from '../../queries.ts';
import { formatQuery } from '../../query.ts';
import { filterOf } from '../../search.ts';
import { Empty } from '../../ui/Empty.tsx';
import { Failure } from '../../ui/Failure.tsx';
import { Loading } from '../../ui/Loading.tsx';
import { Tools } from '../../ui/Tools.tsx';
import { ViewHead } from '../../ui/ViewHead.tsx';
import { useEvidence } from '../../use-search.ts';
import { count } from '../../words/numbers.ts';
import styles from './Contradictions.module.css';
import { foldEchoes } from './fold.ts';
import { reasonWords } from './reason.ts';
import { Side } from './Side.tsx';

const SHOWN = 200;
const route = getRouteApi('/contradictions');

/** Statements of different stance on the same thing, side by side. */
export function Contradictions() {
  const filter = filterOf(route.useSearch());
  const { as_of: _, ...terms } = filter;
  const { data, error, isPending, refetch } = useQuery(
    askSteady('statements.contradictions', { ...filter, limit: SHOWN }),
  );
  const container = useRef<HTMLOListElement>(null);
  const evidence = useEvidence();
  const pairs = useMemo(() => foldEchoes(data?.pairs ?? []), [data]);
  const show = (i: number) => pairs[i] && evidence(pairs[i].a.id);
  const { item } = useRoving({ count: pairs.length, container, open: show, evidence: show });
  const words = formatQuery(terms);
  return (
    <>
      <ViewHead
        title="Contradictions"
        figures={
          data && (
            <>
              {count(data.total, 'pair')}
              {data.total > data.pairs.length && `, the first ${data.pairs.length} shown`}
              {pairs.length < data.pairs.length && `, ${pairs.length} without echoes`}
              {words && (
                <>
                  {' '}
                  under <code>{words}</code> <Link to="/contradictions">show all</Link>
                </>
              )}
            </>
          )
        }
        tools={
          <Tools
            name="contradictions"
            markdown={() =>
              pairs
                .map(({ a, b, reason }) => `- ${statementSentence(a)}\n- ${statementSentence(b)}\n\n  ${reason}\n`)
                .join('\n')
            }
            rows={() =>
              pairs.flatMap(({ a, b, reason }, i) => [a, b].map((s) => ({ pair: i + 1, reason, ...statementRow(s) })))
            }
          />
        }
      />
      {error && <Failure error={error} what="The contradictions" retry={() => void refetch()} />}
      {isPending && <Loading what="contradictions" />}
      {data && pairs.length === 0 && (
        <Empty title="Nobody contradicts anybody here">
          <p>
            Pairs appear when two statements take a different stance on the same thing.{' '}
            {words ? (
              <Link to="/contradictions">Take the filter away</Link>
            ) : (
              <Link to="/documents">Add more documents</Link>
            )}
          </p>
        </Empty>
      )}
      <ol className={styles.pairs} ref={container}>
        {pairs.map(({ a, b, reason, repeated }, i) => (
          <li key={`${a.id} ${b.id}`} className={styles.pair} data-print-row {...item(i)}>
            <p className={styles.reason}>
              They share {reasonWords(reason)}
              {repeated > 0 && <span className={styles.echo}>{count(repeated, 'echo', 'echoes')}</span>}
            </p>
            <Side statement={a} />
            <Side statement={b} />
          </li>
        ))}
      </ol>
    </>
  );
}
