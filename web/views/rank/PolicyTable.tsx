import { Link } from '@tanstack/react-router';
import type { RankUnderPolicy } from '../../../src/http/contract/index.ts';
import { percent } from '../../words/weigh.ts';
import styles from './Rank.module.css';

/** The head of the list under each naming policy: what one policy holds to be one shares a line. */
export function PolicyTable({ policies, current }: { policies: readonly RankUnderPolicy[]; current: string }) {
  const places = Math.max(0, ...policies.map(({ lines }) => lines.length));
  return (
    <div className={styles.scroll}>
      <table className={styles.policies}>
        <thead>
          <tr>
            <th scope="col">Place</th>
            {policies.map(({ id, title }) => (
              <th key={id} scope="col" aria-current={id === current || undefined}>
                <Link to="/rank" search={(before: Record<string, unknown>) => ({ ...before, policy: id }) as never}>
                  {title}
                </Link>
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {Array.from({ length: places }, (_, place) => (
            // biome-ignore lint/suspicious/noArrayIndexKey: a row is a place.
            <tr key={place} data-print-row>
              <th scope="row">{place + 1}</th>
              {policies.map(({ id, lines }) => (
                <td key={id}>
                  {lines[place] && (
                    <>
                      {lines[place].name} <span className="muted">{percent(lines[place].probability)}</span>
                      {lines[place].members.length > 1 && (
                        <span className="muted"> {lines[place].members.map((it) => it.name).join(' + ')}</span>
                      )}
                    </>
                  )}
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}
