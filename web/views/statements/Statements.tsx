import { useQuery } from '@tanstack/react-query';
import { getRouteApi, Link } from '@tanstack/react-router';
import type { StatementQuery } from '../../../src/http/contract/index.ts';
import { statementMarkdown } from '../../files/statement.ts';
import { askSteady, client } from '../../queries.ts';
import { formatQuery } from '../../query.ts';
import { clean, filterOf, stringifySearch } from '../../search.ts';
import { Empty } from '../../ui/Empty.tsx';
import { Failure } from '../../ui/Failure.tsx';
import { Loading } from '../../ui/Loading.tsx';
import { Tools } from '../../ui/Tools.tsx';
import { ViewHead } from '../../ui/ViewHead.tsx';
import { count } from '../../words/numbers.ts';
import { FacetPanel } from './FacetPanel.tsx';
import { pageQuery } from './pages.ts';
import styles from './Statements.module.css';
import { StatementTable } from './StatementTable.tsx';

const route = getRouteApi('/statements');

/** Every statement under a filter, as a table that does not mind a hundred thousand rows. */
export function Statements() {
  const { sort, descending, ...filter } = filterOf(route.useSearch());
  const query: StatementQuery = clean({
    ...filter,
    sort: sort ?? 'said',
    descending: sort === undefined ? true : descending,
  });
  const first = useQuery({ ...pageQuery(query, 0), placeholderData: (before) => before });
  const facets = useQuery(askSteady('statements.facets', filter));
  const { data, error } = first;
  const { as_of: asOf, ...terms } = filter;
  const words = formatQuery(terms);
  const parameters = stringifySearch({ ...query });
  return (
    <div className={styles.view} data-print-full>
      <ViewHead
        title="Statements"
        figures={
          data && (
            <>
              {count(data.total, 'statement')} of {count(data.origins, 'origin')}
              {words && (
                <>
                  {' '}
                  under <code>{words}</code>{' '}
                  <Link to="/statements" search={clean({ as_of: asOf })}>
                    show all
                  </Link>
                </>
              )}
            </>
          )
        }
        tools={
          <Tools
            name="statements"
            markdown={() =>
              (client.getQueryData(pageQuery(query, 0).queryKey)?.rows ?? []).map(statementMarkdown).join('\n')
            }
            links={{ csv: `/api/statements.csv${parameters}`, json: `/api/statements.json${parameters}` }}
          />
        }
      />
      <div className={styles.body}>
        <FacetPanel facets={facets.data} />
        <div className={styles.main}>
          {error && <Failure error={error} what="The statements" retry={() => void first.refetch()} />}
          {first.isPending && <Loading what="statements" />}
          {data?.total === 0 && (
            <Empty title={words ? 'No statement fits this filter' : 'There are no statements yet'}>
              <p>
                {words ? (
                  <Link to="/statements" search={clean({ as_of: asOf })}>
                    Take the filter away
                  </Link>
                ) : (
                  <Link to="/documents">Add a document</Link>
                )}
              </p>
            </Empty>
          )}
          {data && data.total > 0 && <StatementTable key={words} query={query} total={data.total} />}
        </div>
      </div>
    </div>
  );
}
