import { Link } from '@tanstack/react-router';
import type { StatementView } from '../../../src/http/contract/index.ts';
import { StatementLine } from '../../ui/StatementLine.tsx';
import { useEvidence } from '../../use-search.ts';
import { saidWords } from '../../words/said.ts';
import styles from './Contradictions.module.css';

/** One of the two: its sentence, its words, its source. */
export function Side({ statement: s }: { statement: StatementView }) {
  const evidence = useEvidence();
  return (
    <article className={styles.side} data-stance={s.stance}>
      <StatementLine statement={s} />
      <blockquote>{s.quote}</blockquote>
      <p>
        {s.publisher ?? 'Unknown publisher'}, {saidWords(s)},{' '}
        <Link to="/documents/$id" params={{ id: s.document_id }} search={{ s: s.id }}>
          {s.document_title ?? 'open the document'}
        </Link>{' '}
        <button type="button" className={styles.more} data-plain data-screen-only onClick={() => evidence(s.id)}>
          Evidence
        </button>
      </p>
    </article>
  );
}
