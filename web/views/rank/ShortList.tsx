import { type RefObject, useRef } from 'react';
import type { RankView } from '../../../src/http/contract/index.ts';
import { percent } from '../../words/weigh.ts';
import { useWidth } from '../timeline/use-width.ts';
import styles from './Rank.module.css';

const ROW = 24;
const NAME = 180;
const FIGURE = 52;

/** The probabilities as bars, "none of these" among them, which sum to one with those that are not listed. */
export function ShortList({ view, figure }: { view: RankView; figure: RefObject<SVGSVGElement | null> }) {
  const frame = useRef<HTMLDivElement>(null);
  const width = useWidth(frame);
  const listed = view.ranking.reduce((sum, { probability }) => sum + probability, 0);
  const none = view.none ?? 0;
  const rows = [
    ...view.ranking.map(({ name, probability }) => ({ name, probability, tone: 'actor' })),
    { name: 'other known groups', probability: Math.max(0, 1 - none - listed), tone: 'rest' },
    { name: 'none of these', probability: none, tone: 'none' },
  ];
  const room = Math.max(40, width - NAME - FIGURE);
  const said = rows.map(({ name, probability }) => `${name} ${percent(probability)}`).join('; ');
  return (
    <div ref={frame} className={styles.bars}>
      <svg ref={figure} width={width} height={rows.length * ROW + 4} role="img" aria-label={`Probabilities: ${said}`}>
        {rows.map(({ name, probability, tone }, i) => (
          <g key={name} transform={`translate(0 ${i * ROW})`}>
            <text className={styles.barName} x={NAME - 10} y="16" textAnchor="end">
              {name.length > 26 ? `${name.slice(0, 25)}…` : name}
            </text>
            <rect className={styles.track} x={NAME} y="4" width={room} height={ROW - 8} />
            <rect
              className={styles.bar}
              data-tone={tone}
              x={NAME}
              y="4"
              width={Math.max(1, probability * room)}
              height={ROW - 8}
            />
            <text className={styles.barFigure} x={width - 4} y="16" textAnchor="end">
              {percent(probability)}
            </text>
          </g>
        ))}
      </svg>
    </div>
  );
}
