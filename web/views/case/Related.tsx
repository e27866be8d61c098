import { getRouteApi, Link } from '@tanstack/react-router';
import type { CaseView, RelatedCase } from '../../../src/http/contract/index.ts';
import { Empty } from '../../ui/Empty.tsx';
import { countryName } from '../../words/names.ts';
import { count } from '../../words/numbers.ts';
import styles from './Case.module.css';

const route = getRouteApi('/cases/$name');

/** Other cases, the most alike first, and one of them beside this one trait by trait. */
export function Related({ view }: { view: CaseView }) {
  const { beside } = route.useSearch();
  const navigate = route.useNavigate();
  const [first] = view.related;
  if (!first)
    return (
      <Empty title="No other case shares a trait with this one">
        <p>Cases are compared by entry, techniques, spread, files, relays and hours once there are two of them.</p>
      </Empty>
    );
  const shown = view.related.find(({ name }) => name === beside) ?? first;
  return (
    <>
      <div className={styles.choices} data-screen-only>
        <label>
          Beside{' '}
          <select
            value={shown.name}
            onChange={(event) =>
              void navigate({ search: (before) => ({ ...before, beside: event.target.value }), replace: true })
            }
          >
            {view.related.map(({ name, likeness }) => (
              <option key={name} value={name}>
                {name} ({percent(likeness)})
              </option>
            ))}
          </select>
        </label>
        <Link to="/cases/$name" params={{ name: shown.name }}>
          Open {shown.name}
        </Link>
      </div>
      <SideBySide own={view.name} related={shown} />
      <p className={styles.caution}>
        Alike to {percent(shown.likeness)}: the mean over the {count(shown.compared, 'trait')} that both cases show, of
        the share of their values that is in both (Jaccard index). What only one of them shows is not held against them,
        since logs differ in what they can show. A likeness of ways is no proof of the same hand.
      </p>
    </>
  );
}

function SideBySide({ own, related }: { own: string; related: RelatedCase }) {
  return (
    <table className={styles.table}>
      <thead>
        <tr>
          <th scope="col">Trait</th>
          <th scope="col">In both</th>
          <th scope="col">Only in {own}</th>
          <th scope="col">Only in {related.name}</th>
        </tr>
      </thead>
      <tbody>
        {related.traits.map(({ name, own: left, other: right, both }) => (
          <tr key={name} data-print-row>
            <th scope="row" className={styles.trait}>
              {name}
            </th>
            <td className={styles.both}>{both.length > 0 ? `= ${few(both.map(worded(name)))}` : 'nothing'}</td>
            <td>{missing(left) ?? few(left.filter((value) => !both.includes(value)).map(worded(name)))}</td>
            <td>{missing(right) ?? few(right.filter((value) => !both.includes(value)).map(worded(name)))}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}

const MOST = 12;
/** Values that have words of their own. */
const WORDS: Readonly<Record<string, (value: string) => string>> = { 'relay countries': countryName };

const few = (values: readonly string[]): string =>
  values.slice(0, MOST).join(', ') + (values.length > MOST ? ` and ${values.length - MOST} more` : '');
const worded =
  (trait: string) =>
  (value: string): string =>
    WORDS[trait]?.(value) ?? value;
const missing = (values: readonly string[]): string | null => (values.length === 0 ? 'not shown by the logs' : null);
const percent = (share: number): string => `${Math.round(share * 100)}%`;
