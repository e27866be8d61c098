import type { Assessment } from '../../../src/http/contract/index.ts';
import { percent } from '../../words/weigh.ts';
import styles from './Weigh.module.css';

const MOST = 1;
const BAR = 60;

/** The evidence that would tell the most: expected information about the two leading hypotheses. */
export function LookFor({ assessment }: { assessment: Assessment }) {
  const { discriminators } = assessment;
  return (
    <section className={styles.panel} aria-labelledby="look-for">
      <h2 id="look-for">What to look for next</h2>
      {discriminators.length === 0 && (
        <p className="muted">Give the hypotheses roles, or write down what each would lead you to expect.</p>
      )}
      <ul className={styles.list}>
        {discriminators
          .slice(0, 5)
          .map(({ id, text, gain_between: gain, between, if_seen: seen, if_not: not, from }) => (
            <li key={id}>
              <svg width={BAR} height="8" aria-hidden="true">
                <rect className={styles.ground} width={BAR} height="8" />
                <rect className={styles.bar} width={Math.max(1, (gain / MOST) * BAR)} height="8" />
              </svg>{' '}
              {gain.toFixed(2)} bit · {text}
              {from === 'question' && <span className={styles.tag}>own</span>}
              {between && (
                <span className="muted">
                  {' '}
                  (seen: {between.map((h) => `${h} ${percent(seen[h] ?? 0)}`).join(', ')}; not seen:{' '}
                  {between.map((h) => `${h} ${percent(not[h] ?? 0)}`).join(', ')})
                </span>
              )}
            </li>
          ))}
      </ul>
    </section>
  );
}
