import { type KeyboardEvent, useEffect, useRef, useState } from 'react';
import type { AssessedEvidence, Rating, WeighingView } from '../../../src/http/contract/index.ts';
import { useKeys } from '../../keys/use-keys.ts';
import { useEvidence } from '../../use-search.ts';
import { FORGEABILITY_WORDS, RATING_KEYS } from '../../words/weigh.ts';
import styles from './Weigh.module.css';

interface Props {
  readonly view: WeighingView;
  /** Whose ratings are shown; everybody's when absent. */
  readonly analyst: string | undefined;
  readonly canEdit: boolean;
  readonly onRate: (evidence: string, hypothesis: string, rating: Rating | null) => void;
  readonly onRemove: (evidence: string) => void;
  readonly onEdit: (evidence: string) => void;
}

/** Diagnosticity at which the bar is full: half of the ratings CC, half II. */
const MOST = 2;
const BAR = 76;

/** Evidence by hypotheses. One tab stop; arrows and j/k move, digits rate, x leaves a row out. */
export function Matrix({ view, analyst, canEdit, onRate, onRemove, onEdit }: Props) {
  const { evidence, hypotheses, analysts, flips } = view.assessment;
  const [[row, column], setCell] = useState<readonly [number, number]>([0, 0]);
  const grid = useRef<HTMLTableElement>(null);
  const moved = useRef(false);
  const show = useEvidence();
  const at = evidence[Math.min(row, evidence.length - 1)];
  const hypothesis = hypotheses[Math.min(column, hypotheses.length - 1)];
  useEffect(() => {
    if (!moved.current) return;
    moved.current = false;
    grid.current?.querySelector<HTMLElement>(`[data-cell="${row} ${column}"]`)?.focus();
  }, [row, column]);
  const move = (down: number, right: number) => {
    moved.current = true;
    setCell([
      Math.max(0, Math.min(evidence.length - 1, row + down)),
      Math.max(0, Math.min(hypotheses.length - 1, column + right)),
    ]);
  };
  const rate = (rating: Rating | null) => at && hypothesis && canEdit && onRate(at.id, hypothesis.id, rating);
  useKeys('Matrix', [
    { key: 'j', does: 'next row', run: () => move(1, 0) },
    { key: 'k', does: 'previous row', run: () => move(-1, 0) },
    { key: 'x', does: 'leave the row out, or take it in again', run: () => at && onRemove(at.id) },
    {
      key: 'e',
      does: 'show the statement under it',
      run: () => at?.rests_on[0] && show(at.rests_on[0].statement),
    },
    ...(canEdit ? [{ key: 'c', does: 'change the evidence', run: () => at && onEdit(at.id) }] : []),
    ...(canEdit ? RATING_KEYS.map(([key, rating, does]) => ({ key, does, run: () => rate(rating) })) : []),
  ]);
  const onKeyDown = (event: KeyboardEvent) => {
    const step = STEPS[event.key];
    if (!step || event.ctrlKey || event.metaKey || event.altKey) return;
    event.preventDefault();
    move(...step);
  };
  const own = analysts.find((one) => one.analyst === (analyst ?? view.you));
  return (
    <div className={styles.scroll}>
      {at && hypothesis && <RatingBar at={at} hypothesis={hypothesis.id} view={view} canEdit={canEdit} onRate={rate} />}
      <table ref={grid} className={styles.matrix} onKeyDown={onKeyDown} aria-label="Evidence against hypotheses">
        <thead>
          <tr>
            <th scope="col">Evidence</th>
            {hypotheses.map(({ id, text }) => (
              <th key={id} scope="col" className={styles.cell} title={text}>
                {id}
              </th>
            ))}
            <th
              scope="col"
              title="Spread of the ratings over the hypotheses; evidence that fits all alike tells nothing"
            >
              Tells apart
            </th>
            <th scope="col" className={styles.number}>
              Weight
            </th>
            <th scope="col" data-screen-only>
              <span className="hidden">Leave out</span>
            </th>
          </tr>
        </thead>
        <tbody>
          {evidence.map((item, r) => (
            <tr key={item.id} data-removed={item.removed || undefined} data-row={r === row || undefined} data-print-row>
              <th scope="row">
                <EvidenceHead item={item} flips={flips.single.includes(item.id)} onEdit={canEdit ? onEdit : null} />
              </th>
              {hypotheses.map(({ id }, c) => {
                const rating = (analyst ? own?.ratings[`${item.id}/${id}`] : item.ratings[id]) ?? null;
                const differs = !analyst && analysts.length > 1 && differ(view, item.id, id);
                return (
                  <td key={id} className={styles.cell}>
                    <button
                      type="button"
                      data-plain
                      data-cell={`${r} ${c}`}
                      data-rating={rating ?? 'none'}
                      tabIndex={r === row && c === column ? 0 : -1}
                      aria-label={`${item.id} against ${id}: ${rating ?? 'not rated'}${differs ? ', analysts differ' : ''}`}
                      onFocus={() => setCell([r, c])}
                      onClick={() => setCell([r, c])}
                    >
                      {rating ?? '·'}
                      {differs && <sup aria-hidden="true">≠</sup>}
                    </button>
                  </td>
                );
              })}
              <td>
                <Diagnosticity item={item} />
              </td>
              <td className={styles.number}>{weightWords(item)}</td>
              <td data-screen-only>
                <button
                  type="button"
                  aria-pressed={item.removed}
                  aria-label={item.removed ? `Take in ${item.id}` : `Leave out ${item.id}`}
                  onClick={() => onRemove(item.id)}
                >
                  {item.removed ? 'Take in' : 'Leave out'}
                </button>
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}

const STEPS: Readonly<Record<string, readonly [number, number]>> = {
  ArrowDown: [1, 0],
  ArrowUp: [-1, 0],
  ArrowLeft: [0, -1],
  ArrowRight: [0, 1],
};

/** The cell in focus in words, with its ratings to choose from. */
function RatingBar({
  at,
  hypothesis,
  view,
  canEdit,
  onRate,
}: {
  at: AssessedEvidence;
  hypothesis: string;
  view: WeighingView;
  canEdit: boolean;
  onRate: (rating: Rating | null) => void;
}) {
  const key = `${at.id}/${hypothesis}`;
  const own = view.assessment.analysts.find(({ analyst }) => analyst === view.you)?.ratings[key] ?? null;
  const others = view.assessment.analysts.flatMap(({ analyst, ratings }) =>
    ratings[key] && analyst !== view.you ? [`${analyst} ${ratings[key]}`] : [],
  );
  return (
    <div className={styles.rating} data-screen-only>
      <strong>
        {at.id} against {hypothesis}
      </strong>
      {canEdit &&
        RATING_KEYS.map(([shortcut, rating, words]) => (
          <button
            key={shortcut}
            type="button"
            aria-pressed={own === rating}
            title={words}
            onClick={() => onRate(rating)}
          >
            {rating ?? 'clear'} <kbd>{shortcut === 'Backspace' ? '⌫' : shortcut}</kbd>
          </button>
        ))}
      <span className="muted">
        {canEdit && `Recorded as ${view.you}. `}
        {others.join(', ')}
      </span>
    </div>
  );
}

function EvidenceHead({
  item,
  flips,
  onEdit,
}: {
  item: AssessedEvidence;
  flips: boolean;
  onEdit: ((id: string) => void) | null;
}) {
  const show = useEvidence();
  const from = [item.source, item.via.length ? `via ${item.via.join(', ')}` : ''].filter(Boolean).join(' ');
  const rejected = item.rests_on.filter(({ review }) => review === 'rejected').length;
  const forgeability = FORGEABILITY_WORDS[item.forgeability];
  return (
    <>
      <span className={styles.evidence}>
        <span className={styles.id}>{item.id}</span> {item.text}
      </span>
      <span className={styles.facts}>
        {from}
        {item.grade && <span className={styles.tag}>{item.grade}</span>}
        {item.absence && (
          <span className={styles.tag} title={item.looked ?? 'nobody says who looked where'}>
            absence: {item.looked ?? 'who looked?'}
          </span>
        )}
        {forgeability && <span className={styles.tag}>{forgeability}</span>}
        {flips && <span className={styles.flip}>the lead rests on it</span>}
        {item.rests_on.map(({ statement, review }, i) => (
          <button
            key={statement}
            type="button"
            data-plain
            className={styles.link}
            data-review={review}
            onClick={() => show(statement)}
          >
            statement{item.rests_on.length > 1 ? ` ${i + 1}` : ''}
            {review === 'rejected' ? ' (rejected)' : review === 'missing' ? ' (not in this ledger)' : ''}
          </button>
        ))}
        {rejected > 0 && <span className={styles.warn}>rests on what was rejected</span>}
        {onEdit && (
          <button type="button" data-plain data-screen-only className={styles.link} onClick={() => onEdit(item.id)}>
            change
          </button>
        )}
      </span>
    </>
  );
}

function Diagnosticity({ item: { diagnosticity, excludes } }: { item: AssessedEvidence }) {
  if (diagnosticity === null) return <span className="muted">not rated</span>;
  return (
    <span className={styles.diagnosticity} title={`Spread ${diagnosticity.toFixed(2)}`}>
      <svg width={BAR} height="10" aria-hidden="true">
        <rect className={styles.ground} width={BAR} height="10" />
        <rect className={styles.bar} width={(Math.min(diagnosticity, MOST) / MOST) * BAR} height="10" />
      </svg>
      <span>
        {diagnosticity.toFixed(2)}
        <span className="muted">{diagnosticity === 0 ? ' nothing' : ` excludes ${excludes.k} of ${excludes.of}`}</span>
      </span>
    </span>
  );
}

function weightWords({ weight, counted, removed }: AssessedEvidence): string {
  if (removed) return 'out';
  if (weight === null) return '?';
  return Math.abs(weight - counted) > 0.005 && counted > 0
    ? `${counted.toFixed(2)} of ${weight.toFixed(2)}`
    : weight.toFixed(2);
}

function differ({ assessment }: WeighingView, evidence: string, hypothesis: string): boolean {
  return assessment.disagreements.some((one) => one.evidence === evidence && one.hypothesis === hypothesis);
}
