import { memo } from 'react';
import type { Claim, StatementView, Verdict } from '../../../src/http/contract/index.ts';
import { StatementLine } from '../../ui/StatementLine.tsx';
import { useEvidence } from '../../use-search.ts';
import { Opposite } from '../evidence/Opposite.tsx';
import { WeighThis } from '../weigh/WeighThis.tsx';
import { CorrectForm } from './CorrectForm.tsx';
import styles from './Reader.module.css';

interface Props {
  readonly statement: StatementView;
  readonly focused: boolean;
  readonly editing: boolean;
  /** Whether the tab key stops here. */
  readonly stop: boolean;
  readonly asOf: string | undefined;
  readonly onChoose: (id: string) => void;
  readonly onEdit: (id: string | null) => void;
  readonly onReview: (id: string, verdict: Verdict, corrected?: Partial<Claim>) => void;
}

/** Opposing statements shown in full. */
const FULL = 3;

/** A statement beside its sentence; in focus it can be reviewed. Long documents have hundreds: one is drawn anew only when it changes. */
export const Card = memo(function Card({
  statement: s,
  focused,
  editing,
  stop,
  asOf,
  onChoose,
  onEdit,
  onReview,
}: Props) {
  const evidence = useEvidence();
  const against = s.contradicted_by;
  return (
    // biome-ignore lint/a11y/useKeyWithClickEvents: the keys j, k and tab choose a card; a click anywhere on it does the same.
    <article
      className={styles.card}
      data-card={s.id}
      data-stance={s.stance}
      data-review={s.review}
      data-on={focused || undefined}
      tabIndex={stop ? 0 : -1}
      onClick={() => focused || onChoose(s.id)}
      onFocus={() => focused || onChoose(s.id)}
      data-print-full
      data-print-row
    >
      <StatementLine statement={s} />
      {editing && (
        <CorrectForm statement={s} onCancel={() => onEdit(null)} onSave={(c) => onReview(s.id, 'correct', c)} />
      )}
      {focused && !editing && (
        <div className={styles.actions} data-screen-only>
          <button type="button" aria-pressed={s.review === 'accepted'} onClick={() => onReview(s.id, 'accept')}>
            Accept <kbd>a</kbd>
          </button>
          <button type="button" aria-pressed={s.review === 'rejected'} onClick={() => onReview(s.id, 'reject')}>
            Reject <kbd>x</kbd>
          </button>
          <button type="button" onClick={() => onEdit(s.id)}>
            Correct <kbd>c</kbd>
          </button>
          {s.review !== 'unreviewed' && (
            <button type="button" onClick={() => onReview(s.id, 'undo')}>
              Undo <kbd>u</kbd>
            </button>
          )}
          <button type="button" onClick={() => evidence(s.id)}>
            Evidence <kbd>e</kbd>
          </button>
          {!asOf && <WeighThis statement={s.id} />}
        </div>
      )}
      {against.length > 0 && s.review !== 'rejected' && (
        <div className={styles.against}>
          {focused && <p>{against.length === 1 ? 'Against it' : `${against.length} against it`}</p>}
          {against.slice(0, focused ? FULL : 1).map((id) => (
            <Opposite key={id} id={id} asOf={asOf} brief={!focused} />
          ))}
          {!focused && against.length > 1 && <p className="muted">and {against.length - 1} more against it</p>}
        </div>
      )}
    </article>
  );
});
