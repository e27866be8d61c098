import type { Precision } from '../../../src/http/contract/index.ts';
import { statementSentence } from '../../files/statement.ts';
import { CERTAINTY_LINES } from '../../words/certainties.ts';
import { STANCE_WORDS } from '../../words/stances.ts';
import { GLYPH_ROOM, NARROW, type PlacedMark } from './layout.ts';
import styles from './Timeline.module.css';
import type { Tipped } from './Tip.tsx';

interface Props {
  readonly placed: PlacedMark;
  readonly onTip: (tip: Tipped | null) => void;
  readonly onOpen: (id: string) => void;
  readonly 'data-index': number;
  readonly tabIndex: number;
  readonly onFocus: () => void;
}

/** A day is a tick, a month a bar, a year a pale band, a range a bar with ends. */
const SHAPES: Readonly<Record<Precision, { fill: number; inset: number }>> = {
  day: { fill: 1, inset: 1 },
  month: { fill: 0.35, inset: 2 },
  year: { fill: 0.1, inset: 1 },
  range: { fill: 0.2, inset: 3 },
};
const HEIGHT = 14;
const TICK = 3;

/** One dated statement. Its outline is the line of its certainty, its glyph and colour those of its stance. */
export function MarkFigure({ placed: { mark, x, y, width }, onTip, onOpen, onFocus, ...item }: Props) {
  const { statement: s } = mark;
  const precision = s.when?.precision ?? 'day';
  const { fill, inset } = SHAPES[precision];
  const { dash, width: stroke } = CERTAINTY_LINES[s.certainty];
  const isDay = precision === 'day';
  const long = isDay ? TICK : Math.max(TICK, width);
  const tip = () => onTip({ statement: s, x, y: y + HEIGHT + 4 });
  return (
    // biome-ignore lint/a11y/useSemanticElements: there are no buttons inside of SVG.
    <g
      role="button"
      aria-label={statementSentence(s)}
      data-stance={s.stance}
      data-precision={precision}
      data-review={s.review}
      className={styles.mark}
      onClick={() => onOpen(s.id)}
      onKeyDown={(event) => event.key === ' ' && onOpen(s.id)}
      onMouseEnter={tip}
      onMouseLeave={() => onTip(null)}
      onFocus={() => {
        onFocus();
        tip();
      }}
      onBlur={() => onTip(null)}
      {...item}
    >
      <rect
        x={x}
        y={y}
        width={long < NARROW ? long + GLYPH_ROOM : long}
        height={HEIGHT}
        fillOpacity="0"
        strokeOpacity="0"
      />
      <rect
        x={x}
        y={y + inset}
        width={long}
        height={HEIGHT - 2 * inset}
        className={styles.shape}
        fillOpacity={isDay && s.certainty !== 'certain' ? 0.25 : fill}
        strokeWidth={stroke / 2}
        strokeDasharray={dash}
      />
      {precision === 'range' && (
        <>
          <line x1={x} x2={x} y1={y} y2={y + HEIGHT} className={styles.cap} />
          <line x1={x + long} x2={x + long} y1={y} y2={y + HEIGHT} className={styles.cap} />
        </>
      )}
      <text x={long < NARROW ? x + long + 2 : x + 4} y={y + 11} className={styles.glyph}>
        {STANCE_WORDS[s.stance].glyph}
      </text>
    </g>
  );
}
