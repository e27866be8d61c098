import { useSearch } from '@tanstack/react-router';
import { lazy, Suspense } from 'react';
import { useKeys } from '../../keys/use-keys.ts';
import { Loading } from '../../ui/Loading.tsx';
import { CASE_MARK, ENTRY_MARK, HIT_MARK, SEARCH_MARK, useEvidence } from '../../use-search.ts';
import styles from './Evidence.module.css';
import { EvidenceHit } from './EvidenceHit.tsx';
import { EvidenceSearch } from './EvidenceSearch.tsx';
import { EvidenceSource } from './EvidenceSource.tsx';
import { EvidenceStatement } from './EvidenceStatement.tsx';

/** Only pages of cases need it. */
const EvidenceCase = lazy(async () => ({ default: (await import('./EvidenceCase.tsx')).EvidenceCase }));

/** The right drawer: the sentence in its paragraph with its source line, under any figure, mark or name. */
export function Evidence() {
  const { e, as_of: asOf } = useSearch({ from: '__root__' });
  const open = useEvidence();
  useKeys('Evidence', e ? [{ key: 'Escape', does: 'close the evidence', run: () => open(undefined) }] : []);
  if (!e) return null;
  return (
    <aside className={styles.drawer} aria-label="Evidence">
      <header>
        <h2>Evidence</h2>
        <button type="button" onClick={() => open(undefined)} title="Escape">
          Close
        </button>
      </header>
      <div className={styles.body}>
        {e.startsWith(SEARCH_MARK) ? (
          <EvidenceSearch key={e} query={e.slice(SEARCH_MARK.length)} asOf={asOf} />
        ) : e.startsWith(CASE_MARK) ? (
          <Suspense fallback={<Loading what="the records" />}>
            <EvidenceCase key={e} address={e} asOf={asOf} />
          </Suspense>
        ) : e.startsWith(HIT_MARK) ? (
          <EvidenceHit key={e} of={e.slice(HIT_MARK.length)} />
        ) : e.startsWith(ENTRY_MARK) ? (
          <EvidenceSource key={e} id={e.slice(ENTRY_MARK.length)} asOf={asOf} />
        ) : (
          <EvidenceStatement key={e} id={e} asOf={asOf} />
        )}
      </div>
    </aside>
  );
}
