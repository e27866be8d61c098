import type { StatementView } from '../../../src/http/contract/index.ts';
import { StatementLine } from '../../ui/StatementLine.tsx';
import { TimeMark } from '../../ui/TimeMark.tsx';
import { useEvidence } from '../../use-search.ts';
import { saidWords } from '../../words/said.ts';
import styles from './Timeline.module.css';

/** The same statements as rows, by time; the undated at the end. */
export function TimelineTable({ statements }: { statements: readonly StatementView[] }) {
  const evidence = useEvidence();
  return (
    <table className={styles.table}>
      <thead>
        <tr>
          <th scope="col">Time of event</th>
          <th scope="col">Known to the</th>
          <th scope="col">Statement</th>
          <th scope="col">Source</th>
          <th scope="col">
            <span className="hidden">Evidence</span>
          </th>
        </tr>
      </thead>
      <tbody>
        {statements.map((s) => (
          <tr key={s.id} data-print-row>
            <td>
              <TimeMark time={s.time} when={s.when} column />
            </td>
            <td>{s.when?.precision ?? ''}</td>
            <td>
              <StatementLine statement={s} />
            </td>
            <td>
              {s.publisher ?? 'Unknown publisher'}, {saidWords(s)}
            </td>
            <td>
              <button type="button" data-plain data-screen-only onClick={() => evidence(s.id)}>
                Evidence
              </button>
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
