import type { CSSProperties, MouseEvent, ReactNode } from 'react';
import type { StatementView } from '../../../src/http/contract/index.ts';
import styles from './Reader.module.css';
import type { Segment } from './segments.ts';

interface Props {
  readonly text: string;
  readonly segment: Segment;
  readonly byId: ReadonlyMap<string, StatementView>;
  readonly levels: ReadonlyMap<string, number>;
  readonly focus: string | undefined;
  readonly onChoose: (id: string) => void;
}

const NEAREST = 3;
const STEP = 4;

/** A piece of text under its marks: one underline a statement, each on its own line below the words. */
export function MarkedText({ text, segment, byId, levels, focus, onChoose }: Props) {
  const statements = segment.ids.flatMap((id) => byId.get(id) ?? []);
  const others = segment.ids.filter((id) => !byId.has(id));
  let piece: ReactNode = text;
  for (const id of others) {
    piece = (
      <span key={id} id={id} className={id.startsWith('indicator') ? styles.indicator : undefined}>
        {piece}
      </span>
    );
  }
  for (const s of statements.toReversed()) {
    const level = levels.get(s.id) ?? 0;
    piece = (
      <span
        key={s.id}
        className={styles.mark}
        data-stance={s.stance}
        data-certainty={s.certainty}
        data-review={s.review}
        data-on={s.id === focus || undefined}
        data-first={segment.start === s.start ? s.id : undefined}
        style={{ '--under': `${NEAREST + level * STEP}px` } as CSSProperties}
      >
        {piece}
      </span>
    );
  }
  // The narrowest statement is the one that a click means; a second click goes on to the one around it.
  const ids = statements.map((s) => s.id).toReversed();
  const [narrowest] = ids;
  if (!narrowest) return piece;
  const next = ids[(ids.indexOf(focus ?? '') + 1) % ids.length] ?? narrowest;
  const choose = (event: MouseEvent) => {
    event.preventDefault();
    onChoose(next);
  };
  return (
    <a className={styles.link} href={`?s=${encodeURIComponent(next)}`} tabIndex={-1} onClick={choose}>
      {piece}
    </a>
  );
}
