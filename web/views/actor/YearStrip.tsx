import type { Ref } from 'react';
import type { ActorView } from '../../../src/http/contract/index.ts';
import { formatQuery } from '../../query.ts';
import { SEARCH_MARK, useEvidence } from '../../use-search.ts';
import { count } from '../../words/numbers.ts';
import styles from './Actor.module.css';
import type { Pick } from './Actor.tsx';
import { type Lane, yearsOf } from './years.ts';

const CELL = 34;
const ROW = 26;
const LABEL = 250;
const HEAD = 18;
/** What has no date stands apart from the years. */
const GAP = 14;
const UNDATED = 48;

interface Props {
  readonly actor: ActorView;
  readonly ref: Ref<SVGSVGElement>;
  readonly onPick: (pick: Pick) => void;
}

/** A cell a year, as dark as there is much; what has no date stands in a column of its own. A cell opens what lies under it. */
export function YearStrip({ actor, ref, onPick }: Props) {
  const evidence = useEvidence();
  const years = yearsOf(actor);
  if (!years) return <p className="muted">Nothing about it is dated.</p>;
  const { first, last, statements, works, campaigns } = years;
  const columns: (number | null)[] = [...Array(last - first + 1).keys()].map((i) => first + i);
  if (statements.cells.has(null) || works.cells.has(null)) columns.push(null);
  const width = LABEL + (last - first + 1) * CELL + GAP + UNDATED;
  const height = HEAD + 2 * ROW + campaigns.length * ROW + 4;
  const x = (at: number) => LABEL + at * CELL + (columns[at] === null ? GAP : 0);
  const open = (at: number | null) => {
    const span = at === null ? {} : { after: `${at}-01-01`, before: `${at}-12-31` };
    evidence(SEARCH_MARK + formatQuery({ actor: actor.name, ...span }));
  };
  return (
    <div className={styles.strip}>
      <svg ref={ref} width={width} height={height} aria-label="Activity by year">
        {columns.map((at, i) => (
          <text key={at ?? 'none'} x={x(i) + widthOf(at) / 2} y={12} textAnchor="middle" className={styles.axis}>
            {at ?? 'no date'}
          </text>
        ))}
        <Row lane={statements} y={HEAD} columns={columns} x={x} word="statement" onOpen={open} />
        <Row
          lane={works}
          y={HEAD + ROW}
          columns={columns}
          x={x}
          word="report"
          onOpen={(at) =>
            onPick({ title: `Reports published ${at ?? 'on no known day'}`, sources: works.cells.get(at) ?? [] })
          }
        />
        {campaigns.map(({ name, first: from, last: to }, i) => {
          const y = HEAD + (2 + i) * ROW;
          return (
            <g key={name}>
              <text x={0} y={y + 16} className={styles.laneName}>
                {name}
              </text>
              <rect
                x={x(from - first) + 1}
                y={y + 7}
                width={(to - from + 1) * CELL - 2}
                height={ROW - 14}
                className={styles.campaign}
              />
            </g>
          );
        })}
      </svg>
    </div>
  );
}

function widthOf(at: number | null): number {
  return at === null ? UNDATED : CELL;
}

interface RowProps<T> {
  readonly lane: Lane<T>;
  readonly y: number;
  readonly columns: readonly (number | null)[];
  readonly x: (at: number) => number;
  readonly word: string;
  readonly onOpen: (at: number | null) => void;
}

function Row<T>({ lane, y, columns, x, word, onOpen }: RowProps<T>) {
  const most = Math.max(1, ...[...lane.cells.values()].map((it) => it.length));
  return (
    <g>
      <text x={0} y={y + 16} className={styles.laneName}>
        {lane.title}
      </text>
      {columns.map((at, i) => {
        const n = lane.cells.get(at)?.length ?? 0;
        const words = `${count(n, word)}, ${at ?? 'no date'}`;
        if (n === 0)
          return (
            <rect
              key={at ?? 'none'}
              x={x(i) + 1}
              y={y + 2}
              width={widthOf(at) - 2}
              height={ROW - 4}
              className={styles.none}
            />
          );
        return (
          // biome-ignore lint/a11y/useSemanticElements: SVG has no button element.
          <g
            key={at ?? 'none'}
            role="button"
            tabIndex={0}
            aria-label={words}
            className={styles.cell}
            onClick={() => onOpen(at)}
            onKeyDown={(event) => (event.key === 'Enter' || event.key === ' ') && onOpen(at)}
          >
            <title>{words}</title>
            <rect
              x={x(i) + 1}
              y={y + 2}
              width={widthOf(at) - 2}
              height={ROW - 4}
              className={styles.some}
              fillOpacity={0.12 + (0.3 * n) / most}
            />
            <text x={x(i) + widthOf(at) / 2} y={y + 17} textAnchor="middle" className={styles.cellText}>
              {n}
            </text>
          </g>
        );
      })}
    </g>
  );
}
