import type { PathEdge } from '../../../../src/http/contract/index.ts';
import { instant, number } from '../../../words/numbers.ts';
import styles from '../Case.module.css';
import { Fact } from '../Fact.tsx';
import { HOW_WORDS } from './words.ts';

/** The graph's edges in words. */
export function MoveTable({ edges }: { edges: readonly PathEdge[] }) {
  return (
    <details>
      <summary>The same as a table: {number(edges.length)} ways</summary>
      <table className={styles.table}>
        <thead>
          <tr>
            <th scope="col">Time (UTC)</th>
            <th scope="col">From</th>
            <th scope="col">To</th>
            <th scope="col">How</th>
            <th scope="col">Account</th>
            <th scope="col">How sure</th>
          </tr>
        </thead>
        <tbody>
          {edges.map(({ from, to, how, time, account, certainty }) => (
            <tr key={`${from} ${to} ${how}`} data-print-row>
              <td>{instant(time, true)}</td>
              <td>{from ?? 'outside'}</td>
              <th scope="row">
                {how === 'move' ? (
                  <Fact subject="move" of={`${from} ${to}`}>
                    {to}
                  </Fact>
                ) : (
                  <Fact subject="host" of={to}>
                    {to}
                  </Fact>
                )}
              </th>
              <td>{HOW_WORDS[how].replace(/,$/, '')}</td>
              <td>{account ?? ''}</td>
              <td>{certainty}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </details>
  );
}
