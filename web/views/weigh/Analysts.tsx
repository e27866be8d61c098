import { useState } from 'react';
import type { Confidence, WeighingView } from '../../../src/http/contract/index.ts';
import { instant } from '../../words/numbers.ts';
import { CONFIDENCES, percent } from '../../words/weigh.ts';
import { useRecord } from './use-record.ts';
import styles from './Weigh.module.css';

/** Analysts side by side, where they differ most, and what each concludes. */
export function Analysts({ view, canEdit }: { view: WeighingView; canEdit: boolean }) {
  const { analysts, hypotheses, disagreements } = view.assessment;
  const [open, setOpen] = useState(false);
  return (
    <section className={styles.panel} aria-labelledby="analysts">
      <h2 id="analysts">Analysts</h2>
      {analysts.length === 0 && <p className="muted">Nobody has rated anything yet.</p>}
      {analysts.length > 0 && (
        <div className={styles.scroll}>
          <table className={styles.answers}>
            <thead>
              <tr>
                <th scope="col">Analyst</th>
                {hypotheses.map(({ id }) => (
                  <th key={id} scope="col" className={styles.number}>
                    {id}
                  </th>
                ))}
                <th scope="col">Last word</th>
              </tr>
            </thead>
            <tbody>
              {analysts.map((one) => (
                <tr key={one.analyst} data-print-row>
                  <th scope="row">
                    {one.analyst}
                    {one.stated && (
                      <span
                        className={styles.tag}
                        title={`As stated: ${Object.entries(one.stated)
                          .map(([id, p]) => `${id} ${percent(p)}`)
                          .join(', ')}`}
                      >
                        stated{one.incoherence ? `, made coherent by ${one.incoherence.toFixed(2)}` : ''}
                      </span>
                    )}
                  </th>
                  {hypotheses.map(({ id }) => (
                    <td key={id} className={styles.number}>
                      {percent(one.probability[id] ?? 0)}
                    </td>
                  ))}
                  <td className={styles.day}>{instant(one.latest)}</td>
                </tr>
              ))}
            </tbody>
          </table>
        </div>
      )}
      {disagreements.length > 0 && (
        <>
          <h3>They differ most on</h3>
          <div className={styles.scroll}>
            <table className={styles.answers} aria-label="Ratings side by side where they differ">
              <thead>
                <tr>
                  <th scope="col">Cell</th>
                  {analysts.map(({ analyst }) => (
                    <th key={analyst} scope="col">
                      {analyst}
                    </th>
                  ))}
                </tr>
              </thead>
              <tbody>
                {disagreements.map(({ evidence, hypothesis, ratings }) => (
                  <tr key={`${evidence}/${hypothesis}`} data-print-row>
                    <th scope="row">
                      {evidence} against {hypothesis}
                    </th>
                    {analysts.map(({ analyst }) => (
                      <td key={analyst}>{ratings[analyst] ?? '·'}</td>
                    ))}
                  </tr>
                ))}
              </tbody>
            </table>
          </div>
        </>
      )}
      {analysts.map(
        ({ analyst, judgement }) =>
          judgement && (
            <blockquote key={analyst} className={styles.judgement}>
              <p>
                <strong>{analyst}</strong>: {judgement.text}
              </p>
              {judgement.confidence && (
                <p>
                  Confidence in the basis of this is {judgement.confidence}
                  {judgement.because ? `: ${judgement.because}` : ''}.
                </p>
              )}
            </blockquote>
          ),
      )}
      {canEdit && (
        <p className="muted" data-screen-only>
          What you record here goes under the name {view.you}. Another name: set <code>LONGWATCH_ANALYST</code> when the
          workbench is started.
        </p>
      )}
      {canEdit &&
        (open ? (
          <JudgementForm view={view} onDone={() => setOpen(false)} />
        ) : (
          <button type="button" data-screen-only onClick={() => setOpen(true)}>
            Write your judgement
          </button>
        ))}
    </section>
  );
}

function JudgementForm({ view, onDone }: { view: WeighingView; onDone: () => void }) {
  const own = view.assessment.analysts.find(({ analyst }) => analyst === view.you)?.judgement;
  const [text, setText] = useState(own?.text ?? '');
  const [confidence, setConfidence] = useState<Confidence | ''>(own?.confidence ?? '');
  const [because, setBecause] = useState(own?.because ?? '');
  const record = useRecord(view.id);
  return (
    <form
      className={styles.form}
      onSubmit={(event) => {
        event.preventDefault();
        const body = { text: text.trim(), confidence: confidence || null, because: because.trim() || null };
        record([{ part: 'judgement', key: '', body }], onDone);
      }}
    >
      <label>
        Judgement, with its likelihood
        <textarea rows={2} value={text} required onChange={(event) => setText(event.target.value)} />
      </label>
      <label>
        Confidence in its basis
        <select value={confidence} onChange={(event) => setConfidence(event.target.value as Confidence | '')}>
          <option value="">not said</option>
          {CONFIDENCES.map((one) => (
            <option key={one}>{one}</option>
          ))}
        </select>
      </label>
      <label>
        because
        <input value={because} onChange={(event) => setBecause(event.target.value)} />
      </label>
      <p className={styles.buttons}>
        <button type="submit" data-main disabled={!text.trim()}>
          Record
        </button>
        <button type="button" onClick={onDone}>
          Cancel
        </button>
      </p>
    </form>
  );
}
