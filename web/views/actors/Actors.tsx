import { useInfiniteQuery, useQuery } from '@tanstack/react-query';
import { getRouteApi } from '@tanstack/react-router';
import type { ActorRow } from '../../../src/http/contract/index.ts';
import { call } from '../../api.ts';
import { askSteady } from '../../queries.ts';
import { clean } from '../../search.ts';
import { DelayedInput } from '../../ui/DelayedInput.tsx';
import { Empty } from '../../ui/Empty.tsx';
import { Failure } from '../../ui/Failure.tsx';
import { Loading } from '../../ui/Loading.tsx';
import { Tools } from '../../ui/Tools.tsx';
import { ViewHead } from '../../ui/ViewHead.tsx';
import { countryName } from '../../words/names.ts';
import { count } from '../../words/numbers.ts';
import styles from './Actors.module.css';
import { ActorTable } from './ActorTable.tsx';
import { DisputedNames } from './DisputedNames.tsx';
import { StatePanel } from './StatePanel.tsx';

const PAGE = 200;
const route = getRouteApi('/actors');

/** Who there is under the naming policy; with "disputed", the names that several actors carry. */
export function Actors() {
  const { q, country, sector, disputed, named, policy, as_of: asOf } = route.useSearch();
  const navigate = route.useNavigate();
  const input = clean({ q, country, sector, disputed, named, policy, as_of: asOf });
  const list = useInfiniteQuery({
    queryKey: ['actors.list', input],
    queryFn: ({ pageParam, signal }) => call('actors.list', { ...input, offset: pageParam, limit: PAGE }, signal),
    initialPageParam: 0,
    getNextPageParam: (last, pages) => (pages.length * PAGE < last.total ? pages.length * PAGE : undefined),
    placeholderData: (before) => before,
  });
  const names = useQuery({
    ...askSteady('actors.names', clean({ q, policy, as_of: asOf })),
    enabled: disputed === true,
  });
  const facets = useQuery(askSteady('statements.facets', clean({ as_of: asOf })));
  const rows = list.data?.pages.flatMap((page) => page.rows) ?? [];
  const first = list.data?.pages[0];
  // A country may accuse and be accused without a group of its own.
  const homes = [...new Set([...(first?.countries ?? []), ...Object.keys(facets.data?.country ?? {})])].sort();
  const change = (patch: object) =>
    void navigate({ search: (before) => clean({ ...before, ...patch }), replace: true });
  return (
    <>
      <ViewHead
        title="Actors"
        figures={first && `${count(first.total, 'actor')}. ${first.policy.words}`}
        tools={<Tools name="actors" markdown={() => markdown(rows)} rows={() => rows.map(flat)} />}
      >
        <DelayedInput label="Search names" value={q ?? ''} onChange={(text) => change({ q: text || undefined })} />
        <Choice
          label="Any home"
          value={country}
          values={homes}
          word={countryName}
          onChange={(it) => change({ country: it })}
        />
        <Choice
          label="Any sector"
          value={sector}
          values={first?.sectors ?? []}
          word={(it) => it}
          onChange={(it) => change({ sector: it })}
        />
        <label className={styles.check}>
          <input
            type="checkbox"
            checked={named ?? false}
            onChange={() => change({ named: named ? undefined : true })}
          />{' '}
          named in the ledger
        </label>
        <label className={styles.check}>
          <input
            type="checkbox"
            checked={disputed ?? false}
            onChange={() => change({ disputed: disputed ? undefined : true })}
          />{' '}
          disputed names
        </label>
      </ViewHead>
      {list.error && <Failure error={list.error} what="The actors" retry={() => void list.refetch()} />}
      {list.isPending && <Loading what="actors" />}
      {country && <StatePanel key={country} country={country} asOf={asOf} />}
      {disputed && names.data && <DisputedNames names={names.data.names} />}
      {first?.total === 0 && (
        <Empty title="No actor fits">
          <p>Try a shorter part of the name, fewer filters, or another naming policy.</p>
        </Empty>
      )}
      {rows.length > 0 && <ActorTable rows={rows} />}
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

interface ChoiceProps {
  readonly label: string;
  readonly value: string | undefined;
  readonly values: readonly string[];
  readonly word: (value: string) => string;
  readonly onChange: (value: string | undefined) => void;
}

function Choice({ label, value, values, word, onChange }: ChoiceProps) {
  const known = value && !values.includes(value) ? [value, ...values] : values;
  return (
    <select aria-label={label} value={value ?? ''} onChange={(event) => onChange(event.target.value || undefined)}>
      <option value="">{label}</option>
      {known.map((it) => (
        <option key={it} value={it}>
          {word(it)}
        </option>
      ))}
    </select>
  );
}

function flat({ also, countries, sectors, lists, said_as: saidAs, ...row }: ActorRow) {
  return {
    ...row,
    also: also.join('; '),
    countries: countries.join('; '),
    sectors: sectors.join('; '),
    lists: lists.join('; '),
    said_as: saidAs.join('; '),
  };
}

function markdown(rows: readonly ActorRow[]): string {
  const lines = rows.map(
    ({ name, also, countries, statements }) =>
      `| ${name} | ${also.join(', ')} | ${countries.map(countryName).join(', ')} | ${statements} |`,
  );
  return ['| Actor | Also | Home as listed | Statements |', '| --- | --- | --- | --: |', ...lines, ''].join('\n');
}
