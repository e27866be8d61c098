import type { LeftOut } from '../../../src/http/contract/index.ts';
import { REASON_WORDS } from '../../words/cases.ts';
import { number } from '../../words/numbers.ts';
import styles from './Case.module.css';
import { Fact } from './Fact.tsx';

/** Findings that are in no intrusion, and why. */
export function LeftOutTable({ rows }: { rows: readonly LeftOut[] }) {
  if (rows.length === 0) return <p className={styles.caution}>Every finding is part of an intrusion.</p>;
  return (
    <table className={styles.table}>
      <thead>
        <tr>
          <th scope="col">Rule</th>
          <th scope="col">Left out because</th>
          <th scope="col" className={styles.number}>
            Findings
          </th>
          <th scope="col" className={styles.number}>
            Hosts
          </th>
          <th scope="col">Records</th>
        </tr>
      </thead>
      <tbody>
        {rows.map(({ rule, reason, count, hosts, examples }) => (
          <tr key={`${reason} ${rule}`} data-print-row>
            <th scope="row">{rule}</th>
            <td>{REASON_WORDS[reason]}</td>
            <td className={styles.number}>{number(count)}</td>
            <td className={styles.number}>{number(hosts)}</td>
            <td>
              <Fact subject="left-out" of={`${reason} ${rule}`}>
                {number(examples.length)} of them
              </Fact>
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
