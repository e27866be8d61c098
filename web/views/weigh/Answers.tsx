import type { AssessedHypothesis, Assessment } from '../../../src/http/contract/index.ts';
import { percent } from '../../words/weigh.ts';
import styles from './Weigh.module.css';

interface Props {
  readonly now: Assessment;
  /** With all evidence, where some is left out now. */
  readonly whole: Assessment | null;
}

/** The hypotheses with their figures; the most probable first. */
export function Answers({ now, whole }: Props) {
  const sorted = [...now.hypotheses].sort((a, b) => b.probability - a.probability);
  return (
    <div className={styles.scroll}>
      <table className={styles.answers}>
        <caption className="hidden">Hypotheses with their probability</caption>
        <thead>
          <tr>
            <th scope="col">Hypothesis</th>
            <th scope="col">Likelihood</th>
            <th scope="col" className={styles.number}>
              Probability
            </th>
            {whole && (
              <th scope="col" className={styles.number}>
                With all evidence
              </th>
            )}
            <th scope="col" className={styles.number} title="Sum of weight × (1 for I, 2 for II)">
              Inconsistency
            </th>
          </tr>
        </thead>
        <tbody>
          {sorted.map((one) => (
            <Answer key={one.id} one={one} now={now} whole={whole} />
          ))}
        </tbody>
      </table>
    </div>
  );
}

function Answer({ one, now, whole }: { one: AssessedHypothesis } & Props) {
  const { id, text, words, probability, range, inconsistency, cells } = one;
  const tone = now.hypotheses.indexOf(one) % 6;
  const before = whole?.hypotheses.find((other) => other.id === id);
  const wide = range[1] - range[0] > 0.005;
  return (
    <tr data-print-row>
      <th scope="row">
        <span className={styles.chip} data-tone={tone} aria-hidden="true" /> {id} {text}
        {one.false_flag && <span className={styles.tag}>false flag</span>}
      </th>
      <td>{words}</td>
      <td className={styles.number}>
        {percent(probability)}
        {wide && (
          <span className="muted" title="If evidence that cannot be judged counted for nothing, or in full">
            {' '}
            ({percent(range[0])} – {percent(range[1])})
          </span>
        )}
      </td>
      {whole && <td className={styles.number}>{before ? percent(before.probability) : ''}</td>}
      <td className={styles.number}>
        {inconsistency.toFixed(1)}
        {now.leading.length === 1 && now.leading[0] === id && <span className={styles.tag}>least</span>}
        {cells.unrated > 0 && <span className={styles.tag}>{cells.unrated} not rated</span>}
      </td>
    </tr>
  );
}
