import { type RefObject, useRef } from 'react';
import type { HuntView } from '../../../src/http/contract/index.ts';
import { useSetSearch } from '../../use-search.ts';
import { count, number } from '../../words/numbers.ts';
import { useWidth } from '../timeline/use-width.ts';
import styles from './Hunt.module.css';

const NARROWEST = 260;
const HEIGHT = 90;
const BASE = HEIGHT - 18;
const DAY_MS = 86_400_000;
const dayOf = (day: string) => Math.round(Date.parse(`${day}T00:00:00Z`) / DAY_MS);

/** Hits by day; a bar narrows the hits to its day. Those without a time stand apart, in words. */
export function ByDay({
  hunt: { by_day: days, untimed },
  svg,
}: {
  hunt: HuntView;
  svg: RefObject<SVGSVGElement | null>;
}) {
  const set = useSetSearch();
  const frame = useRef<HTMLElement>(null);
  const width = Math.max(NARROWEST, useWidth(frame));
  const [first, last] = [days[0], days.at(-1)];
  const words = untimed > 0 && <p className="muted">{count(untimed, 'hit')} without a time.</p>;
  if (!first || !last) return words || null;
  const [from, to] = [dayOf(first.day), dayOf(last.day) + 1];
  const most = Math.max(...days.map(({ hits }) => hits));
  const step = width / (to - from);
  return (
    <section className={styles.wide}>
      <h2>When</h2>
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reached by keys. */}
      <section className={styles.scroll} aria-label="Hits by day" tabIndex={0} ref={frame}>
        <svg ref={svg} width={width} height={HEIGHT} role="img" aria-label="Hits by day">
          {days.map(({ day, hits }) => {
            const high = Math.max(2, (hits / most) * (BASE - 14));
            return (
              // biome-ignore lint/a11y/noStaticElementInteractions: a short way for the mouse; the list of days is in the data.
              <rect
                key={day}
                x={(dayOf(day) - from) * step}
                y={BASE - high}
                width={Math.max(2, Math.min(40, step - 1))}
                height={high}
                className={styles.bar}
                onClick={() => set({ after: day, before: day })}
              >
                <title>{`${day}: ${number(hits)}`}</title>
              </rect>
            );
          })}
          <line x1={0} x2={width} y1={BASE} y2={BASE} className={styles.base} />
          <text x={0} y={HEIGHT - 4} className={styles.tick}>
            {first.day}
          </text>
          {first.day !== last.day && (
            <text x={width} y={HEIGHT - 4} textAnchor="end" className={styles.tick}>
              {last.day}
            </text>
          )}
        </svg>
      </section>
      {words}
    </section>
  );
}
