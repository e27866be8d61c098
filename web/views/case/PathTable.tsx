import { useState } from 'react';
import type { CaseStep, Intrusion } from '../../../src/http/contract/index.ts';
import { instant, number } from '../../words/numbers.ts';
import styles from './Case.module.css';
import { Fact } from './Fact.tsx';

interface Props {
  readonly intrusion: Intrusion;
  readonly names: Readonly<Record<string, string>>;
}

/** Steps in the order of time, one row a technique; a row opens its hosts and records. */
export function PathTable({ intrusion, names }: Props) {
  const [open, setOpen] = useState<string | null>(null);
  const rows = new Map<string, CaseStep[]>();
  for (const step of intrusion.steps) rows.set(step.technique, [...(rows.get(step.technique) ?? []), step]);
  return (
    <table className={styles.table}>
      <thead>
        <tr>
          <th scope="col">First seen (UTC)</th>
          <th scope="col">Technique</th>
          <th scope="col">Tactic</th>
          <th scope="col" className={styles.number}>
            Hosts
          </th>
          <th scope="col" className={styles.number}>
            Findings
          </th>
          <th scope="col">First host</th>
        </tr>
      </thead>
      <tbody>
        {[...rows].map(([technique, steps]) => {
          const first = steps[0]!;
          return [
            <tr key={technique} data-print-row>
              <td>{instant(first.time, true)}</td>
              <th scope="row">
                <button
                  type="button"
                  data-plain
                  aria-expanded={open === technique}
                  onClick={() => setOpen(open === technique ? null : technique)}
                >
                  {technique}
                </button>{' '}
                <Fact subject="technique" of={technique}>
                  {names[technique]}
                </Fact>
              </th>
              <td>{first.tactics.join(', ')}</td>
              <td className={styles.number}>{number(steps.length)}</td>
              <td className={styles.number}>{number(steps.reduce((sum, step) => sum + step.count, 0))}</td>
              <td>{first.host}</td>
            </tr>,
            open === technique && (
              <tr key={`${technique} records`}>
                <td colSpan={6}>
                  <ul className={styles.records}>
                    {steps.slice(0, 100).map((step) => (
                      <li key={step.host}>
                        {instant(step.time, true)}{' '}
                        <Fact subject="step" of={`${technique} ${step.host}`}>
                          {step.host || 'no host'}
                        </Fact>
                        , {number(step.count)}
                      </li>
                    ))}
                  </ul>
                </td>
              </tr>
            ),
          ];
        })}
      </tbody>
    </table>
  );
}
