import { type RefObject, useRef } from 'react';
import type { AssessedHypothesis } from '../../../src/http/contract/index.ts';
import { percent } from '../../words/weigh.ts';
import { useWidth } from '../timeline/use-width.ts';
import styles from './Weigh.module.css';

interface Props {
  readonly hypotheses: readonly AssessedHypothesis[];
  readonly label: string;
  /** Whether the label stands over the bar. */
  readonly caption?: boolean;
  readonly figure?: RefObject<SVGSVGElement | null>;
}

const HEIGHT = 56;
const BAR = 26;
/** Narrower parts have no room for words. */
const ROOM = 64;

/** The probabilities as one stacked bar, each part with its ICD 203 words. */
export function ShareBar({ hypotheses, label, caption = false, figure }: Props) {
  const frame = useRef<HTMLDivElement>(null);
  const width = useWidth(frame);
  let x = 0;
  const said = hypotheses.map(({ id, probability, words }) => `${id} ${percent(probability)}, ${words}`).join('; ');
  return (
    <div ref={frame} className={styles.share}>
      {caption && <p className="muted">{label}</p>}
      <svg ref={figure} width={width} height={HEIGHT} role="img" aria-label={`${label}: ${said}`}>
        {hypotheses.map(({ id, probability, words }, i) => {
          const left = x;
          const wide = probability * width;
          x += wide;
          return (
            <g key={id}>
              <rect
                className={styles.part}
                data-tone={i % 6}
                x={left}
                y="0"
                width={Math.max(0.5, wide - 1)}
                height={BAR}
              />
              {wide > 26 && (
                <text className={styles.partName} x={left + 6} y={BAR - 8}>
                  {id}
                  {wide > ROOM && ` ${percent(probability)}`}
                </text>
              )}
              {wide > ROOM && (
                <text className={styles.partWords} x={left + 1} y={BAR + 16}>
                  {words.length * 6.4 < wide ? words : ''}
                </text>
              )}
            </g>
          );
        })}
      </svg>
    </div>
  );
}
