import type { Assessment, Flip } from '../../../src/http/contract/index.ts';
import { leadWords, listed, percent } from '../../words/weigh.ts';
import styles from './Weigh.module.css';

interface Props {
  readonly assessment: Assessment;
  readonly onTry: (without: readonly string[]) => void;
}

const PAIRS = 6;

/** What the lead rests on: single items, sources, pairs. Each can be tried with a click. */
export function Rests({ assessment, onTry }: Props) {
  const { flip_details: all, flips, leading } = assessment;
  const by = (measure: Flip['by']) => all.filter((flip) => flip.by === measure);
  return (
    <section className={styles.panel} aria-labelledby="rests">
      <h2 id="rests">What it rests on</h2>
      {leading.length > 1 && <p>No hypothesis leads by inconsistency: {listed(leading)} tie.</p>}
      {leading.length === 1 && flips.single.length > 0 && (
        <p>
          <strong>{listed(flips.single)}</strong> alone carries the lead of {leading[0]}.
        </p>
      )}
      {leading.length === 1 && flips.single.length === 0 && (
        <p>
          No single item carries the lead of {leading[0]}.
          {flips.smallest ? ` The fewest that do: ${listed(flips.smallest)}.` : ' No set of items overturns it.'}
        </p>
      )}
      <FlipList title="By inconsistency" flips={by('inconsistency')} onTry={onTry} />
      <FlipList title="By probability" flips={by('probability')} onTry={onTry} />
    </section>
  );
}

function FlipList({ title, flips, onTry }: { title: string; flips: readonly Flip[]; onTry: Props['onTry'] }) {
  if (flips.length === 0) return null;
  const pairs = flips.filter(({ kind }) => kind === 'pair');
  const shown = [...flips.filter(({ kind }) => kind !== 'pair'), ...pairs.slice(0, PAIRS)];
  return (
    <>
      <h3>{title}</h3>
      <ul className={styles.list}>
        {shown.map((flip) => (
          <li key={`${flip.kind} ${flip.remove.join(' ')}`}>
            <FlipLine flip={flip} onTry={onTry} />
          </li>
        ))}
        {pairs.length > PAIRS && <li className="muted">and {pairs.length - PAIRS} more pairs</li>}
      </ul>
    </>
  );
}

function FlipLine({ flip, onTry }: { flip: Flip; onTry: Props['onTry'] }) {
  const shares = Object.entries(flip.probabilities).map(([id, p]) => `${id} ${percent(p)}`);
  const then = (
    <>
      {leadWords(flip)} <span className="muted">({shares.join(', ')})</span>
    </>
  );
  if (flip.kind === 'downgrade')
    return (
      <>
        With {flip.remove[0]} one grade lower, {then}
      </>
    );
  const what =
    flip.kind === 'source' ? `all of ${flip.remove[0]}` : flip.kind === 'origin' ? 'that origin' : listed(flip.remove);
  return (
    <>
      <button type="button" data-plain className={styles.link} onClick={() => onTry(flip.remove)}>
        Without {what}
      </button>{' '}
      {then}
    </>
  );
}
