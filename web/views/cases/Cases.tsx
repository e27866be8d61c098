import { useQuery } from '@tanstack/react-query';
import { getRouteApi, Link } from '@tanstack/react-router';
import type { CaseRow } from '../../../src/http/contract/index.ts';
import { ask } from '../../queries.ts';
import { Empty } from '../../ui/Empty.tsx';
import { Failure } from '../../ui/Failure.tsx';
import { Loading } from '../../ui/Loading.tsx';
import { Tools } from '../../ui/Tools.tsx';
import { ViewHead } from '../../ui/ViewHead.tsx';
import { count, instant, number } from '../../words/numbers.ts';
import styles from './Cases.module.css';

const route = getRouteApi('/cases');

/** Case files: when, how many hosts, from which logs and reports. */
export function Cases() {
  const { as_of: asOf } = route.useSearch();
  const list = useQuery(ask('cases.list', { as_of: asOf }));
  const rows = list.data?.rows ?? [];
  return (
    <>
      <ViewHead
        title="Cases"
        figures={list.data && count(rows.length, 'case')}
        tools={
          <Tools name="cases" markdown={() => rows.map(line).join('')} rows={() => rows.map((row) => ({ ...row }))} />
        }
      />
      {list.error && <Failure error={list.error} what="The cases" retry={() => void list.refetch()} />}
      {list.isPending && <Loading what="cases" />}
      {list.data && rows.length === 0 && asOf && (
        <Empty title="No case was recorded by that day">
          <p>Go back to now to see those recorded since.</p>
        </Empty>
      )}
      {list.data && rows.length === 0 && !asOf && (
        <Empty title="No case yet">
          <p>A case puts together what rules find in logs. Make one on the command line, while this page runs:</p>
          <pre className={styles.command}>npx longwatch case build LOGS --case NAME</pre>
          <p>
            To try it without logs of your own: <code>npx longwatch scenario mail-server --out try</code>, then build
            from <code>try/logs</code>.
          </p>
        </Empty>
      )}
      {rows.length > 0 && (
        <table className={styles.table}>
          <thead>
            <tr>
              <th scope="col">Case</th>
              <th scope="col">First access</th>
              <th scope="col">Last seen</th>
              <th scope="col" className={styles.number}>
                Hosts controlled
              </th>
              <th scope="col" className={styles.number}>
                Intrusions
              </th>
              <th scope="col" className={styles.number}>
                Reports
              </th>
            </tr>
          </thead>
          <tbody>
            {rows.map((row) => (
              <tr key={row.name} data-print-row>
                <th scope="row">
                  <Link to="/cases/$name" params={{ name: row.name }}>
                    {row.name}
                  </Link>
                </th>
                <td>{row.first_access ? instant(row.first_access, true) : <span className="muted">not known</span>}</td>
                <td>{row.last_seen ? instant(row.last_seen, true) : <span className="muted">not known</span>}</td>
                <td className={styles.number}>{number(row.hosts)}</td>
                <td className={styles.number}>{number(row.intrusions)}</td>
                <td className={styles.number}>{number(row.documents)}</td>
              </tr>
            ))}
          </tbody>
        </table>
      )}
    </>
  );
}

function line({ name, first_access, last_seen, hosts }: CaseRow): string {
  return `- ${name}: ${first_access?.slice(0, 10) ?? 'not known'} to ${last_seen?.slice(0, 10) ?? 'not known'}, ${count(hosts, 'host')} controlled\n`;
}
