import { getRouteApi } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import type { HuntView } from '../../../src/http/contract/index.ts';
import { ColumnHeads } from '../../ui/ColumnHeads.tsx';
import { useSetSearch } from '../../use-search.ts';
import { instant, number } from '../../words/numbers.ts';
import styles from './Hunt.module.css';

const route = getRouteApi('/hunt');
const SHOWN = 200;

/** Which rules hit; a title narrows the rest to it. */
export function ByRule({ hunt: { by_rule: rows } }: { hunt: HuntView }) {
  const { rule } = route.useSearch();
  const set = useSetSearch();
  return (
    <Table title="By rule" heads={['Rule', 'Level', 'Hits', 'Hosts', 'First', 'Last']} total={rows.length}>
      {rows.slice(0, SHOWN).map((row) => (
        <tr key={row.id} data-on={rule === row.id || undefined}>
          <th scope="row">
            <button type="button" data-plain onClick={() => set({ rule: rule === row.id ? undefined : row.id })}>
              {row.title}
            </button>
          </th>
          <td>
            <span className={styles.level} data-level={row.level}>
              {row.level}
            </span>
          </td>
          <td>{number(row.hits)}</td>
          <td>{number(row.hosts)}</td>
          <Span first={row.first} last={row.last} />
        </tr>
      ))}
    </Table>
  );
}

/** Which hosts are hit, since when. */
export function ByHost({ hunt: { by_host: rows } }: { hunt: HuntView }) {
  const { host } = route.useSearch();
  const set = useSetSearch();
  return (
    <Table title="By host" heads={['Host', 'Hits', 'Rules', 'First', 'Last']} total={rows.length}>
      {rows.slice(0, SHOWN).map((row) => {
        const key = row.name || '-';
        return (
          <tr key={key} data-on={host === key || undefined}>
            <th scope="row">
              <button type="button" data-plain onClick={() => set({ host: host === key ? undefined : key })}>
                {row.name || 'not said'}
              </button>
              {row.laid > 0 && (
                <span className={styles.laid} title="The records name no machine; their folder or an address does">
                  {row.laid === row.hits ? 'by folder or address' : `${number(row.laid)} by folder or address`}
                </span>
              )}
            </th>
            <td>{number(row.hits)}</td>
            <td>{number(row.rules)}</td>
            <Span first={row.first} last={row.last} />
          </tr>
        );
      })}
    </Table>
  );
}

function Span({ first, last }: { first: string | null; last: string | null }) {
  return (
    <>
      <td>{first === null ? 'no time' : instant(first, true)}</td>
      <td>{last === null ? '' : instant(last, true)}</td>
    </>
  );
}

function Table({
  title,
  heads,
  total,
  children,
}: {
  title: string;
  heads: readonly string[];
  total: number;
  children: ReactNode;
}) {
  return (
    <section>
      <h2>
        {title}
        {total > SHOWN && (
          <span className="muted">
            {' '}
            ({SHOWN} of {number(total)})
          </span>
        )}
      </h2>
      <div className={styles.list}>
        <table className={styles.table}>
          <ColumnHeads heads={heads} />
          <tbody>{children}</tbody>
        </table>
      </div>
    </section>
  );
}
