import { getRouteApi, useSearch } from '@tanstack/react-router';
import { type RefObject, useMemo, useRef } from 'react';
import type { CaseView, Intrusion } from '../../../../src/http/contract/index.ts';
import { useKeys } from '../../../keys/use-keys.ts';
import { count, instant, number } from '../../../words/numbers.ts';
import { useWheel } from '../../timeline/use-wheel.ts';
import { useWidth } from '../../timeline/use-width.ts';
import styles from '../Case.module.css';
import { factMark } from '../Fact.tsx';
import { readFactAddress, useFact } from '../facts.ts';
import { Lane } from './Lane.tsx';
import { pannedSpan, type Span, spanWords, steppedSpan, timeTicks, wholeSpan, zoomedSpan } from './scale.ts';
import { useSpan } from './use-span.ts';

const route = getRouteApi('/cases/$name');
const ROW = 16;
const NAMES = 92;
const HEAD = 30;
const ZOOM = 2;
/** Lanes that are drawn before somebody asks for all. */
const FEW = 60;

interface Props {
  readonly view: CaseView;
  readonly one: Intrusion;
  readonly figure: RefObject<SVGSVGElement | null>;
}

/** A lane a host, from years to seconds: a bar from first to last trace, a tick a step, crosses where logs were cleared; visits from outside on top. */
export function Lanes({ view, one, figure }: Props) {
  const { from, to, host: chosen, all = false } = route.useSearch();
  const navigate = route.useNavigate();
  const fact = useFact();
  const box = useRef<HTMLDivElement>(null);
  const width = useWidth(box);
  const whole = useMemo(() => wholeSpan(one.first_access, one.last_seen), [one]);
  const [span, setSpan] = useSpan(
    whole,
    from,
    to,
    (instants) =>
      void navigate({ search: (before) => ({ ...before, from: instants?.[0], to: instants?.[1] }), replace: true }),
  );
  const room = Math.max(1, width - NAMES - 8);
  const x = (time: string | number) =>
    NAMES + (((typeof time === 'number' ? time : Date.parse(time)) - span[0]) / Math.max(1, span[1] - span[0])) * room;
  const isIn = (first: string, last: string) => Date.parse(last) >= span[0] && Date.parse(first) <= span[1];
  const inView = one.hosts.filter(({ first, last }) => isIn(first, last));
  const hosts = all ? inView : inView.slice(0, FEW);
  const visits = one.visits.filter(({ start, end }) => isIn(start, end));
  const top = HEAD + (one.visits.length > 0 ? ROW + 4 : 0);
  const height = top + hosts.length * ROW + 6;
  const marks = useMemo(
    () =>
      [
        ...one.steps.map(({ host, time }) => ({ host, time })),
        ...one.visits.map(({ host, start }) => ({ host, time: start })),
        ...one.gaps.map(({ host, time }) => ({ host, time })),
        ...one.hosts.map(({ name, first }) => ({ host: name, time: first })),
      ].flatMap(({ host, time }) => (time === null ? [] : [{ host, at: Date.parse(time) }])),
    [one],
  );
  const opened = readFactAddress(useSearch({ strict: false, select: ({ e }: { e?: string }) => e ?? '' }));
  const selected = opened === null ? undefined : timeOf(one, opened);
  // Of a host that is chosen, its own marks count.
  const near = marks.filter(({ host }) => chosen === undefined || host === chosen).map(({ at }) => at);
  const zoom = (factor: number) => setSpan(steppedSpan(span, factor, near, selected));
  useWheel(box, (at, deltaX, deltaY) => {
    if (Math.abs(deltaX) > Math.abs(deltaY)) setSpan(pannedSpan(span, deltaX / 1000));
    else setSpan(zoomedSpan(span, deltaY > 0 ? 1.25 : 1 / 1.25, span[0] + ((at - NAMES) / room) * (span[1] - span[0])));
  });
  useKeys('Timeline', [
    { key: '+', does: 'nearer', run: () => zoom(1 / ZOOM) },
    { key: '-', does: 'farther', run: () => zoom(ZOOM) },
    { key: '0', does: 'all of it', run: () => setSpan(null) },
    { key: 'ArrowLeft', does: 'earlier', run: () => setSpan(pannedSpan(span, -0.2)) },
    { key: 'ArrowRight', does: 'later', run: () => setSpan(pannedSpan(span, 0.2)) },
  ]);
  return (
    <section className={styles.lanes} aria-label="Hosts over time">
      <div className={styles.choices} data-screen-only>
        <button type="button" onClick={() => zoom(1 / ZOOM)} aria-label="Nearer" title="Nearer (+)">
          +
        </button>
        <button type="button" onClick={() => zoom(ZOOM)} aria-label="Farther" title="Farther (-)">
          −
        </button>
        <button
          type="button"
          onClick={() => setSpan(pannedSpan(span, -0.3))}
          aria-label="Earlier"
          title="Earlier (left)"
        >
          ←
        </button>
        <button type="button" onClick={() => setSpan(pannedSpan(span, 0.3))} aria-label="Later" title="Later (right)">
          →
        </button>
        <button type="button" onClick={() => setSpan(null)} title="All of it (0)">
          All
        </button>
        <span className="muted" role="status">
          {moments(span)}: {spanWords(span)} on screen; {number(inView.length)} of {count(one.hosts.length, 'host')}{' '}
          with traces in it. The wheel zooms over the axis, and with Ctrl everywhere.
        </span>
      </div>
      <div ref={box}>
        {width > 0 && (
          // biome-ignore lint/a11y/useSemanticElements: a fieldset is no figure.
          <svg
            ref={figure}
            width={width}
            height={height}
            role="group"
            aria-label={`${count(inView.length, 'host')} by the time of their first trace, ${new Date(span[0]).toISOString().slice(0, 16)} to ${new Date(span[1]).toISOString().slice(0, 16)} UTC`}
          >
            <title>Hosts over time</title>
            {timeTicks(span, room).map(({ at, label, major }) => (
              <g key={at}>
                <line
                  x1={x(at)}
                  x2={x(at)}
                  y1={HEAD - 12}
                  y2={height}
                  stroke="var(--line)"
                  strokeWidth={major ? 2 : 1}
                />
                <text x={x(at) + 3} y={13} fontSize={11} fontWeight={major ? 600 : 400} fill="var(--muted)">
                  {label}
                </text>
              </g>
            ))}
            {one.visits.length > 0 && (
              <g>
                <text x={4} y={HEAD + 11} fontSize={11} fill="var(--muted)">
                  visits
                </text>
                {visits.map(({ relay, start, end, host }, n) => {
                  const words = `Visit through ${relay} to ${host}, ${instant(start, true)} UTC`;
                  return (
                    <g
                      key={`${relay} ${start} ${host}`}
                      {...factMark(() => fact('visit', `${relay} ${start}`), words, n === 0)}
                      className={styles.mark}
                    >
                      <title>{words}</title>
                      <rect
                        x={clamped(x(start), width)}
                        y={HEAD}
                        width={Math.max(3, clamped(x(end), width) - clamped(x(start), width))}
                        height={ROW - 3}
                        fill="var(--muted)"
                        fillOpacity={0.6}
                      />
                    </g>
                  );
                })}
              </g>
            )}
            {hosts.map((host, n) => (
              <Lane
                key={host.name}
                host={host}
                y={top + n * ROW}
                x={(time) => x(time)}
                edges={[NAMES, width]}
                span={span}
                view={view}
                one={one}
                on={host.name === chosen}
                first={n === 0 && one.visits.length === 0}
              />
            ))}
          </svg>
        )}
      </div>
      {inView.length > FEW && (
        <button
          type="button"
          data-screen-only
          onClick={() =>
            void navigate({ search: (before) => ({ ...before, all: all ? undefined : true }), replace: true })
          }
        >
          {all ? `Show the first ${FEW}` : `Show all ${inView.length}`}
        </button>
      )}
      <p className={styles.caution}>
        Bar: from the first trace to the last on a controlled host. Ring: a host only touched. Tick: a step. Cross: the
        log was cleared or lacks records.
      </p>
    </section>
  );
}

/** When the fact that is open in the drawer was, where it is a mark of the timeline. */
function timeOf(one: Intrusion, { subject, key }: { readonly subject: string; readonly key: string }) {
  const time =
    subject === 'step'
      ? one.steps.find(({ technique, host }) => `${technique} ${host}` === key)?.time
      : subject === 'visit'
        ? one.visits.find(({ relay, start }) => `${relay} ${start}` === key)?.start
        : subject === 'host'
          ? one.hosts.find(({ name }) => name === key)?.first
          : subject === 'gap'
            ? (one.gaps[Number(key)]?.time ?? undefined)
            : undefined;
  return time === undefined ? undefined : Date.parse(time);
}

/** "2022-07-01 17:33:30 to 17:36:10 UTC"; the day once where both are of one. */
function moments([from, to]: Span): string {
  const [first, last] = [from, to].map((at) => new Date(at).toISOString().slice(0, 19).replace('T', ' ')) as [
    string,
    string,
  ];
  return `${first} to ${first.slice(0, 10) === last.slice(0, 10) ? last.slice(11) : last} UTC`;
}

const clamped = (x: number, width: number): number => Math.max(NAMES, Math.min(width, x));
