import { useNavigate } from '@tanstack/react-router';
import { useMemo, useRef } from 'react';
import type { DocumentSummary } from '../../../src/http/contract/index.ts';
import { useRoving } from '../../keys/use-roving.ts';
import { SEARCH_MARK, useEvidence } from '../../use-search.ts';
import { DocumentRow } from './DocumentRow.tsx';
import styles from './Documents.module.css';
import { stackByOrigin } from './stack.ts';

/** Documents as rows; those of one origin lie stacked under the first. */
export function DocumentList({ rows }: { rows: readonly DocumentSummary[] }) {
  const stacks = useMemo(() => stackByOrigin(rows), [rows]);
  const container = useRef<HTMLTableSectionElement>(null);
  const navigate = useNavigate();
  const evidence = useEvidence();
  const flat = stacks.flat();
  const { item } = useRoving({
    count: flat.length,
    container,
    open: (i) => {
      const document = flat[i];
      if (document) void navigate({ to: '/documents/$id', params: { id: document.id } });
    },
    evidence: (i) => flat[i] && evidence(`${SEARCH_MARK}document:${flat[i].id}`),
  });
  return (
    <div className={styles.scroll} data-print-full>
      <table className={styles.table}>
        <thead>
          <tr>
            <th scope="col">Title</th>
            <th scope="col">Publisher</th>
            <th scope="col">Published</th>
            <th scope="col">Language</th>
            <th scope="col" className={styles.number}>
              Statements
            </th>
            <th scope="col" className={styles.number}>
              Reviewed
            </th>
            <th scope="col" className={styles.number}>
              Indicators
            </th>
            <th scope="col" className={styles.number}>
              Problems
            </th>
            <th scope="col">Added</th>
          </tr>
        </thead>
        <tbody ref={container}>
          {stacks.flatMap((stack) =>
            stack.map((document, depth) => (
              <DocumentRow key={document.id} document={document} echo={depth > 0} {...item(flat.indexOf(document))} />
            )),
          )}
        </tbody>
      </table>
    </div>
  );
}
