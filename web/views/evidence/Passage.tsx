import { useQuery } from '@tanstack/react-query';
import type { DocumentView, StatementView } from '../../../src/http/contract/index.ts';
import { ask } from '../../queries.ts';
import styles from './Evidence.module.css';

/** The sentence in its paragraph; the bare quotation until the document is there. */
export function Passage({ statement, asOf }: { statement: StatementView; asOf: string | undefined }) {
  const { data: document } = useQuery(ask('documents.get', { id: statement.document_id, as_of: asOf }));
  const [before, after] = document ? around(document, statement) : ['', ''];
  return (
    <blockquote className={styles.passage} data-stance={statement.stance}>
      {before}
      <mark data-certainty={statement.certainty}>{statement.quote}</mark>
      {after}
    </blockquote>
  );
}

const FAR = 600;

/** What stands before and after the quotation in its paragraph, not more than some 600 characters each way. */
function around({ text, blocks }: DocumentView, { start, end }: StatementView): [string, string] {
  const first = blocks.find((b) => b.start <= start && start < b.end)?.start ?? start;
  const last = blocks.find((b) => b.start < end && end <= b.end)?.end ?? end;
  const from = Math.max(first, start - FAR);
  const to = Math.min(last, end + FAR);
  return [(from > first ? '… ' : '') + text.slice(from, start), text.slice(end, to) + (to < last ? ' …' : '')];
}
