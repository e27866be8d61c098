// biome-ignore-all lint/a11y/useSemanticElements: a table element cannot draw only the rows on screen.
// biome-ignore-all lint/a11y/useFocusableInteractive: the list gives rows their tab stop.
import { Link } from '@tanstack/react-router';
import type { StatementView } from '../../../src/http/contract/index.ts';
import { StatementLine } from '../../ui/StatementLine.tsx';
import { TimeMark } from '../../ui/TimeMark.tsx';
import { saidWords } from '../../words/said.ts';
import styles from './Statements.module.css';

interface Props {
  /** Undefined while its page is on its way. */
  readonly statement: StatementView | undefined;
  readonly position: number;
  readonly top: number;
  readonly onOpen: () => void;
  readonly 'data-index': number;
  readonly tabIndex: number;
  readonly onFocus: () => void;
}

/** One statement: its sentence, its words, when it happened, when it was said, where. */
export function StatementRow({ statement: s, position, top, onOpen, ...item }: Props) {
  return (
    // biome-ignore lint/a11y/useKeyWithClickEvents: the list binds Enter and e for the row in focus.
    <div
      className={styles.row}
      role="row"
      aria-rowindex={position}
      style={{ transform: `translateY(${top}px)` }}
      onClick={onOpen}
      data-print-row
      {...item}
    >
      {s ? (
        <>
          <div role="cell">
            <p className={styles.sentence}>
              <StatementLine statement={s} short />
            </p>
            <p className={styles.quote}>{s.quote}</p>
          </div>
          <div role="cell">
            <TimeMark time={s.time} when={s.when} column />
          </div>
          <div role="cell" className={styles.said}>
            {saidWords(s).replace(' ', '\n')}
          </div>
          <div role="cell" className={styles.source}>
            <Link
              to="/documents/$id"
              params={{ id: s.document_id }}
              search={{ s: s.id }}
              tabIndex={-1}
              onClick={(event) => event.stopPropagation()}
            >
              {s.publisher ?? s.document_title ?? 'document'}
            </Link>
            {s.contradicted_by.length > 0 && <p className={styles.against}>{s.contradicted_by.length} against it</p>}
          </div>
          <div role="cell">{s.score.toFixed(2)}</div>
        </>
      ) : (
        <div role="cell" className="muted">
          …
        </div>
      )}
    </div>
  );
}
