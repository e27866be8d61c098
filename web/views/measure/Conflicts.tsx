import type { TimeConflict } from '../../../src/http/contract/index.ts';
import { useEvidence } from '../../use-search.ts';
import styles from './Measure.module.css';

/** Sources that do not agree on when it began. */
export function Conflicts({ conflicts }: { conflicts: readonly TimeConflict[] }) {
  const evidence = useEvidence();
  if (conflicts.length === 0) return null;
  const since = (id: string, day: string) => (
    <button type="button" data-plain className={styles.figure} title="Show the sentence" onClick={() => evidence(id)}>
      since {day}
    </button>
  );
  return (
    <section className={styles.section}>
      <h2>Sources disagree on time</h2>
      <ul>
        {conflicts.map(({ a, b, a_since, b_since }) => (
          <li key={`${a} ${b}`}>
            {since(a, a_since)} against {since(b, b_since)}
          </li>
        ))}
      </ul>
    </section>
  );
}
