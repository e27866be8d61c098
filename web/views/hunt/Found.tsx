import { useQuery } from '@tanstack/react-query';
import { getRouteApi, Link } from '@tanstack/react-router';
import { useRef } from 'react';
import type { HuntView } from '../../../src/http/contract/index.ts';
import { askSteady } from '../../queries.ts';
import { clean } from '../../search.ts';
import { Empty } from '../../ui/Empty.tsx';
import { Failure } from '../../ui/Failure.tsx';
import { Loading } from '../../ui/Loading.tsx';
import { Tools } from '../../ui/Tools.tsx';
import { ViewHead } from '../../ui/ViewHead.tsx';
import { useSetSearch } from '../../use-search.ts';
import { count } from '../../words/numbers.ts';
import { ByDay } from './ByDay.tsx';
import { figuresOf } from './figures.ts';
import { HitTable } from './HitTable.tsx';
import styles from './Hunt.module.css';
import { MakeCase } from './MakeCase.tsx';
import { Ran } from './Ran.tsx';
import { ByHost, ByRule } from './Split.tsx';

const route = getRouteApi('/hunt');

/** One hunt: what ran, what hit, by rule, host and day; the hits below. */
export function Found({ id }: { id: string }) {
  const { rule, host, level, after, before, sort } = route.useSearch();
  const set = useSetSearch();
  const filter = clean({ rule, level, after, before, host });
  const asked = { id, ...filter };
  const { data, error, isPending, refetch } = useQuery(askSteady('hunts.get', asked));
  const svg = useRef<SVGSVGElement>(null);
  const narrowed = Object.keys(filter).length > 0;
  return (
    <div className={styles.view}>
      <ViewHead
        title="Hunt"
        figures={data && figuresOf(data, narrowed)}
        tools={
          data && (
            <>
              <Link className="button" to="/hunt">
                Other hunts
              </Link>
              <Tools name="hunt" figure={svg} rows={() => rowsOf(data)} />
            </>
          )
        }
      >
        {narrowed && data && (
          <p className={styles.narrowed}>
            {count(data.matching, 'hit')}{' '}
            {rule && (
              <>
                of <b>{data.by_rule.find((row) => row.id === rule)?.title ?? rule}</b>
              </>
            )}{' '}
            {host !== undefined && <>on {host === '-' ? 'no named machine' : <b>{host}</b>}</>}{' '}
            {level && <>at {level}</>} {after && <>from {after}</>} {before && <>to {before}</>}{' '}
            <button
              type="button"
              onClick={() =>
                set({ rule: undefined, host: undefined, level: undefined, after: undefined, before: undefined })
              }
            >
              Show all
            </button>
          </p>
        )}
      </ViewHead>
      {error && <Failure error={error} what="The hunt" retry={() => void refetch()} />}
      {isPending && <Loading what="the hunt" />}
      {data && (
        <>
          <div className={styles.above}>
            <Ran hunt={data} />
            {data.hits > 0 && (
              <>
                <ByDay hunt={data} svg={svg} />
                <ByRule hunt={data} />
                <ByHost hunt={data} />
                <MakeCase hunt={data} />
              </>
            )}
          </div>
          {data.hits === 0 ? (
            <Empty title="No rule hit">
              <p>What ran stands above: a rule that was not loaded, or a log that was not read, cannot hit.</p>
            </Empty>
          ) : (
            // Another choice or order begins at its top.
            <HitTable key={JSON.stringify([asked, sort])} asked={asked} sort={sort ?? 'time'} total={data.matching} />
          )}
        </>
      )}
    </div>
  );
}

function rowsOf({ by_rule, by_host, by_day }: HuntView) {
  return [
    ...by_rule.map((row) => ({ table: 'rules', ...row })),
    ...by_host.map((row) => ({ table: 'hosts', ...row })),
    ...by_day.map((row) => ({ table: 'days', ...row })),
  ];
}
