import { useQuery } from '@tanstack/react-query';
import { getRouteApi, Link } from '@tanstack/react-router';
import { useRef } from 'react';
import { statementMarkdown, statementRow } from '../../files/statement.ts';
import { askSteady } from '../../queries.ts';
import { formatQuery } from '../../query.ts';
import { filterOf } from '../../search.ts';
import { Empty } from '../../ui/Empty.tsx';
import { Failure } from '../../ui/Failure.tsx';
import { Loading } from '../../ui/Loading.tsx';
import { Tools } from '../../ui/Tools.tsx';
import { ViewHead } from '../../ui/ViewHead.tsx';
import { count, number } from '../../words/numbers.ts';
import { Chart } from './Chart.tsx';
import { Legend } from './Legend.tsx';
import styles from './Timeline.module.css';
import { TimelineTable } from './TimelineTable.tsx';

const SHOWN = 2000;
const route = getRouteApi('/timeline');

/** Statements by the time of the event, with how exactly that time is known. */
export function Timeline() {
  const { lanes = 'kind', view, from, to, ...filter } = filterOf(route.useSearch());
  const { as_of: _, ...terms } = filter;
  const navigate = route.useNavigate();
  const { data, error, isPending, refetch } = useQuery(askSteady('timeline.get', { ...filter, limit: SHOWN }));
  const svg = useRef<SVGSVGElement>(null);
  const words = formatQuery(terms);
  const all = data ? [...data.dated, ...data.undated] : [];
  const total = data ? data.dated_total + data.undated_total : 0;
  return (
    <>
      <ViewHead
        title="Timeline"
        figures={
          data && (
            <>
              {count(data.dated_total, 'statement')} with a time of the event
              {drawn(data.dated.length, data.dated_total)}, {number(data.undated_total)} without
              {drawn(data.undated.length, data.undated_total)}
              {words && (
                <>
                  {' '}
                  under <code>{words}</code> <Link to="/timeline">show all</Link>
                </>
              )}
            </>
          )
        }
        tools={
          <Tools
            name="timeline"
            markdown={() => all.map(statementMarkdown).join('\n')}
            rows={() => all.map(statementRow)}
            {...(view === 'table' ? {} : { figure: svg })}
          />
        }
      >
        <fieldset className={styles.lanes}>
          <legend className="hidden">Lanes</legend>
          {(['kind', 'country'] as const).map((by) => (
            <button
              key={by}
              type="button"
              aria-pressed={lanes === by && view !== 'table'}
              onClick={() =>
                void navigate({ search: (before) => ({ ...before, lanes: by, view: undefined }), replace: true })
              }
            >
              {by === 'kind' ? 'By kind' : 'By actor’s country'}
            </button>
          ))}
          <button
            type="button"
            aria-pressed={view === 'table'}
            onClick={() => void navigate({ search: (before) => ({ ...before, view: 'table' }), replace: true })}
          >
            As a table
          </button>
        </fieldset>
        {view !== 'table' && <Legend />}
      </ViewHead>
      {error && <Failure error={error} what="The timeline" retry={() => void refetch()} />}
      {isPending && <Loading what="the timeline" />}
      {data && total === 0 && (
        <Empty title="Nothing to place in time">
          <p>
            {words ? <Link to="/timeline">Take the filter away</Link> : <Link to="/documents">Add a document</Link>}
          </p>
        </Empty>
      )}
      {data && total > 0 && view === 'table' && <TimelineTable statements={all} />}
      {data && total > 0 && view !== 'table' && <Chart data={data} by={lanes} from={from} to={to} svg={svg} />}
    </>
  );
}

const drawn = (some: number, all: number) => (some < all ? ` (the first ${number(some)} drawn)` : '');
