import { type RefObject, useMemo, useRef, useState } from 'react';
import type { ActionOutput } from '../../../src/http/contract/index.ts';
import { useKeys } from '../../keys/use-keys.ts';
import { useRoving } from '../../keys/use-roving.ts';
import { useEvidence } from '../../use-search.ts';
import { Axis } from '../timeline/Axis.tsx';
import { LaneFigure } from '../timeline/LaneFigure.tsx';
import { type Lane, marksOf, wholeDomain } from '../timeline/lanes.ts';
import { AXIS_HEIGHT, layout } from '../timeline/layout.ts';
import { panned, toDays, zoomed } from '../timeline/scale.ts';
import timeline from '../timeline/Timeline.module.css';
import { Tip, type Tipped } from '../timeline/Tip.tsx';
import { useDomain } from '../timeline/use-domain.ts';
import { useWheel } from '../timeline/use-wheel.ts';
import { useWidth } from '../timeline/use-width.ts';
import styles from './Measure.module.css';

interface Props {
  readonly lanes: ActionOutput<'dispute.get'>['lanes'];
  readonly triggers: readonly { readonly date: string; readonly label?: string }[];
  readonly conflicts: ActionOutput<'dispute.get'>['conflicts'];
  readonly from: string | undefined;
  readonly to: string | undefined;
  readonly svg: RefObject<SVGSVGElement | null>;
  readonly onDays: (days: readonly [string, string] | null) => void;
}

const ZOOM = 1.5;
const TITLES: Readonly<Record<string, string>> = { response: 'answers', outcome: 'outcome' };

/** Lanes of a dispute on one axis: trigger days as lines through all of them, each mark leading to its sentence. */
export function DisputeChart({ lanes: given, triggers, conflicts, from, to, svg, onDays }: Props) {
  const frame = useRef<HTMLDivElement>(null);
  const width = useWidth(frame);
  const evidence = useEvidence();
  const [tip, setTip] = useState<Tipped | null>(null);
  const lanes = useMemo((): Lane[] => {
    let index = 0;
    return given.map(({ lane, dated, undated }) => ({
      key: lane,
      title: TITLES[lane] ?? lane,
      dated: marksOf(dated).map((mark) => ({ ...mark, index: index++ })),
      undated,
    }));
  }, [given]);
  const marks = useMemo(() => lanes.flatMap((lane) => lane.dated), [lanes]);
  const asked = triggers.map(({ date }) => date).join(' ');
  const whole = useMemo(() => reaching(wholeDomain(marks), asked), [marks, asked]);
  const [domain, setDomain] = useDomain(whole, from, to, onDays);
  const figure = useMemo(() => layout(lanes, domain, width), [lanes, domain, width]);
  const zoom = (factor: number, around = (domain[0] + domain[1]) / 2) => setDomain(zoomed(domain, factor, around));
  useWheel(frame, (x, deltaX, deltaY) => {
    if (Math.abs(deltaX) > Math.abs(deltaY)) setDomain(panned(domain, deltaX / 1000));
    else zoom(deltaY > 0 ? 1.15 : 1 / 1.15, figure.dayAt(x));
  });
  useKeys('Dispute', [
    { key: '+', does: 'nearer', run: () => zoom(1 / ZOOM) },
    { key: '-', does: 'farther', run: () => zoom(ZOOM) },
    { key: '0', does: 'all of it', run: () => setDomain(null) },
    { key: 'ArrowLeft', does: 'earlier', run: () => setDomain(panned(domain, -0.2)) },
    { key: 'ArrowRight', does: 'later', run: () => setDomain(panned(domain, 0.2)) },
  ]);
  const show = (i: number) => marks[i] && evidence(marks[i].statement.id);
  const { item } = useRoving({ count: marks.length, container: frame, open: show, evidence: show });
  return (
    <div className={timeline.chart}>
      <div className={timeline.zoom} data-screen-only>
        <button type="button" onClick={() => zoom(1 / ZOOM)} aria-label="Nearer" title="Nearer (+)">
          +
        </button>
        <button type="button" onClick={() => zoom(ZOOM)} aria-label="Farther" title="Farther (-)">
          −
        </button>
        <button type="button" onClick={() => setDomain(null)} title="All of it (0)">
          All
        </button>
      </div>
      <div className={timeline.frame} ref={frame} data-print-full>
        {width > 0 && (
          // biome-ignore lint/a11y/useSemanticElements: a fieldset is no figure.
          <svg
            ref={svg}
            width={width}
            height={figure.height}
            className={timeline.figure}
            aria-label="Lanes of the dispute"
            role="group"
          >
            <Axis figure={figure} domain={domain} />
            {figure.lanes.map((lane) => (
              <LaneFigure
                key={lane.lane.key}
                placed={lane}
                figure={figure}
                item={item}
                onTip={setTip}
                onOpen={evidence}
              />
            ))}
            {disputedDays(conflicts).map((date) => {
              const x = figure.xOf(toDays(date));
              if (x < figure.left || x > figure.width) return null;
              return (
                <text
                  key={`conflict ${date}`}
                  x={x}
                  y={AXIS_HEIGHT - 4}
                  textAnchor="middle"
                  className={styles.conflict}
                >
                  ≠<title>{`Sources disagree whether it began on ${date}`}</title>
                </text>
              );
            })}
            {triggers.map(({ date, label }) => {
              const x = figure.xOf(toDays(date));
              if (x < figure.left || x > figure.width) return null;
              return (
                <g key={date}>
                  <line x1={x} x2={x} y1={AXIS_HEIGHT - 6} y2={figure.height - 8} className={styles.trigger} />
                  <text x={x + 3} y={AXIS_HEIGHT + 10} className={styles.triggerLabel}>
                    {label ?? date}
                  </text>
                </g>
              );
            })}
          </svg>
        )}
        {tip && <Tip {...tip} />}
      </div>
    </div>
  );
}

/** The axis reaches the days in question, with a little room, so that nobody has to look for them. */
function reaching(whole: readonly [number, number], asked: string): readonly [number, number] {
  const days = asked.split(' ').filter(Boolean).map(toDays);
  if (days.length === 0) return whole;
  const [from, to] = [Math.min(whole[0], ...days), Math.max(whole[1], ...days)];
  const room = (to - from) / 20;
  return [from < whole[0] ? from - room : from, to > whole[1] ? to + room : to];
}

/** First days that sources do not agree on, each once. */
const disputedDays = (conflicts: Props['conflicts']): readonly string[] => [
  ...new Set(conflicts.flatMap(({ a_since, b_since }) => [a_since, b_since])),
];
