// biome-ignore-all lint/a11y/useSemanticElements: a table element cannot draw only the rows on screen.
// biome-ignore-all lint/a11y/useFocusableInteractive: the list gives rows their tab stop.
import { useQueries } from '@tanstack/react-query';
import { useVirtualizer } from '@tanstack/react-virtual';
import { useCallback, useRef } from 'react';
import type { ActionInput, HitSort, HuntHit } from '../../../src/http/contract/index.ts';
import { useRoving } from '../../keys/use-roving.ts';
import { ask } from '../../queries.ts';
import { HIT_MARK, useEvidence, useSetSearch } from '../../use-search.ts';
import { instant } from '../../words/numbers.ts';
import styles from './Hunt.module.css';

const ROW = 34;
const PAGE = 200;
const HEADS = ['Time (UTC)', 'Level', 'Rule', 'Host', 'What matched'];
/** Headings by which the list can be ordered. */
const SORTS: Readonly<Record<string, HitSort>> = { 'Time (UTC)': 'time', Level: 'level' };

/** Hits in their order; only the rows on screen are drawn, pages come as one scrolls. A hit opens its record in the drawer. */
export function HitTable({ asked, sort, total }: { asked: ActionInput<'hunts.get'>; sort: HitSort; total: number }) {
  const set = useSetSearch();
  const scroll = useRef<HTMLDivElement>(null);
  const evidence = useEvidence();
  const virtual = useVirtualizer({
    count: total,
    getScrollElement: () => scroll.current,
    estimateSize: () => ROW,
    overscan: 10,
  });
  const items = virtual.getVirtualItems();
  const hit = useHits(
    { ...asked, ...(sort === 'time' ? {} : { sort }) },
    items[0]?.index ?? 0,
    items.at(-1)?.index ?? 0,
  );
  const reveal = useCallback((i: number) => virtual.scrollToIndex(i), [virtual]);
  const show = (i: number) => {
    const found = hit(i);
    if (found) evidence(`${HIT_MARK}${asked.id}/${found.n}`);
  };
  const { item } = useRoving({ count: total, container: scroll, reveal, open: show, evidence: show });
  return (
    <div className={styles.hits} role="table" aria-rowcount={total + 1} aria-label="Hits">
      <div role="rowgroup">
        <div className={styles.hit} role="row" data-head>
          {HEADS.map((head) => (
            <div key={head} role="columnheader" aria-sort={ariaSort(SORTS[head], sort)}>
              {SORTS[head] ? (
                <button
                  type="button"
                  data-plain
                  className={styles.sort}
                  title={SORTS[head] === 'level' ? 'The gravest first' : 'In order of time'}
                  onClick={() => set({ sort: SORTS[head] === 'time' ? undefined : SORTS[head] }, { replace: true })}
                >
                  {head}
                  {SORTS[head] === sort && <span aria-hidden="true"> {sort === 'level' ? '▾' : '▴'}</span>}
                </button>
              ) : (
                head
              )}
            </div>
          ))}
        </div>
      </div>
      <div className={styles.rows} ref={scroll} role="rowgroup">
        <div style={{ height: virtual.getTotalSize(), position: 'relative' }} role="presentation">
          {items.map(({ index, start }) => (
            // biome-ignore lint/a11y/useKeyWithClickEvents: the list binds Enter and e for the row in focus.
            <div
              key={index}
              className={styles.hit}
              role="row"
              aria-rowindex={index + 2}
              style={{ transform: `translateY(${start}px)` }}
              onClick={() => show(index)}
              {...item(index)}
            >
              <Cells hit={hit(index)} />
            </div>
          ))}
        </div>
      </div>
    </div>
  );
}

const ariaSort = (of: HitSort | undefined, sort: HitSort) =>
  of === undefined ? undefined : of !== sort ? 'none' : of === 'level' ? 'descending' : 'ascending';

function Cells({ hit }: { hit: HuntHit | undefined }) {
  if (!hit)
    return (
      <div role="cell" className="muted">
        …
      </div>
    );
  const [field] = Object.entries(hit.fields);
  return (
    <>
      <div role="cell">{hit.time === null ? 'no time' : instant(hit.time, true)}</div>
      <div role="cell">
        <span className={styles.level} data-level={hit.rule.level}>
          {hit.rule.level}
        </span>
      </div>
      <div role="cell">{hit.rule.title}</div>
      <div role="cell">
        {hit.host || 'not said'}
        {hit.host_by && hit.host_by !== 'record' && <span className="muted"> (by {hit.host_by})</span>}
      </div>
      <div role="cell" className={styles.matched}>
        {field && `${field[0]}: ${String(field[1])}`}
      </div>
    </>
  );
}

/** Hits from `first` to `last`, undefined while they are on their way. */
function useHits(
  asked: ActionInput<'hunts.hits'>,
  first: number,
  last: number,
): (index: number) => HuntHit | undefined {
  const from = Math.floor(first / PAGE);
  const pages = Array.from({ length: Math.floor(last / PAGE) - from + 1 }, (_, i) => from + i);
  const answers = useQueries({
    queries: pages.map((page) => ask('hunts.hits', { ...asked, offset: page * PAGE, limit: PAGE })),
  });
  return (index) => answers[Math.floor(index / PAGE) - from]?.data?.rows[index % PAGE];
}
