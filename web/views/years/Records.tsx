import { useQuery } from '@tanstack/react-query';
import { getRouteApi, Link } from '@tanstack/react-router';
import { useEffect, useRef } from 'react';
import type { ActionInput, YearReport } from '../../../src/http/contract/index.ts';
import { useRoving } from '../../keys/use-roving.ts';
import { askSteady } from '../../queries.ts';
import { Failure } from '../../ui/Failure.tsx';
import { IncidentList } from '../../ui/IncidentList.tsx';
import { Loading } from '../../ui/Loading.tsx';
import { StatementLine } from '../../ui/StatementLine.tsx';
import { useEvidence, useSetSearch } from '../../use-search.ts';
import { count, number } from '../../words/numbers.ts';
import { seriesKey } from './Counted.tsx';
import styles from './Years.module.css';

const route = getRouteApi('/years');
const SHOWN = 200;

/** What stands under the figure that was opened: its sentences, the rows of a data set, or cases. */
export function Records({ filter, report }: { filter: ActionInput<'years.get'>; report: YearReport }) {
  const { of, row, y } = route.useSearch();
  const series = report.series.find((one) => seriesKey(one) === of);
  if (!series) return null;
  const { source, counter, unit } = series;
  const cell = {
    ...(row === '-' ? { unsaid: true } : row === undefined ? {} : { key: row }),
    ...(y !== undefined && { year: y }),
  };
  return <Listed input={{ ...filter, source, counter, unit, ...cell, limit: SHOWN }} unit={unit} />;
}

function Listed({ input, unit }: { input: ActionInput<'years.rows'>; unit: string }) {
  const { data, error, isPending, refetch } = useQuery(askSteady('years.rows', input));
  const set = useSetSearch();
  const evidence = useEvidence();
  const container = useRef<HTMLOListElement>(null);
  const head = useRef<HTMLElement>(null);
  const statements = data?.statements ?? [];
  const show = (i: number) => statements[i] && evidence(statements[i].id);
  const { item } = useRoving({ count: statements.length, container, open: show, evidence: show });
  const cell = `${input.source}|${input.key}|${input.unsaid}|${input.year}`;
  // biome-ignore lint/correctness/useExhaustiveDependencies: another cell brings the list into view again.
  useEffect(() => head.current?.scrollIntoView({ block: 'nearest' }), [cell]);
  return (
    <section ref={head} className={styles.records} aria-label="What was counted">
      <h2>
        {input.year === 'none' ? 'Without a year' : (input.year ?? 'All years')}
        {data && `: ${count(data.total, unit)}`}
        {data && data.records > data.total && ` in ${count(data.records, 'statement')}`}{' '}
        <button type="button" onClick={() => set({ of: undefined, row: undefined, y: undefined })}>
          Close
        </button>
      </h2>
      {error && <Failure error={error} what="The records" retry={() => void refetch()} />}
      {isPending && <Loading what="the records" />}
      <ol ref={container} className={styles.statements}>
        {statements.map((statement, i) => (
          <li key={statement.id}>
            <button type="button" data-plain onClick={() => evidence(statement.id)} {...item(i)}>
              <StatementLine statement={statement} />
            </button>
          </li>
        ))}
      </ol>
      {data && data.incidents.length > 0 && <IncidentList incidents={data.incidents} className={styles.statements} />}
      {data && data.cases.length > 0 && (
        <ul className={styles.statements}>
          {data.cases.map((name) => (
            <li key={name}>
              <Link to="/cases/$name" params={{ name }}>
                {name}
              </Link>
            </li>
          ))}
        </ul>
      )}
      {data && data.records > SHOWN && (
        <p className="muted">
          The first {number(SHOWN)} of {number(data.records)}.
        </p>
      )}
    </section>
  );
}
