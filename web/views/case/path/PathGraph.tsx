import { getRouteApi } from '@tanstack/react-router';
import { type RefObject, useMemo } from 'react';
import type { CaseView, Intrusion, PathEdge } from '../../../../src/http/contract/index.ts';
import { CERTAINTY_LINES } from '../../../words/certainties.ts';
import { count, instant, number } from '../../../words/numbers.ts';
import styles from '../Case.module.css';
import { factMark } from '../Fact.tsx';
import { useFact } from '../facts.ts';
import { GAP, layoutPath, NODE, type PlacedEdge, type PlacedNode } from './layout.ts';
import { HOW_WORDS, KIND_WORDS, tacticsOf } from './words.ts';

const route = getRouteApi('/cases/$name');

interface Props {
  readonly view: CaseView;
  readonly one: Intrusion;
  readonly edges: readonly PathEdge[];
  readonly figure: RefObject<SVGSVGElement | null>;
}

/** Where they came in and how they went on, left to right by time. */
export function PathGraph({ view, one, edges, figure }: Props) {
  const { each = false } = route.useSearch();
  const navigate = route.useNavigate();
  const fact = useFact();
  const layout = useMemo(() => layoutPath(one, edges, each), [one, edges, each]);
  const openNode = ({ kind, group, id }: PlacedNode) => {
    if (kind === 'outside') fact('figure', 'relays');
    else if (group && group.hosts.length > 1) fact('group', id);
    else fact('host', id);
  };
  const openEdge = ({ from, to, edge, count: many }: PlacedEdge) => {
    if (to.group && to.group.hosts.length > 1) fact('group', to.id);
    else if (edge.how === 'move' && many === 1) fact('move', `${from.id} ${edge.to}`);
    else fact('host', edge.to);
  };
  return (
    <section className={styles.lanes} aria-label="Path">
      <div className={styles.choices} data-screen-only>
        <label>
          <input
            type="checkbox"
            checked={!each}
            onChange={() =>
              void navigate({ search: (before) => ({ ...before, each: each ? undefined : true }), replace: true })
            }
          />{' '}
          Group machines that look alike
        </label>
        <span className="muted">
          Solid: a record shows it. Dashed: it follows from what was delivered, or from where else they were. “?”: how
          the machine was reached is not known.
          {layout.back > 0 &&
            ` ${count(layout.back, 'way')} between machines that were held already ${layout.back === 1 ? 'is' : 'are'} in the table.`}
        </span>
      </div>
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reachable by keys. */}
      <section className={styles.wide} tabIndex={0} aria-label="Path graph, scrolls sideways">
        {/* biome-ignore lint/a11y/useSemanticElements: a fieldset is no figure. */}
        <svg
          ref={figure}
          width={layout.width}
          height={layout.height}
          role="group"
          aria-label={`Path over ${count(one.hosts.length, 'host')}, left to right by time`}
        >
          <title>Path through the network</title>
          {layout.columns.map(({ x, first, last }) => (
            <text key={x} x={x} y={16} fontSize={11} fill="var(--muted)">
              {first && last ? reachedWords(first, last) : 'Outside'}
            </text>
          ))}
          {layout.edges.map((placed) => (
            <Edge
              key={`${placed.from.id} ${placed.to.id} ${placed.edge.how}`}
              placed={placed}
              open={() => openEdge(placed)}
              many={layout.edges.length > CROWDED}
            />
          ))}
          {layout.nodes.map((node, n) => (
            <Node key={node.id} node={node} view={view} one={one} first={n === 0} open={() => openNode(node)} />
          ))}
        </svg>
      </section>
    </section>
  );
}

/** When the machines of a column were reached: the first of them and, on another day, the last. */
function reachedWords(first: string, last: string): string {
  return first.slice(0, 10) === last.slice(0, 10)
    ? `reached ${instant(first)}`
    : `reached ${first.slice(0, 10)} to ${last.slice(0, 10)}`;
}

/** From so many lines on they are drawn thin. */
const CROWDED = 40;

interface EdgeProps {
  readonly placed: PlacedEdge;
  readonly open: () => void;
  readonly many: boolean;
}

