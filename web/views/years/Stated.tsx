import type { StatedFigure, YearReport } from '../../../src/http/contract/index.ts';
import { StanceMark } from '../../ui/StanceMark.tsx';
import { useEvidence } from '../../use-search.ts';
import { countryName, isCountry } from '../../words/names.ts';
import { count, number, quantityWords } from '../../words/numbers.ts';
import { differenceWords, figureTime } from '../../words/years.ts';
import styles from './Years.module.css';

/** Numbers that others give, one a line, by time; figures for the same time stand next to each other and say how they differ. */
export function Stated({ report: { stated, uncounted } }: { report: YearReport }) {
  if (stated.length + uncounted.length === 0) return null;
  return (
    <section className={styles.section}>
      <h2>Stated by others</h2>
      <p className="muted">
        As their counters give them, each with its unit; the same figure from several sources is one line.
      </p>
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: a table that scrolls must be reached by keys even where it has no links. */}
      <section className={styles.scroll} aria-label="Stated figures" tabIndex={0}>
        <table className={styles.table} data-words>
          <thead>
            <tr>
              {['When', 'Figure', 'Counted by', 'Accused', 'Hit', 'Sources', 'What to know'].map((head) => (
                <th key={head} scope="col">
                  {head}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {stated.map((figure) => (
              <Line key={figure.id} figure={figure} all={stated} />
            ))}
          </tbody>
        </table>
      </section>
      {uncounted.map(({ reason, statements }) => (
        <p key={reason} className="muted">
          {count(statements.length, 'more statement')} carry several counts of one unit that cannot be told apart.
        </p>
      ))}
    </section>
  );
}

const land = (code: string | null) => (code ? (isCountry(code) ? countryName(code) : code) : '');

function Line({ figure, all }: { figure: StatedFigure; all: readonly StatedFigure[] }) {
  const evidence = useEvidence();
  const [sentence] = figure.statements;
  const words = quantityWords(figure);
  return (
    <tr id={figure.id}>
      <th scope="row">{figureTime(figure)}</th>
      <td>
        <StanceMark stance={figure.stance} />{' '}
        {sentence ? (
          <button
            type="button"
            data-plain
            className={styles.figure}
            title="Show the sentence"
            onClick={() => evidence(sentence)}
          >
            {words}
          </button>
        ) : (
          words
        )}
        {figure.of !== null && ` of ${number(figure.of)}`}
        {figure.share !== null && `, “${figure.share} %”`}
      </td>
      <td>{figure.counter}</td>
      <td>{land(figure.initiator)}</td>
      <td>{land(figure.target)}</td>
      <td>
        {[
          figure.statements.length > 0 && count(figure.statements.length, 'statement'),
          figure.dataset && `data set ${figure.dataset}`,
          count(figure.origins, 'origin'),
        ]
          .filter(Boolean)
          .join(', ')}
      </td>
      <td>
        <ul className={styles.marks}>
          {figure.share_fits === false && (
            <li>
              The share does not add up: {((100 * figure.value) / figure.of!).toFixed(1)} %, not {figure.share} %.
            </li>
          )}
          {figure.differs.map((difference) => {
            const other = all.find(({ id }) => id === difference.id);
            return (
              other && (
                <li key={other.id}>
                  Differs from {quantityWords(other)} by {other.counter} ({differenceWords(difference)}).
                </li>
              )
            );
          })}
          {figure.disputed_by.map((id) => (
            <li key={id}>
              <button type="button" data-plain className={styles.figure} onClick={() => evidence(id)}>
                Denied or doubted
              </button>
            </li>
          ))}
          {figure.covers === 'several' && <li>Lies in no one year.</li>}
          {figure.statements.slice(1).map((id, i) => (
            <li key={id}>
              <button type="button" data-plain className={styles.figure} onClick={() => evidence(id)}>
                Statement {i + 2}
              </button>
            </li>
          ))}
        </ul>
      </td>
    </tr>
  );
}
