import type { WeighingView } from '../../../src/http/contract/index.ts';
import { useRecord } from './use-record.ts';
import styles from './Weigh.module.css';

/** When the answer is known: which it was, and how good the probabilities were. */
export function Outcome({ view, canEdit }: { view: WeighingView; canEdit: boolean }) {
  const { outcome, score, hypotheses } = view.assessment;
  const record = useRecord(view.id);
  return (
    <section className={styles.panel} aria-labelledby="outcome">
      <h2 id="outcome">Outcome</h2>
      {!outcome && <p className="muted">Not known. When it is, the probabilities are scored.</p>}
      {canEdit && (
        <label data-screen-only>
          It turned out to be{' '}
          <select
            value={outcome ?? ''}
            onChange={({ target: { value } }) =>
              record([{ part: 'outcome', key: '', body: value ? { hypothesis: value } : null }])
            }
          >
            <option value="">not known</option>
            {hypotheses.map(({ id, text }) => (
              <option key={id} value={id}>
                {id} {text}
              </option>
            ))}
          </select>
        </label>
      )}
      {score && (
        <>
          <p>
            Brier score for {score.outcome}: <strong>{score.brier.toFixed(3)}</strong> (0 best, 2 worst; equal belief in
            all would score {score.uniform.toFixed(3)}).
          </p>
          <ul className={styles.list}>
            {Object.entries(score.analysts).map(([analyst, value]) => (
              <li key={analyst}>
                {analyst} {value.toFixed(3)}
              </li>
            ))}
          </ul>
        </>
      )}
    </section>
  );
}
