import type { HuntView } from '../../../src/http/contract/index.ts';
import { ProblemList } from '../../ui/ProblemList.tsx';
import { count, instant, number } from '../../words/numbers.ts';
import styles from './Hunt.module.css';

/** What ran and what did not, and why. */
export function Ran({ hunt: { ran, started, unread, opened } }: { hunt: HuntView }) {
  if (!ran)
    return (
      <p className="muted">
        {opened && `Opened ${instant(started, true)}: the lines of an earlier hunt, which do not say what ran.`}
        {unread > 0 && ` ${count(unread, 'line')} are no hits.`}
      </p>
    );
  const missing = ran.rules_not_loaded.reduce((sum, { count: n }) => sum + n, 0);
  return (
    <section>
      <h2>What ran</h2>
      <p>
        {count(ran.rules_loaded, 'rule')} over {count(ran.events, 'record')} of {count(ran.files, 'file')} (
        {(ran.bytes / 1e6).toFixed(1)} MB), {instant(started, true)}, {ran.seconds.toFixed(1)} s
        {ran.duplicates > 0 && `; ${count(ran.duplicates, 'copy', 'copies')} of hits left out`}.
        {ran.stopped && <b> Stopped before the end: only what was read until then counts.</b>}
      </p>
      {missing > 0 && (
        <details className={styles.details}>
          <summary>{count(missing, 'rule')} not loaded</summary>
          <ul className={styles.plain}>
            {ran.rules_not_loaded.map(({ reason, count: n, examples }) => (
              <li key={reason}>
                {number(n)}: {reason} <span className="muted">{examples.join(', ')}</span>
              </li>
            ))}
          </ul>
        </details>
      )}
      {ran.problems.length > 0 && (
        <details className={styles.details}>
          <summary>{count(ran.problems.length + ran.more_problems, 'thing')} not read, or not whole</summary>
          <ProblemList problems={ran.problems} />
        </details>
      )}
    </section>
  );
}
