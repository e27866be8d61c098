import { useQuery } from '@tanstack/react-query';
import { getRouteApi, Link } from '@tanstack/react-router';
import { useRef } from 'react';
import type { ActionInput, YearReport } from '../../../src/http/contract/index.ts';
import { askSteady } from '../../queries.ts';
import { clean } from '../../search.ts';
import { Empty } from '../../ui/Empty.tsx';
import { Failure } from '../../ui/Failure.tsx';
import { Loading } from '../../ui/Loading.tsx';
import { Tools } from '../../ui/Tools.tsx';
import { ViewHead } from '../../ui/ViewHead.tsx';
import { usePolicy } from '../../use-policy.ts';
import { count } from '../../words/numbers.ts';
import { Asked } from './Asked.tsx';
import { Counted } from './Counted.tsx';
import { markdownOf, rowsOf } from './files.ts';
import { Multiples } from './Multiples.tsx';
import { Records } from './Records.tsx';
import { Stated } from './Stated.tsx';
import styles from './Years.module.css';

const route = getRouteApi('/years');
type Filter = ActionInput<'years.get'>;

/** Attacks by year: what is counted here, series by series, apart from what others state; nothing is added across counters or units. */
export function Years() {
  const search = route.useSearch();
  const policy = usePolicy();
  const { by = 'year', counter, unit, from, to, accused, target, as_of } = search;
  // Names only matter where actors are told apart.
  const filter = clean({
    by,
    counter,
    unit,
    from,
    to,
    accused,
    target,
    as_of,
    policy: by === 'actor' ? policy : undefined,
  }) as Filter;
  const { data, error, isPending, refetch } = useQuery(askSteady('years.get', filter));
  const svg = useRef<SVGSVGElement>(null);
  const empty = data && data.series.length + data.stated.length === 0;
  return (
    <>
      <ViewHead
        title="Years"
        figures={data && figures(data)}
        tools={data && <Tools name="years" figure={svg} rows={() => rowsOf(data)} markdown={() => markdownOf(data)} />}
      >
        <Asked report={data} />
      </ViewHead>
      {error && <Failure error={error} what="The years" retry={() => void refetch()} />}
      {isPending && <Loading what="the years" />}
      {empty && (
        <Empty title="No attack is counted here">
          <p>
            <Link to="/documents">Add a document</Link> that tells of attacks, take over a data set with{' '}
            <code>longwatch import eurepoc FOLDER</code>, or <Link to="/years">ask for less</Link>.
          </p>
        </Empty>
      )}
      {data && !empty && (
        <div className={styles.page}>
          <Multiples report={data} svg={svg} />
          <Counted report={data} />
          <Records filter={filter} report={data} />
          <Stated report={data} />
        </div>
      )}
    </>
  );
}

function figures({ series, stated }: YearReport): string {
  const differing = stated.filter(({ differs }) => differs.length > 0).length;
  return `${count(series.length, 'series', 'series')} counted here, ${count(stated.length, 'figure')} stated by others${differing > 0 ? `, ${differing} of them differ from another` : ''}`;
}
