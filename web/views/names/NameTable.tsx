import { Link, useNavigate } from '@tanstack/react-router';
import { useRef } from 'react';
import type { Kind, NameRole, NameRow } from '../../../src/http/contract/index.ts';
import { useRoving } from '../../keys/use-roving.ts';
import { formatQuery } from '../../query.ts';
import { SEARCH_MARK, useEvidence } from '../../use-search.ts';
import { countryName } from '../../words/names.ts';
import { number } from '../../words/numbers.ts';
import { OWN_VOICE } from '../../words/speakers.ts';
import styles from './Names.module.css';
import { StanceBar } from './StanceBar.tsx';

/** One row a name; its figures open what stands under them. */
export function NameTable({ role, rows }: { role: NameRole; rows: readonly NameRow[] }) {
  const container = useRef<HTMLTableSectionElement>(null);
  const navigate = useNavigate();
  const evidence = useEvidence();
  // Not every kind counts for who is said to act; what opens is what was counted.
  const filterOf = (row: NameRow) => ({
    [role]: row.name,
    ...(role === 'actor' && { kind: Object.keys(row.kinds) as Kind[] }),
  });
  // Speakers are not placed by the reading: then the column says nothing.
  const placed = rows.some((row) => row.country !== null);
  const most = Math.max(...rows.map((row) => row.statements));
  const { item } = useRoving({
    count: rows.length,
    container,
    open: (i) => rows[i] && void navigate({ to: '/statements', search: filterOf(rows[i]) }),
    evidence: (i) => rows[i] && evidence(SEARCH_MARK + formatQuery(filterOf(rows[i]))),
  });
  return (
    <table className={styles.table}>
      <thead>
        <tr>
          <th scope="col">Name</th>
          {placed && <th scope="col">Country</th>}
          <th scope="col" className={styles.number}>
            Origins
          </th>
          <th scope="col" className={styles.number}>
            Sources
          </th>
          <th scope="col" className={styles.number}>
            Statements
          </th>
          <th scope="col">Stances</th>
          <th scope="col" className={styles.kinds}>
            Most about
          </th>
          <th scope="col">First to last event</th>
        </tr>
      </thead>
      <tbody ref={container}>
        {rows.map((row, i) => (
          <tr key={`${row.name} ${row.country}`} data-print-row>
            <th scope="row">
              <Link to="/statements" search={filterOf(row)} {...item(i)}>
                {row.name === OWN_VOICE ? 'the documents in their own voice' : row.name}
              </Link>
            </th>
            {placed && (
              <td className={styles.country}>
                {row.country ? countryName(row.country) : <span className="muted">not said</span>}
              </td>
            )}
            <td className={styles.number}>{number(row.origins)}</td>
            <td className={styles.number}>{number(row.documents)}</td>
            <td className={styles.number}>
              <button
                type="button"
                data-plain
                tabIndex={-1}
                className={styles.figure}
                title="Show the evidence"
                onClick={() => evidence(SEARCH_MARK + formatQuery(filterOf(row)))}
              >
                {number(row.statements)}
              </button>
            </td>
            <td>
              <StanceBar stances={row.stances} share={row.statements / most} />
            </td>
            <td className={styles.kinds}>{topKinds(row.kinds)}</td>
            <td className={styles.days}>
              {row.first === null ? <span className="muted">no date</span> : row.first}
              {row.last !== null && row.last !== row.first && ` – ${row.last}`}
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}

function topKinds(kinds: Readonly<Partial<Record<Kind, number>>>): string {
  return Object.entries(kinds)
    .sort((a, b) => b[1] - a[1])
    .slice(0, 3)
    .map(([kind]) => kind)
    .join(', ');
}
