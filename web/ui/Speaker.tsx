import type { StatementView } from '../../src/http/contract/index.ts';
import { OWN_VOICE } from '../words/speakers.ts';
import styles from './StatementLine.module.css';
import { Was } from './Was.tsx';

type Said = Pick<StatementView, 'speaker' | 'speaker_org' | 'via' | 'publisher' | 'document_title' | 'before'>;

/** "John Hultquist (FireEye) via CNN"; a document that speaks in its own voice goes by its publisher. */
export function Speaker({
  statement: { speaker, speaker_org, via, publisher, document_title, before },
}: {
  statement: Said;
}) {
  return (
    <span>
      <span className={styles.speaker}>{speakerName(speaker, publisher, document_title)}</span>
      {speaker === OWN_VOICE && <span className={styles.via}> in its own voice</span>}
      {speaker_org && ` (${speaker_org})`}
      <Was value={before?.speaker} now={speaker} />
      {via.length > 0 && <span className={styles.via}> via {via.join(', ')}</span>}
    </span>
  );
}

export function speakerName(speaker: string, publisher: string | null, title: string | null): string {
  return speaker === OWN_VOICE ? (publisher ?? title ?? 'The document') : speaker;
}
