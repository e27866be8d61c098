import type { CaseHost, CaseView, Intrusion } from '../../../../src/http/contract/index.ts';
import { GAP_WORDS } from '../../../words/cases.ts';
import { instant } from '../../../words/numbers.ts';
import styles from '../Case.module.css';
import { factMark } from '../Fact.tsx';
import { useFact } from '../facts.ts';
import type { Span } from './scale.ts';

const ROW = 16;

interface Props {
  readonly host: CaseHost;
  readonly y: number;
  readonly x: (time: string) => number;
  /** Where lanes begin and end. */
  readonly edges: readonly [number, number];
  readonly span: Span;
  readonly view: CaseView;
  readonly one: Intrusion;
  readonly on: boolean;
  readonly first: boolean;
}

/** One host over time. Its name, its steps and its gaps open their records. */
export function Lane({ host, y, x, edges: [left, right], span, view, one, on, first }: Props) {
  const fact = useFact();
  const middle = y + ROW / 2;
  const within = (time: string | null) => time !== null && Date.parse(time) >= span[0] && Date.parse(time) <= span[1];
  const clamp = (at: number) => Math.max(left, Math.min(right, at));
  const steps = one.steps.filter((step) => step.host === host.name && within(step.time));
  const gaps = one.gaps.flatMap((gap, n) => (gap.host === host.name && within(gap.time) ? [{ gap, n }] : []));
  const words = `${host.name}, ${host.state}: ${instant(host.first, true)} to ${instant(host.last, true)} UTC`;
  const [start, end] = [clamp(x(host.first)), clamp(x(host.last))];
  return (
    <g>
      <g {...factMark(() => fact('host', host.name), words, first)} className={styles.mark}>
        <title>{words}</title>
        <rect x={0} y={y} width={left - 4} height={ROW} fillOpacity={0} />
        <text x={4} y={middle + 4} fontSize={11} fontWeight={on ? 700 : 400} fill="var(--ink)">
          {host.name}
        </text>
        {host.state === 'controlled' ? (
          <line
            x1={start}
            x2={Math.max(end, start + 2)}
            y1={middle}
            y2={middle}
            stroke="var(--accent)"
            strokeWidth={3}
            opacity={0.45}
          />
        ) : (
          <circle cx={start} cy={middle} r={3.5} fill="none" stroke="var(--accent)" strokeWidth={1.5} />
        )}
      </g>
      {steps.map((step) => {
        const at = x(step.time);
        const said = `${step.technique} ${view.techniques[step.technique] ?? ''} on ${host.name}, ${step.time.slice(0, 19).replace('T', ' ')} UTC`;
        return (
          <g
            key={step.technique}
            {...factMark(() => fact('step', `${step.technique} ${step.host}`), said, false)}
            className={styles.mark}
          >
            <title>{said}</title>
            <rect x={at - 3} y={y} width={7} height={ROW} fillOpacity={0} />
            <line x1={at} x2={at} y1={y + 2} y2={y + ROW - 2} stroke="var(--accent)" strokeWidth={2} />
          </g>
        );
      })}
      {gaps.map(({ gap, n }) => {
        const at = x(gap.time!);
        const said = `${gap.channel} of ${gap.host}: ${GAP_WORDS[gap.kind]}, ${instant(gap.time!, true)} UTC`;
        return (
          <g key={n} {...factMark(() => fact('gap', String(n)), said, false)} className={styles.mark}>
            <title>{said}</title>
            <rect x={at - 5} y={y} width={10} height={ROW} fillOpacity={0} />
            <line x1={at - 4} x2={at + 4} y1={middle - 4} y2={middle + 4} stroke="var(--warn)" strokeWidth={2} />
            <line x1={at - 4} x2={at + 4} y1={middle + 4} y2={middle - 4} stroke="var(--warn)" strokeWidth={2} />
          </g>
        );
      })}
    </g>
  );
}
