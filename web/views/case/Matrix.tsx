import { type RefObject, useMemo } from 'react';
import type { CaseView, Intrusion } from '../../../src/http/contract/index.ts';
import { count, number } from '../../words/numbers.ts';
import { TACTICS } from '../../words/tactics.ts';
import styles from './Case.module.css';
import { factMark } from './Fact.tsx';
import { useFact } from './facts.ts';

const CELL = { width: 142, height: 40 } as const;
const HEAD = 40;

interface Props {
  readonly view: CaseView;
  readonly one: Intrusion;
  readonly figure: RefObject<SVGSVGElement | null>;
}

interface Cell {
  readonly technique: string;
  readonly hosts: number;
  readonly findings: number;
}

/** ATT&CK tactics as columns, in ATT&CK's order; the techniques seen, with on how many hosts and how often. */
export function Matrix({ view, one, figure }: Props) {
  const fact = useFact();
  const columns = useMemo(() => columnsOf(one), [one]);
  const most = Math.max(1, ...columns.flatMap(({ cells }) => cells.map(({ hosts }) => hosts)));
  const rows = Math.max(1, ...columns.map(({ cells }) => cells.length));
  return (
    <section className={styles.lanes} aria-label="Techniques">
      <p className={styles.caution}>
        A technique stands in each of the tactics that the rules name for it. The bar is the share of the hosts with the
        most widespread one.
      </p>
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reachable by keys. */}
      <section className={styles.wide} tabIndex={0} aria-label="Techniques by tactic, scrolls sideways">
        {/* biome-ignore lint/a11y/useSemanticElements: a fieldset is no figure. */}
        <svg
          ref={figure}
          width={columns.length * (CELL.width + 8) + 4}
          height={HEAD + rows * (CELL.height + 4) + 4}
          role="group"
          aria-label={`Techniques in ${count(columns.length, 'tactic')}`}
        >
          <title>ATT&amp;CK techniques of the case</title>
          {columns.map(({ tactic, cells }, n) => {
            const x = 2 + n * (CELL.width + 8);
            return (
              <g key={tactic}>
                <g
                  {...factMark(
                    () => fact('tactic', tactic),
                    `${tactic.replaceAll('-', ' ')} ${count(cells.length, 'technique')}`,
                    n === 0,
                  )}
                  className={styles.mark}
                >
                  <rect x={x} y={2} width={CELL.width} height={HEAD - 8} fillOpacity={0} />
                  <text x={x} y={16} fontSize={12} fontWeight={600} fill="var(--ink)">
                    {tactic.replaceAll('-', ' ')}
                  </text>{' '}
                  <text x={x} y={31} fontSize={11} fill="var(--muted)">
                    {count(cells.length, 'technique')}
                  </text>
                </g>
                {cells.map(({ technique, hosts, findings }, row) => {
                  const y = HEAD + row * (CELL.height + 4);
                  const counts = `${technique} · ${number(hosts)} / ${number(findings)}`;
                  const name = short(view.techniques[technique] ?? '');
                  const words = `${counts} ${name}: ${view.techniques[technique] ?? ''}, ${count(hosts, 'host')}, ${count(findings, 'finding')}`;
                  return (
                    <g
                      key={technique}
                      {...factMark(() => fact('technique', technique), words, false)}
                      className={styles.mark}
                    >
                      <title>{words}</title>
                      <rect
                        x={x}
                        y={y}
                        width={CELL.width}
                        height={CELL.height}
                        fill="var(--surface)"
                        stroke="var(--line-strong)"
                      />
                      <rect
                        x={x}
                        y={y + CELL.height - 4}
                        width={(CELL.width * hosts) / most}
                        height={4}
                        fill="var(--accent)"
                      />
                      <text x={x + 6} y={y + 15} fontSize={11} fontWeight={600} fill="var(--ink)">
                        {counts}
                      </text>{' '}
                      <text x={x + 6} y={y + 30} fontSize={10.5} fill="var(--muted)">
                        {name}
                      </text>
                    </g>
                  );
                })}
              </g>
            );
          })}
        </svg>
      </section>
      <p className={styles.caution}>In each cell: hosts / findings.</p>
    </section>
  );
}

const MOST = 20;
/** The name of a sub-technique says more than its parent's. */
function short(name: string): string {
  const own = name.includes(': ') ? name.slice(name.indexOf(': ') + 2) : name;
  return own.length > MOST ? `${own.slice(0, MOST - 1)}…` : own;
}

function columnsOf({ steps }: Intrusion): { readonly tactic: string; readonly cells: readonly Cell[] }[] {
  const columns = new Map<string, Map<string, { hosts: Set<string>; findings: number }>>();
  for (const { technique, tactics, host, count: findings } of steps)
    for (const tactic of tactics) {
      const cells = columns.get(tactic) ?? new Map<string, { hosts: Set<string>; findings: number }>();
      columns.set(tactic, cells);
      const cell = cells.get(technique) ?? { hosts: new Set<string>(), findings: 0 };
      cell.hosts.add(host);
      cell.findings += findings;
      cells.set(technique, cell);
    }
  const known: readonly string[] = TACTICS;
  const place = (tactic: string) => (known.includes(tactic) ? known.indexOf(tactic) : known.length);
  return [...columns]
    .map(([tactic, cells]) => ({
      tactic,
      cells: [...cells]
        .map(([technique, { hosts, findings }]) => ({ technique, hosts: hosts.size, findings }))
        .sort((a, b) => b.hosts - a.hosts || (a.technique < b.technique ? -1 : 1)),
    }))
    .sort((a, b) => place(a.tactic) - place(b.tactic) || (a.tactic < b.tactic ? -1 : 1));
}
