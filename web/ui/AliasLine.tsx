import type { AliasShown, AliasStatement } from '../../src/http/contract/index.ts';
import { ENTRY_MARK, useEvidence } from '../use-search.ts';
import { EFFECT_WORDS, RELATION_WORDS } from '../words/effects.ts';
import styles from './AliasLine.module.css';
import { CertaintyMark } from './CertaintyMark.tsx';

/** Somebody's word on two names as one sentence, which opens its source: who says (through whom) · A · relation · B · since when. */
export function AliasLine({ statement: s }: { statement: AliasShown }) {
  const evidence = useEvidence();
  const effect = EFFECT_WORDS[s.effect];
  return (
    <button
      type="button"
      data-plain
      className={styles.line}
      data-effect={s.effect}
      onClick={() => evidence(s.source === 'ledger' ? s.id : ENTRY_MARK + s.id)}
    >
      <AliasWords statement={s} />
      <span className={styles.effect} title={effect.words}>
        {effect.mark}
      </span>
    </button>
  );
}

export function AliasWords({ statement: s }: { statement: AliasStatement }) {
  return (
    <span>
      <strong>{s.speaker}</strong>
      {s.via && <span className="muted"> via {s.via}</span>} · {s.names[0]}{' '}
      <em className={styles.relation} data-relation={s.relation}>
        {RELATION_WORDS[s.relation]}
      </em>{' '}
      {s.names[1]} <span className="muted">· by {s.said}</span>
      {s.certainty !== 'certain' && (
        <>
          {' '}
          · <CertaintyMark certainty={s.certainty} />
        </>
      )}
    </span>
  );
}
