import { getRouteApi } from '@tanstack/react-router';
import { type RefObject, useMemo, useRef, useState } from 'react';
import type { ActionOutput } from '../../../src/http/contract/index.ts';
import { useKeys } from '../../keys/use-keys.ts';
import { useRoving } from '../../keys/use-roving.ts';
import { useEvidence } from '../../use-search.ts';
import { Axis } from './Axis.tsx';
import { LaneFigure } from './LaneFigure.tsx';
import { type LaneBy, lanesOf, wholeDomain } from './lanes.ts';
import { layout } from './layout.ts';
import { panned, zoomed } from './scale.ts';
import styles from './Timeline.module.css';
import { Tip, type Tipped } from './Tip.tsx';
import { useDomain } from './use-domain.ts';
import { useWheel } from './use-wheel.ts';
import { useWidth } from './use-width.ts';

interface Props {
  readonly data: ActionOutput<'timeline.get'>;
  readonly by: LaneBy;
  readonly from: string | undefined;
  readonly to: string | undefined;
  readonly svg: RefObject<SVGSVGElement | null>;
}

const route = getRouteApi('/timeline');
const ZOOM = 1.5;

/** The figure: lanes on one axis of time, the undated in a margin of their own. */
export function Chart({ data, by, from, to, svg }: Props) {
  const frame = useRef<HTMLDivElement>(null);
  const width = useWidth(frame);
  const navigate = route.useNavigate();
  const evidence = useEvidence();
  const [tip, setTip] = useState<Tipped | null>(null);
  const lanes = useMemo(() => lanesOf(data.dated, data.undated, by), [data, by]);
  const marks = useMemo(() => lanes.flatMap((l) => l.dated).sort((a, b) => a.index - b.index), [lanes]);
  const whole = useMemo(() => wholeDomain(marks), [marks]);
  const [domain, setDomain] = useDomain(
    whole,
    from,
    to,
    (days) => void navigate({ search: (before) => ({ ...before, from: days?.[0], to: days?.[1] }), replace: true }),
  );
  const figure = useMemo(() => layout(lanes, domain, width), [lanes, domain, width]);
  const middle = (domain[0] + domain[1]) / 2;
  const zoom = (factor: number, around = middle) => setDomain(zoomed(domain, factor, around));

  useWheel(frame, (x, deltaX, deltaY) => {
    if (Math.abs(deltaX) > Math.abs(deltaY)) setDomain(panned(domain, deltaX / 1000));
    else zoom(deltaY > 0 ? 1.15 : 1 / 1.15, figure.dayAt(x));
  });
  useKeys('Timeline', [
    { key: '+', does: 'nearer', run: () => zoom(1 / ZOOM) },
    { key: '-', does: 'farther', run: () => zoom(ZOOM) },
    { key: '0', does: 'all of it', run: () => setDomain(null) },
    { key: 'ArrowLeft', does: 'earlier', run: () => setDomain(panned(domain, -0.2)) },
    { key: 'ArrowRight', does: 'later', run: () => setDomain(panned(domain, 0.2)) },
  ]);
  const show = (i: number) => marks[i] && evidence(marks[i].statement.id);
  const { item } = useRoving({ count: marks.length, container: frame, open: show, evidence: show });

  return (
    <div className={styles.chart}>
      <div className={styles.zoom} data-screen-only>
        <button type="button" onClick={() => zoom(1 / ZOOM)} aria-label="Nearer" title="Nearer (+)">
          +
        </button>
        <button type="button" onClick={() => zoom(ZOOM)} aria-label="Farther" title="Farther (-)">
          −
        </button>
        <button
          type="button"
          onClick={() => setDomain(panned(domain, -0.3))}
          aria-label="Earlier"
          title="Earlier (left)"
        >
          ←
        </button>
        <button type="button" onClick={() => setDomain(panned(domain, 0.3))} aria-label="Later" title="Later (right)">
          →
        </button>
        <button type="button" onClick={() => setDomain(null)} title="All of it (0)">
          All
        </button>
        <span className="muted">
          {marks.length === 0
            ? 'No statement here says when: all stand in the margin.'
            : 'The wheel zooms over the axis, and with Ctrl everywhere.'}
        </span>
      </div>
      <div className={styles.frame} ref={frame} data-print-full>
        {width > 0 && (
          // biome-ignore lint/a11y/useSemanticElements: a fieldset is no figure.
          <svg
            ref={svg}
            width={width}
            height={figure.height}
            className={styles.figure}
            aria-label="Timeline of statements"
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
          </svg>
        )}
        {tip && <Tip {...tip} />}
      </div>
    </div>
  );
}