function Edge({ placed, open, many: crowded }: EdgeProps) {
  const { from, to, edge, count: many, lane } = placed;
  const { dash, width } = CERTAINTY_LINES[edge.certainty];
  const [x1, y1] = [from.x + NODE.width, from.y + NODE.height / 2];
  const [x2, y2] = [to.x - 7, to.y + NODE.height / 2];
  const bend = Math.max(24, Math.min(60, (x2 - x1) / 2));
  const [left, right] = [x1 + GAP.x - 8, to.x - GAP.x + 8];
  const line =
    lane === null
      ? `M${x1},${y1} C${x1 + bend},${y1} ${x2 - bend},${y2} ${x2},${y2}`
      : `M${x1},${y1} C${x1 + 30},${y1} ${left - 30},${lane} ${left},${lane} H${right} C${right + 30},${lane} ${x2 - 30},${y2} ${x2},${y2}`;
  const words = `${HOW_WORDS[edge.how]} from ${from.id || 'outside'} to ${nodeName(to)}, ${edge.certainty}, ${instant(edge.time, true)}${many > 1 ? ` and ${number(many - 1)} more` : ''}${edge.account ? `, as ${edge.account}` : ''}`;
  return (
    <g {...factMark(open, words, false)} className={styles.mark}>
      <title>{words}</title>
      <path d={line} fill="none" stroke="transparent" strokeWidth={12} />
      <path
        d={line}
        fill="none"
        stroke="var(--line-strong)"
        strokeWidth={width * (crowded ? 0.35 : 0.8)}
        strokeDasharray={dash}
      />
      <path d={`M${x2},${y2 - 4} L${x2 + 7},${y2} L${x2},${y2 + 4} Z`} fill="var(--line-strong)" />
    </g>
  );
}

interface NodeProps {
  readonly node: PlacedNode;
  readonly view: CaseView;
  readonly one: Intrusion;
  readonly first: boolean;
  readonly open: () => void;
}

function nodeName({ group, id }: PlacedNode): string {
  return group && group.hosts.length > 1 ? `${id} + ${count(group.hosts.length - 1, 'host')}` : id;
}

function Node({ node, one, first, open }: NodeProps) {
  const { kind, group, x, y, unknown } = node;
  const { width, height } = NODE;
  const countries = new Set(one.relays.map(({ country }) => country ?? '')).size;
  const title = kind === 'outside' ? count(one.relays.length, 'relay') : nodeName(node);
  const under = kind === 'outside' ? `in ${count(countries, 'country', 'countries')}` : KIND_WORDS[kind];
  const tactics = kind === 'outside' ? 'where traffic passed' : tacticsOf(one, group!.hosts[0]!).join(', ');
  const [shown, last] = [short(`${unknown ? '? ' : ''}${title}`, 24), short(tactics, 25)];
  // A name that is read out begins with what is written on the node.
  const words = `${shown} ${under} ${last}: ${title}, ${tactics}${unknown ? '; how it was reached is not known' : ''}`;
  const round = kind === 'outside' ? height / 2 : kind === 'touched' ? 12 : 2;
  return (
    <g {...factMark(open, words, first)} className={styles.mark}>
      <title>{words}</title>
      {group && group.hosts.length > 1 && (
        <>
          <rect
            x={x + 6}
            y={y + 6}
            width={width}
            height={height}
            rx={round}
            fill="var(--surface)"
            stroke="var(--line-strong)"
          />
          <rect
            x={x + 3}
            y={y + 3}
            width={width}
            height={height}
            rx={round}
            fill="var(--surface)"
            stroke="var(--line-strong)"
          />
        </>
      )}
      <rect
        x={x}
        y={y}
        width={width}
        height={height}
        rx={round}
        fill={kind === 'controlled' || kind === 'entry' ? 'var(--chosen)' : 'var(--surface)'}
        stroke={kind === 'outside' ? 'var(--line-strong)' : 'var(--accent)'}
        strokeWidth={kind === 'touched' || kind === 'outside' ? 1 : 2}
      />
      {kind === 'entry' && (
        <rect
          x={x + 4}
          y={y + 4}
          width={width - 8}
          height={height - 8}
          fill="none"
          stroke="var(--accent)"
          strokeWidth={1}
        />
      )}
      <text x={x + 10} y={y + 19} fontSize={12} fontWeight={600} fill="var(--ink)">
        {shown}
      </text>{' '}
      <text x={x + 10} y={y + 34} fontSize={10.5} fill="var(--muted)">
        {under}
      </text>{' '}
      <text x={x + 10} y={y + 49} fontSize={10.5} fill="var(--muted)">
        {last}
      </text>
    </g>
  );
}

const short = (text: string, most: number): string => (text.length > most ? `${text.slice(0, most - 1)}…` : text);
