import { useInfiniteQuery } from '@tanstack/react-query';
import { getRouteApi } from '@tanstack/react-router';
import { useState } from 'react';
import { call } from '../../api.ts';
import { clean, filterOf } from '../../search.ts';
import { Empty } from '../../ui/Empty.tsx';
import { Failure } from '../../ui/Failure.tsx';
import { Loading } from '../../ui/Loading.tsx';
import { Tools } from '../../ui/Tools.tsx';
import { ViewHead } from '../../ui/ViewHead.tsx';
import { count } from '../../words/numbers.ts';
import { AddForm } from '../add/AddForm.tsx';
import { DocumentFilters } from './DocumentFilters.tsx';
import { DocumentList } from './DocumentList.tsx';
import styles from './Documents.module.css';
import { documentRow, documentsMarkdown } from './export.ts';

const PAGE = 200;
const route = getRouteApi('/documents');

/** The documents of the ledger, the newest first, with the form to add more. */
export function Documents() {
  const filter = filterOf(route.useSearch());
  const [adding, setAdding] = useState(false);
  const input = clean({
    sort: 'recorded' as const,
    ...filter,
    descending: filter.descending ?? filter.sort === undefined,
  });
  const list = useInfiniteQuery({
    queryKey: ['documents.list', input],
    queryFn: ({ pageParam, signal }) => call('documents.list', { ...input, offset: pageParam, limit: PAGE }, signal),
    initialPageParam: 0,
    getNextPageParam: (last, pages) => (pages.length * PAGE < last.total ? pages.length * PAGE : undefined),
    placeholderData: (before) => before,
  });
  const rows = list.data?.pages.flatMap((page) => page.rows) ?? [];
  const first = list.data?.pages[0];
  const narrowed = Object.keys(filter).some((key) => key !== 'sort' && key !== 'descending');
  return (
    <>
      <ViewHead
        title="Documents"
        figures={first && `${count(first.total, 'document')}, ${count(first.origins, 'origin')}`}
        tools={
          <>
            <button type="button" data-main aria-expanded={adding} onClick={() => setAdding(!adding)}>
              Add documents
            </button>
            <Tools name="documents" markdown={() => documentsMarkdown(rows)} rows={() => rows.map(documentRow)} />
          </>
        }
      >
        {adding && (
          <div className={styles.add}>
            <AddForm onDone={() => setAdding(false)} />
          </div>
        )}
        <div className={styles.filters} data-screen-only>
          <DocumentFilters rows={rows} />
        </div>
      </ViewHead>
      {list.error && <Failure error={list.error} what="The list of documents" retry={() => void list.refetch()} />}
      {list.isPending && <Loading what="documents" />}
      {first?.total === 0 && (narrowed ? <NothingFits /> : <NothingYet />)}
      {rows.length > 0 && <DocumentList rows={rows} />}
      {list.hasNextPage && (
        <p className={styles.more}>
          <button type="button" disabled={list.isFetchingNextPage} onClick={() => void list.fetchNextPage()}>
            Show more
          </button>
        </p>
      )}
    </>
  );
}

function NothingYet() {
  return (
    <Empty title="The ledger is empty">
      <p>Add a first report: its statements appear beside the text within seconds.</p>
      <AddForm />
      <p className="muted">
        Or on the command line: <code>longwatch read report.pdf --add</code>
      </p>
    </Empty>
  );
}

function NothingFits() {
  const navigate = route.useNavigate();
  return (
    <Empty title="No document fits these filters">
      <button type="button" onClick={() => void navigate({ search: {} })}>
        Take all filters away
      </button>
    </Empty>
  );
}
