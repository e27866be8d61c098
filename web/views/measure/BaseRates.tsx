import type { BaseRate } from '../../../src/http/contract/index.ts';
import { number } from '../../words/numbers.ts';
import styles from './Measure.module.css';

const percent = (share: number) => `${(100 * share).toFixed(1)} %`;

/** How often the other side gave way, elsewhere: every share with its n. */
export function BaseRates({ rates }: { rates: readonly BaseRate[] }) {
  return (
    <section className={styles.section}>
      <h2>How such disputes ended elsewhere</h2>
      {rates.length === 0 ? (
        <p className="muted">
          No data set on record says what came of its incidents. <code>longwatch import dcid FILE</code> takes one over
          that does.
        </p>
      ) : (
        <div className={styles.scroll}>
          <table className={styles.tests}>
            <thead>
              <tr>
                <th scope="col">Incidents</th>
                <th scope="col">Counted by</th>
                <th scope="col">Concessions</th>
                <th scope="col">n</th>
                <th scope="col">Share (95 %)</th>
              </tr>
            </thead>
            <tbody>
              {rates.map(({ of, counter, concessions, n, interval }) => (
                <tr key={`${of} ${counter}`}>
                  <th scope="row">{of}</th>
                  <td>{counter}</td>
                  <td>{number(concessions)}</td>
                  <td>{number(n)}</td>
                  <td>
                    {percent(concessions / n)} ({percent(interval[0])} to {percent(interval[1])})
                  </td>
                </tr>
              ))}
            </tbody>
          </table>
        </div>
      )}
    </section>
  );
}
