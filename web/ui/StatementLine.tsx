import type { StatementView } from '../../src/http/contract/index.ts';
import { quantityWords } from '../words/numbers.ts';
import { CertaintyMark } from './CertaintyMark.tsx';
import { EchoMark } from './EchoMark.tsx';
import { answersForItself, Party } from './Party.tsx';
import { ReviewMark } from './ReviewMark.tsx';
import { Speaker } from './Speaker.tsx';
import { StanceMark } from './StanceMark.tsx';
import styles from './StatementLine.module.css';
import { TimeMark } from './TimeMark.tsx';
import { Was } from './Was.tsx';

/**
 * A statement as one sentence, the same everywhere: who says (through whom) · stance · about whom → to whom · what ·
 * when · how sure. Values that an analyst corrected show the source's own behind them.
 */
export function StatementLine({ statement: s, short = false }: { statement: StatementView; short?: boolean }) {
  const before = s.before ?? {};
  const actor = answersForItself(s) ? null : s.actor;
  return (
    <span className={styles.line} data-stance={s.stance} data-review={s.review} data-short={short || undefined}>
      <ReviewMark state={s.review} />
      <Speaker statement={s} />
      <i className={styles.dot} />
      <StanceMark stance={s.stance} />
      <Was value={before.stance} now={s.stance} />
      <i className={styles.dot} />
      {(actor ?? s.target ?? before.actor ?? before.target ?? null) !== null && (
        <>
          {actor !== null && <Party name={actor} country={s.actor_country} />}
          <Was value={before.actor} now={s.actor} />
          {s.target !== null && (
            <>
              <span className={styles.arrow}>{actor === null ? '→\u00a0' : '\u00a0→ '}</span>
              <Party name={s.target} country={s.target_country} />
            </>
          )}
          <Was value={before.target} now={s.target} />
          <i className={styles.dot} />
        </>
      )}
      <span className={styles.kind}>{s.kind}</span>
      <Was value={before.kind} now={s.kind} />
      {s.object !== null && <span> “{s.object}”</span>}
      <Was value={before.object} now={s.object} />
      {s.quantities.length > 0 && <span className={styles.figures}> {s.quantities.map(quantityWords).join(', ')}</span>}
      <i className={styles.dot} />
      <TimeMark time={s.time} when={s.when} />
      <Was value={before.time} now={s.time} />
      <i className={styles.dot} />
      <CertaintyMark certainty={s.certainty} />
      <Was value={before.certainty} now={s.certainty} />
      <EchoMark echoes={s.echoes} />
    </span>
  );
}
