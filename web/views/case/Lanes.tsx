import { type RefObject, useRef, useState } from 'react';
import type { CaseHost, Intrusion } from '../../../src/http/contract/index.ts';
import { count, instant } from '../../words/numbers.ts';
import { type Domain, ticks, toDays } from '../timeline/scale.ts';
import { useWidth } from '../timeline/use-width.ts';
import styles from './Case.module.css';

const ROW = 15;
const NAMES = 92;
const HEAD = 20;
/** Hosts that are drawn before somebody asks for all. */
const FEW = 40;
const DAY = 86_400_000;

interface Props {
  readonly intrusion: Intrusion;
  readonly figure: RefObject<SVGSVGElement | null>;
  readonly chosen: string | undefined;
}

/** A lane a host: from its first trace to its last, with a tick at each step. Hosts that were only touched have a hollow mark. */
export function Lanes({ intrusion, figure, chosen }: Props) {
  const box = useRef<HTMLDivElement>(null);
  const width = useWidth(box);
  const [all, setAll] = useState(false);
  const hosts = all ? intrusion.hosts : intrusion.hosts.slice(0, FEW);
  const domain: Domain = [toDays(intrusion.first_access.slice(0, 10)), toDays(intrusion.last_seen.slice(0, 10)) + 1];
  const room = Math.max(1, width - NAMES - 8);
  const x = (time: string) =>
    NAMES + ((Date.parse(time) / DAY - domain[0]) / Math.max(1, domain[1] - domain[0])) * room;
  const height = HEAD + hosts.length * ROW + 4;
  return (
    <section className={styles.lanes} aria-label="Hosts over time">
      <div ref={box}>
        {width > 0 && (
          <svg
            ref={figure}
            width={width}
            height={height}
            role="img"
            aria-label={`${count(intrusion.hosts.length, 'host')} by the time of their first trace`}
          >
            <title>Hosts over time</title>
            {ticks(domain, room).map(({ at, label, major }) => {
              const left = NAMES + ((at - domain[0]) / Math.max(1, domain[1] - domain[0])) * room;
              return (
                <g key={at}>
                  <line
                    x1={left}
                    x2={left}
                    y1={HEAD - 4}
                    y2={height}
                    stroke="var(--line)"
                    strokeWidth={major ? 1.5 : 1}
                  />
                  <text x={left + 3} y={12} fontSize={11} fill="var(--muted)">
                    {label}
                  </text>
                </g>
              );
            })}
            {hosts.map((host, n) => (
              <Lane
                key={host.name}
                host={host}
                y={HEAD + n * ROW}
                x={x}
                intrusion={intrusion}
                on={host.name === chosen}
              />
            ))}
          </svg>
        )}
      </div>
      {intrusion.hosts.length > FEW && (
        <button type="button" data-screen-only onClick={() => setAll(!all)}>
          {all ? `Show the first ${FEW}` : `Show all ${intrusion.hosts.length}`}
        </button>
      )}
    </section>
  );
}

interface LaneProps {
  readonly host: CaseHost;
  readonly y: number;
  readonly x: (time: string) => number;
  readonly intrusion: Intrusion;
  readonly on: boolean;
}

function Lane({ host, y, x, intrusion, on }: LaneProps) {
  const middle = y + ROW / 2;
  const controlled = host.state === 'controlled';
  const steps = intrusion.steps.filter((step) => step.host === host.name);
  return (
    <g>
      <title>{`${host.name}, ${host.state}: ${instant(host.first, true)} to ${instant(host.last, true)}`}</title>
      <text x={4} y={middle + 4} fontSize={11} fontWeight={on ? 700 : 400} fill="var(--ink)">
        {host.name}
      </text>
      {controlled ? (
        <line
          x1={x(host.first)}
          x2={Math.max(x(host.last), x(host.first) + 2)}
          y1={middle}
          y2={middle}
          stroke="var(--accent)"
          strokeWidth={3}
          opacity={0.45}
        />
      ) : (
        <circle cx={x(host.first)} cy={middle} r={3.5} fill="none" stroke="var(--accent)" strokeWidth={1.5} />
      )}
      {steps.map((step) => (
        <line
          key={step.technique}
          x1={x(step.time)}
          x2={x(step.time)}
          y1={y + 2}
          y2={y + ROW - 2}
          stroke="var(--accent)"
          strokeWidth={1.5}
        >
          <title>{`${step.technique} on ${host.name}, ${instant(step.time, true)}`}</title>
        </line>
      ))}
    </g>
  );
}
