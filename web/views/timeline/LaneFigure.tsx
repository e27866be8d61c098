import { statementSentence } from '../../files/statement.ts';
import { STANCE_WORDS } from '../../words/stances.ts';
import { BOX, type Figure, type PlacedLane, TITLE_WIDTH } from './layout.ts';
import { MarkFigure } from './MarkFigure.tsx';
import styles from './Timeline.module.css';
import type { Tipped } from './Tip.tsx';

interface Props {
  readonly placed: PlacedLane;
  readonly figure: Figure;
  readonly item: (index: number) => { 'data-index': number; tabIndex: number; onFocus: () => void };
  readonly onTip: (tip: Tipped | null) => void;
  readonly onOpen: (id: string) => void;
}

/** One lane: its title, its undated statements in the margin, its dated ones on the axis. */
export function LaneFigure({ placed, figure, item, onTip, onOpen }: Props) {
  const { lane, top, height, marks, boxes, more } = placed;
  const lastBox = boxes.at(-1);
  return (
    <g>
      <line x1="0" x2={figure.width} y1={top + height} y2={top + height} className={styles.rule} />
      <text x="16" y={top + 21} className={styles.laneTitle}>
        {lane.title}
      </text>
      <text x="16" y={top + 36} className={styles.label}>
        {height > 40 ? lane.dated.length + lane.undated.length : ''}
      </text>
      {boxes.map(({ statement, x, y }) => (
        // biome-ignore lint/a11y/useSemanticElements: there are no buttons inside of SVG.
        <g
          key={statement.id}
          role="button"
          tabIndex={-1}
          aria-label={`No date: ${statementSentence(statement)}`}
          data-undated
          data-stance={statement.stance}
          className={styles.mark}
          onClick={() => onOpen(statement.id)}
          onKeyDown={(event) => event.key === 'Enter' && onOpen(statement.id)}
          onMouseEnter={() => onTip({ statement, x: x + BOX, y: y + BOX + 6 })}
          onMouseLeave={() => onTip(null)}
        >
          <rect x={x} y={y} width={BOX} height={BOX + 2} fillOpacity="0" strokeOpacity="0" />
          <text x={x + BOX / 2} y={y + 11} textAnchor="middle" className={styles.glyph}>
            {STANCE_WORDS[statement.stance].glyph}
          </text>
        </g>
      ))}
      {more > 0 && lastBox && (
        <text x={lastBox.x + BOX + 2} y={lastBox.y + 11} className={styles.label}>
          +{more}
        </text>
      )}
      {boxes.length === 0 && (
        <text x={TITLE_WIDTH + 8} y={top + 21} className={styles.label}>
          –
        </text>
      )}
      {marks.map((mark) => (
        <MarkFigure
          key={mark.mark.statement.id}
          placed={mark}
          onTip={onTip}
          onOpen={onOpen}
          {...item(mark.mark.index)}
        />
      ))}
    </g>
  );
}
