import { useInfiniteQuery } from '@tanstack/react-query';
import { getRouteApi, Link } from '@tanstack/react-router';
import type { JournalEntry } from '../../../src/http/contract/index.ts';
import { call } from '../../api.ts';
import { Empty } from '../../ui/Empty.tsx';
import { Failure } from '../../ui/Failure.tsx';
import { Loading } from '../../ui/Loading.tsx';
import { Tools } from '../../ui/Tools.tsx';
import { ViewHead } from '../../ui/ViewHead.tsx';
import { actionWords } from '../../words/actions.ts';
import { count, instant } from '../../words/numbers.ts';
import { Details } from './Details.tsx';
import styles from './Journal.module.css';
import { Subject } from './Subject.tsx';

const PAGE = 200;
const route = getRouteApi('/journal');

/** What was done to the ledger, by whom and when; nothing in it is ever taken back. */
export function Journal() {
  const { as_of: asOf } = route.useSearch();
  const list = useInfiniteQuery({
    queryKey: ['journal.list', {}],
    queryFn: ({ pageParam, signal }) => call('journal.list', { offset: pageParam, limit: PAGE }, signal),
    initialPageParam: 0,
    getNextPageParam: (last, pages) => (pages.length * PAGE < last.total ? pages.length * PAGE : undefined),
  });
  const rows = list.data?.pages.flatMap((page) => page.rows) ?? [];
  const names = new Map(rows.filter((row) => row.details.name).map((row) => [row.subject, row.details.name]));
  const nameOf = ({ subject, details }: JournalEntry) => details.name ?? names.get(subject);
  const total = list.data?.pages[0]?.total;
  return (
    <>
      <ViewHead
        title="Journal"
        figures={
          total !== undefined &&
          `${count(total, 'entry', 'entries')}${asOf ? ': all there are, the journal does not go by the day chosen' : ''}`
        }
        tools={<Tools name="journal" markdown={() => rows.map(line).join('')} rows={() => rows.map(flat)} />}
      />
      {list.error && <Failure error={list.error} what="The journal" retry={() => void list.refetch()} />}
      {list.isPending && <Loading what="the journal" />}
      {total === 0 && (
        <Empty title="Nothing has been done yet">
          <p>
            Every document added and every review is written down here. <Link to="/documents">Add a document</Link>
          </p>
        </Empty>
      )}
      {rows.length > 0 && (
        <table className={styles.table}>
          <thead>
            <tr>
              <th scope="col">When (UTC)</th>
              <th scope="col">Who</th>
              <th scope="col">What</th>
              <th scope="col">To what</th>
              <th scope="col">Details</th>
            </tr>
          </thead>
          <tbody>
            {rows.map((entry) => (
              <tr key={entry.seq} data-print-row>
                <td className={styles.when}>{instant(entry.recorded, true)}</td>
                <td>{entry.analyst}</td>
                <td>{actionWords(entry.action)}</td>
                <td>
                  <Subject subject={entry.subject} name={nameOf(entry)} />
                </td>
                <td>
                  <Details details={entry.details} />
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      )}
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

function flat({ details, ...entry }: JournalEntry) {
  return { ...entry, details: JSON.stringify(details) };
}

function line(entry: JournalEntry): string {
  return `- ${instant(entry.recorded, true)} ${entry.analyst}: ${actionWords(entry.action)} ${entry.subject}\n`;
}
