import { Link } from '@tanstack/react-router';
import type { WeighingView } from '../../../src/http/contract/index.ts';
import { percent } from '../../words/weigh.ts';
import styles from './Weigh.module.css';

const SHOWN = 8;

/** What changed our mind: each day with what was added and how far belief moved. */
export function History({ view, analyst }: { view: WeighingView; analyst: string | undefined }) {
  return (
    <section className={styles.panel} aria-labelledby="history">
      <h2 id="history">What changed our mind</h2>
      {analyst && <p className="muted">Ratings of {analyst}; question, hypotheses and evidence by whomever.</p>}
      <ol className={styles.list}>
        {view.history.map(({ recorded, analysts, entries, probabilities, moved }, i) => {
          const items = [...new Set(entries.map(({ part, key }) => key.split('/')[0] || part))];
          return (
            <li key={recorded} data-print-row>
              <Link to="/weigh/$id" params={{ id: view.id }} search={{ as_of: recorded } as never}>
                {recorded}
              </Link>{' '}
              {Object.entries(probabilities)
                .map(([id, p]) => `${id} ${percent(p)}`)
                .join(', ')}
              {i > 0 && (
                <span className={moved >= 0.05 ? styles.flip : styles.tag} title="Half the sum of all changes">
                  {moved < 0.005 ? 'nothing moved' : `${percent(moved)} moved`}
                </span>
              )}
              <br />
              <span className="muted">
                {analysts.join(', ')}: {items.slice(0, SHOWN).join(', ')}
                {items.length > SHOWN && ` and ${items.length - SHOWN} more`}
              </span>
            </li>
          );
        })}
      </ol>
    </section>
  );
}
