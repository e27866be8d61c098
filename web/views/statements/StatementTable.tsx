// biome-ignore-all lint/a11y/useSemanticElements: a table element cannot draw only the rows on screen.
// biome-ignore-all lint/a11y/useFocusableInteractive: the list gives rows their tab stop.
import { getRouteApi, useNavigate } from '@tanstack/react-router';
import { useVirtualizer } from '@tanstack/react-virtual';
import { useCallback, useRef } from 'react';
import type { StatementQuery, StatementSort } from '../../../src/http/contract/index.ts';
import { useRoving } from '../../keys/use-roving.ts';
import { useEvidence } from '../../use-search.ts';
import { useRows } from './pages.ts';
import { StatementRow } from './StatementRow.tsx';
import styles from './Statements.module.css';

const ROW = 68;
const COLUMNS: readonly { name: string; sort: StatementSort | null }[] = [
  { name: 'Statement', sort: null },
  { name: 'Time of event', sort: 'time' },
  { name: 'Said', sort: 'said' },
  { name: 'Source', sort: 'document' },
  { name: 'Score', sort: 'score' },
];
const route = getRouteApi('/statements');

/** The rows on screen are the only ones drawn; pages come as one scrolls. */
export function StatementTable({ query, total }: { query: StatementQuery; total: number }) {
  const scroll = useRef<HTMLDivElement>(null);
  const navigate = useNavigate();
  const set = route.useNavigate();
  const evidence = useEvidence();
  const virtual = useVirtualizer({
    count: total,
    getScrollElement: () => scroll.current,
    estimateSize: () => ROW,
    overscan: 8,
  });
  const items = virtual.getVirtualItems();
  const row = useRows(query, items[0]?.index ?? 0, items.at(-1)?.index ?? 0);
  const reveal = useCallback((i: number) => virtual.scrollToIndex(i), [virtual]);
  const open = (i: number) => {
    const s = row(i);
    if (s) void navigate({ to: '/documents/$id', params: { id: s.document_id }, search: { s: s.id } });
  };
  const show = (i: number) => {
    const s = row(i);
    if (s) evidence(s.id);
  };
  const { item } = useRoving({ count: total, container: scroll, reveal, open, evidence: show });
  const sortBy = (sort: StatementSort) =>
    void set({
      search: (before) => ({ ...before, sort, descending: query.sort === sort && query.descending ? undefined : true }),
      replace: true,
    });
  return (
    <div className={styles.table} role="table" aria-rowcount={total + 1} aria-label="Statements">
      <div role="rowgroup">
        <div className={styles.headRow} role="row">
          {COLUMNS.map(({ name, sort }) => (
            <div
              key={name}
              role="columnheader"
              aria-sort={sort && query.sort === sort ? (query.descending ? 'descending' : 'ascending') : undefined}
            >
              {sort ? (
                <button type="button" data-plain onClick={() => sortBy(sort)}>
                  {name}
                  <span aria-hidden="true">{query.sort === sort ? (query.descending ? ' ↓' : ' ↑') : ''}</span>
                </button>
              ) : (
                name
              )}
            </div>
          ))}
        </div>
      </div>
      <div className={styles.scroll} ref={scroll} role="rowgroup" data-print-full>
        <div style={{ height: virtual.getTotalSize(), position: 'relative' }} role="presentation">
          {items.map(({ index, start }) => (
            <StatementRow
              key={index}
              statement={row(index)}
              position={index + 2}
              top={start}
              onOpen={() => show(index)}
              {...item(index)}
            />
          ))}
        </div>
      </div>
    </div>
  );
}
