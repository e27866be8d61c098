import { useQuery } from '@tanstack/react-query';
import { Link, useSearch } from '@tanstack/react-router';
import { ask } from '../../queries.ts';
import { count, number } from '../../words/numbers.ts';
import styles from './Shell.module.css';

const PAGES = [
  ['/documents', 'Documents', 'documents'],
  ['/statements', 'Statements', 'statements'],
  ['/actors', 'Actors', null],
  ['/names', 'Names', null],
  ['/cases', 'Cases', null],
  ['/timeline', 'Timeline', null],
  ['/contradictions', 'Contradictions', null],
  ['/disputes', 'Disputes', null],
  ['/question', 'Question', null],
  ['/countries', 'Countries', null],
  ['/rank', 'Rank', null],
  ['/years', 'Years', null],
  ['/weigh', 'Weigh', null],
  ['/hunt', 'Hunt', null],
  ['/journal', 'Journal', null],
] as const;

/** The pages, in words. */
export function Rail() {
  const { as_of: asOf } = useSearch({ from: '__root__' });
  const { data } = useQuery(ask('system.status', {}));
  // The counts are those of now; beside pages of a past day they would mislead.
  const status = asOf ? undefined : data;
  return (
    <div className={styles.rail} data-screen-only>
      <nav aria-label="Pages">
        <ul>
          {PAGES.map(([to, word, figure]) => (
            <li key={to}>
              <Link to={to} activeOptions={{ exact: false, includeSearch: false }}>
                {word}
                {figure && status && <span className={styles.count}>{number(status[figure])}</span>}
              </Link>
            </li>
          ))}
        </ul>
      </nav>
      {status && (
        <p className={styles.status} title={status.home}>
          {count(status.origins, 'origin')}, {count(status.reviews, 'review')}
          <br />
          Longwatch {status.version}
        </p>
      )}
    </div>
  );
}
