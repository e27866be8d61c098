import { useQuery } from '@tanstack/react-query';
import { getRouteApi } from '@tanstack/react-router';
import { useEffect, useRef } from 'react';
import type { ActionInput } from '../../../src/http/contract/index.ts';
import { askSteady } from '../../queries.ts';
import { Failure } from '../../ui/Failure.tsx';
import { IncidentList } from '../../ui/IncidentList.tsx';
import { Loading } from '../../ui/Loading.tsx';
import { StatementLine } from '../../ui/StatementLine.tsx';
import { useEvidence, useSetSearch } from '../../use-search.ts';
import { countryName, isCountry } from '../../words/names.ts';
import { count, number } from '../../words/numbers.ts';
import styles from './Measure.module.css';

const route = getRouteApi('/countries');
const SHOWN = 200;
const named = (code: string | undefined) => (!code ? 'no state' : isCountry(code) ? countryName(code) : code);

/** What stands under the number that was opened: its sentences, or the rows of the data set. */
export function CountryRecords() {
  const { t, x, y, by, as_of } = route.useSearch();
  if (!t || !y || !by) return null;
  return <Listed input={{ table: t, ...(x && { a: x }), b: y, source: by, ...(as_of && { as_of }), limit: SHOWN }} />;
}

function Listed({ input }: { input: ActionInput<'countries.rows'> }) {
  const { data, error, isPending, refetch } = useQuery(askSteady('countries.rows', input));
  const set = useSetSearch();
  const evidence = useEvidence();
  const section = useRef<HTMLElement>(null);
  const cell = `${input.table}|${input.a}|${input.b}|${input.source}`;
  // biome-ignore lint/correctness/useExhaustiveDependencies: another number brings the list into view again.
  useEffect(() => section.current?.scrollIntoView({ block: 'nearest' }), [cell]);
  return (
    <section ref={section} className={styles.records} aria-label="What was counted">
      <h2>
        {named(input.a)} → {named(input.b)}, {input.source}
        {data && `: ${count(data.total, input.source === 'statements' ? 'statement' : 'incident')}`}{' '}
        <button type="button" onClick={() => set({ t: undefined, x: undefined, y: undefined, by: undefined })}>
          Close
        </button>
      </h2>
      {input.source === 'statements' && (
        <p className="muted">
          Statements of one origin that say the same count once, so there can be more than the number.
        </p>
      )}
      {error && <Failure error={error} what="The records" retry={() => void refetch()} />}
      {isPending && <Loading what="the records" />}
      {data && data.statements.length > 0 && (
        <ol className={styles.statements}>
          {data.statements.map((statement) => (
            <li key={statement.id}>
              <button type="button" data-plain onClick={() => evidence(statement.id)}>
                <StatementLine statement={statement} />
              </button>
            </li>
          ))}
        </ol>
      )}
      {data && data.incidents.length > 0 && <IncidentList incidents={data.incidents} className={styles.statements} />}
      {data && data.total > SHOWN && (
        <p className="muted">
          The first {number(SHOWN)} of {number(data.total)}.
        </p>
      )}
    </section>
  );
}
