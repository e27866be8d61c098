import { Link, useNavigate } from '@tanstack/react-router';
import { useRef } from 'react';
import type { ActorRow } from '../../../src/http/contract/index.ts';
import { useRoving } from '../../keys/use-roving.ts';
import { formatQuery } from '../../query.ts';
import { SEARCH_MARK, useEvidence } from '../../use-search.ts';
import { countryName } from '../../words/names.ts';
import { number } from '../../words/numbers.ts';
import styles from './Actors.module.css';

/** One row an actor. */
export function ActorTable({ rows }: { rows: readonly ActorRow[] }) {
  const container = useRef<HTMLTableSectionElement>(null);
  const navigate = useNavigate();
  const evidence = useEvidence();
  const page = (row: ActorRow) => void navigate({ to: '/actors/$name', params: { name: row.id } });
  // The search box takes one actor; of several names the actor's page has all statements.
  const show = (row: ActorRow) =>
    row.said_as.length === 1 ? evidence(SEARCH_MARK + formatQuery({ actor: row.said_as[0]! })) : page(row);
  const { item } = useRoving({
    count: rows.length,
    container,
    open: (i) => rows[i] && page(rows[i]),
    evidence: (i) => rows[i] && rows[i].statements > 0 && show(rows[i]),
  });
  return (
    <table className={styles.table}>
      <thead>
        <tr>
          <th scope="col">Actor</th>
          <th scope="col">Also called</th>
          <th scope="col">Home as listed</th>
          <th scope="col" className={styles.wide}>
            Lists
          </th>
          <th scope="col" className={styles.number}>
            Names
          </th>
          <th scope="col" className={styles.number}>
            Acts in statements
          </th>
        </tr>
      </thead>
      <tbody ref={container}>
        {rows.map((row, i) => (
          <tr key={row.id} data-print-row>
            <th scope="row">
              <Link to="/actors/$name" params={{ name: row.id }} {...item(i)}>
                {row.name}
              </Link>
            </th>
            <td className={styles.also}>
              {row.also.join(', ')}
              {row.names - 1 > row.also.length && ' …'}
              {row.disputed && <span className={styles.disputed}> some disputed</span>}
            </td>
            <td>
              {row.countries.length > 0 ? (
                row.countries.map(countryName).join(', ')
              ) : (
                <span className="muted">not said</span>
              )}
            </td>
            <td className={styles.wide}>{row.lists.join(', ')}</td>
            <td className={styles.number}>{number(row.names)}</td>
            <td className={styles.number}>
              {row.statements > 0 ? (
                <button
                  type="button"
                  data-plain
                  tabIndex={-1}
                  className={styles.figure}
                  title={`Statements that name it as the actor${row.said_as.length > 1 ? `, as ${row.said_as.join(', ')}` : ''}`}
                  onClick={() => show(row)}
                >
                  {number(row.statements)}
                </button>
              ) : (
                <span className="muted">0</span>
              )}
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
