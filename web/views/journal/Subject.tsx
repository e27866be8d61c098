import { Link } from '@tanstack/react-router';
import { useEvidence } from '../../use-search.ts';
import styles from './Journal.module.css';

const DOCUMENT = /^doc-/;
const WEIGHING = /^wgh-/;
const STATEMENT = /^st(mt)?-/;

/** What an entry is about, by its name where it has one: a document opens in the reader, a statement as evidence. */
export function Subject({ subject, name }: { subject: string; name: unknown }) {
  const evidence = useEvidence();
  const words = typeof name === 'string' && name ? name : subject;
  if (DOCUMENT.test(subject)) {
    return (
      <Link to="/documents/$id" params={{ id: subject }}>
        {words}
      </Link>
    );
  }
  if (STATEMENT.test(subject)) {
    return (
      <button type="button" data-plain className={styles.subject} onClick={() => evidence(subject)}>
        {words}
      </button>
    );
  }
  if (WEIGHING.test(subject)) {
    return (
      <Link to="/weigh/$id" params={{ id: subject }}>
        {words}
      </Link>
    );
  }
  return <code>{words}</code>;
}
