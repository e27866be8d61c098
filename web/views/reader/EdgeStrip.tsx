import type { MouseEvent } from 'react';
import type { StatementView } from '../../../src/http/contract/index.ts';
import { CERTAINTY_LINES } from '../../words/certainties.ts';
import styles from './Reader.module.css';

interface Props {
  readonly length: number;
  readonly statements: readonly StatementView[];
  readonly focus: string | undefined;
  readonly onChoose: (id: string) => void;
}

const WIDTH = 16;

/** The map of the document: where its statements stand, from top to end. A click goes to the nearest. */
export function EdgeStrip({ length, statements, focus, onChoose }: Props) {
  if (statements.length === 0) return <div />;
  const jump = (event: MouseEvent<HTMLButtonElement>) => {
    const { top, height } = event.currentTarget.getBoundingClientRect();
    const offset = ((event.clientY - top) / height) * length;
    const distance = (s: StatementView) => Math.abs((s.start + s.end) / 2 - offset);
    onChoose(statements.reduce((a, b) => (distance(b) < distance(a) ? b : a)).id);
  };
  return (
    <button
      type="button"
      className={styles.strip}
      aria-label="Map of the document: go to the statement nearest to the click"
      title="Map of the document"
      tabIndex={-1}
      onClick={jump}
      data-screen-only
    >
      <svg width={WIDTH} height="100%" viewBox={`0 0 ${WIDTH} 1000`} preserveAspectRatio="none" aria-hidden="true">
        {statements.map((s) => {
          const y = (s.start / length) * 1000;
          const height = Math.max(3, ((s.end - s.start) / length) * 1000);
          const on = s.id === focus;
          return (
            <g key={s.id} data-stance={s.stance}>
              {on && <rect x="0" y={y - 2} width={WIDTH} height={height + 4} className={styles.here} />}
              <rect
                x={on ? 2 : 5}
                y={y}
                width={on ? WIDTH - 4 : WIDTH - 8}
                height={height}
                className={styles.tick}
                opacity={CERTAINTY_LINES[s.certainty].width === 1 ? 0.4 : s.certainty === 'certain' ? 1 : 0.7}
              />
            </g>
          );
        })}
      </svg>
    </button>
  );
}
