import { useInfiniteQuery } from '@tanstack/react-query';
import { getRouteApi, Link } from '@tanstack/react-router';
import type { NameRow } from '../../../src/http/contract/index.ts';
import { call } from '../../api.ts';
import { clean } from '../../search.ts';
import { DelayedInput } from '../../ui/DelayedInput.tsx';
import { Empty } from '../../ui/Empty.tsx';
import { Failure } from '../../ui/Failure.tsx';
import { Loading } from '../../ui/Loading.tsx';
import { Tools } from '../../ui/Tools.tsx';
import { ViewHead } from '../../ui/ViewHead.tsx';
import { countryName } from '../../words/names.ts';
import { count, number } from '../../words/numbers.ts';
import { ROLE_WORDS, ROLES } from '../../words/roles.ts';
import styles from './Names.module.css';
import { NameTable } from './NameTable.tsx';

const PAGE = 200;
const route = getRouteApi('/names');

/** Who speaks, who is said to act, who is targeted; counted by origin, so that echoes weigh nothing. */
export function Names() {
  const { role = 'speaker', q, unnamed, as_of: asOf } = route.useSearch();
  const navigate = route.useNavigate();
  const input = clean({ role, q, unnamed, as_of: asOf });
  const list = useInfiniteQuery({
    queryKey: ['names.list', input],
    queryFn: ({ pageParam, signal }) => call('names.list', { ...input, offset: pageParam, limit: PAGE }, signal),
    initialPageParam: 0,
    getNextPageParam: (last, pages) => (pages.length * PAGE < last.total ? pages.length * PAGE : undefined),
    placeholderData: (before) => before,
  });
  const rows = list.data?.pages.flatMap((page) => page.rows) ?? [];
  const first = list.data?.pages[0];
  return (
    <>
      <ViewHead
        title="Names"
        figures={first && `${count(first.total, 'name')}. ${ROLE_WORDS[role].question}.`}
        tools={<Tools name={`names-${role}`} markdown={() => markdown(rows)} rows={() => rows.map(flat)} />}
      >
        <div role="tablist" aria-label="Role" className={styles.tabs}>
          {ROLES.map((r) => (
            <button
              key={r}
              type="button"
              role="tab"
              aria-selected={r === role}
              onClick={() => void navigate({ search: (before) => ({ ...before, role: r }), replace: true })}
            >
              {ROLE_WORDS[r].tab}
            </button>
          ))}
        </div>
        <DelayedInput
          label="Search names"
          value={q ?? ''}
          onChange={(text) =>
            void navigate({ search: (before) => ({ ...before, q: text || undefined }), replace: true })
          }
        />
        <label>
          <input
            type="checkbox"
            checked={unnamed ?? false}
            onChange={(event) => {
              const shown = event.currentTarget.checked || undefined;
              void navigate({ search: (before) => ({ ...before, unnamed: shown ? true : undefined }), replace: true });
            }}
          />{' '}
          Also phrases that name nobody
        </label>
      </ViewHead>
      {list.error && <Failure error={list.error} what="The names" retry={() => void list.refetch()} />}
      {list.isPending && <Loading what="names" />}
      {first?.total === 0 && (
        <Empty title={q ? 'No name fits' : 'No names yet'}>
          <p>{q ? 'Try a shorter part of the name, or another role.' : <Link to="/documents">Add a document</Link>}</p>
        </Empty>
      )}
      {rows.length > 0 && <NameTable role={role} rows={rows} />}
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

function flat({ stances, kinds, ...row }: NameRow) {
  const counts = (values: object) =>
    Object.entries(values)
      .map(([key, n]) => `${key} ${n}`)
      .join('; ');
  return { ...row, stances: counts(stances), kinds: counts(kinds) };
}

function markdown(rows: readonly NameRow[]): string {
  const cells = rows.map(
    (r) =>
      `| ${[r.name, r.country ? countryName(r.country) : '', number(r.origins), number(r.statements), r.first ?? '', r.last ?? ''].join(' | ')} |\n`,
  );
  return `| name | country | origins | statements | first | last |\n|---|---|--:|--:|---|---|\n${cells.join('')}`;
}
