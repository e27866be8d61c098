import { Link } from '@tanstack/react-router';
import { useEvidence } from '../../use-search.ts';

/** What an entry is about: a document opens in the reader, a statement as evidence. */
export function Subject({ subject }: { subject: string }) {
  const evidence = useEvidence();
  if (/^d(oc)?-/.test(subject)) {
    return (
      <Link to="/documents/$id" params={{ id: subject }}>
        {subject}
      </Link>
    );
  }
  if (/^s(t|tmt)?-/.test(subject)) {
    return (
      <button type="button" data-plain onClick={() => evidence(subject)}>
        {subject}
      </button>
    );
  }
  return <code>{subject}</code>;
}
