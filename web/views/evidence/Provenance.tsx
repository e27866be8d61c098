import { Link } from '@tanstack/react-router';
import type { StatementView } from '../../../src/http/contract/index.ts';
import { instant } from '../../words/numbers.ts';
import { saidWords } from '../../words/said.ts';
import styles from './Evidence.module.css';

/** The source line: publisher, title, day; who read it with what score; what analysts did. */
export function Provenance({ statement: s }: { statement: StatementView }) {
  return (
    <div className={styles.source}>
      <p>
        <strong>{s.publisher ?? 'Unknown publisher'}</strong>, {saidWords(s)},{' '}
        <Link to="/documents/$id" params={{ id: s.document_id }} search={{ s: s.id }}>
          {s.document_title ?? 'open the document'}
        </Link>
      </p>
      {s.document_url && <p className={styles.url}>{s.document_url}</p>}
      <p className="muted">
        Read by {s.extractor.name} {s.extractor.version}, score {s.score.toFixed(2)}; recorded{' '}
        {instant(s.recorded, true)} UTC; characters {s.start} to {s.end}.
      </p>
      {s.reviews.length > 0 && (
        <ul>
          {s.reviews.map((review) => (
            <li key={review.id}>
              {instant(review.recorded, true)} {review.analyst}: {review.verdict}
              {review.corrected && ` ${Object.keys(review.corrected).join(', ')}`}
              {review.note && `, “${review.note}”`}
            </li>
          ))}
        </ul>
      )}
    </div>
  );
}
