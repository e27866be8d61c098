import { getRouteApi } from '@tanstack/react-router';
import { useCallback, useEffect, useMemo, useRef, useState } from 'react';
import type { Claim, DocumentView, Verdict } from '../../../src/http/contract/index.ts';
import { useKeys } from '../../keys/use-keys.ts';
import { notice } from '../../notices.ts';
import { Empty } from '../../ui/Empty.tsx';
import { useEvidence, useSetSearch } from '../../use-search.ts';
import { languageName } from '../../words/names.ts';
import { Article } from './Article.tsx';
import { CardColumn } from './CardColumn.tsx';
import { EdgeStrip } from './EdgeStrip.tsx';
import styles from './Reader.module.css';
import { SideList } from './SideList.tsx';
import { useReviews } from './use-reviews.ts';

const route = getRouteApi('/documents/$id');

/** Text, cards beside it, the map at the edge, the side list; and the keys of reviewing. */
export function ReaderBody({ document, asOf }: { document: DocumentView; asOf: string | undefined }) {
  const { s: focus } = route.useSearch();
  const set = useSetSearch();
  const evidence = useEvidence();
  const record = useReviews(document.id);
  const [editing, setEditing] = useState<string | null>(null);
  const body = useRef<HTMLDivElement>(null);
  const statements = useMemo(
    () => [...document.all_statements].sort((a, b) => a.start - b.start || a.end - b.end),
    [document.all_statements],
  );
  const at = statements.findIndex((s) => s.id === focus);

  const choose = useCallback(
    (id: string) => {
      setEditing(null);
      set({ s: id }, { replace: true });
    },
    [set],
  );
  const move = (to: number) => {
    const next = statements[Math.max(0, Math.min(statements.length - 1, to))];
    if (!next) return;
    choose(next.id);
    requestAnimationFrame(() => cardOf(body.current, next.id)?.focus({ preventScroll: true }));
  };
  const review = (id: string, verdict: Verdict, corrected?: Partial<Claim>) => {
    if (asOf) return notice('Reviews are recorded now: go back to now first.');
    const standing = statements.find((s) => s.id === id);
    if (verdict === 'undo' && standing?.review === 'unreviewed') return notice('There is nothing to undo here.');
    record({ statement_id: id, verdict, ...(corrected ? { corrected } : {}) });
    setEditing(null);
  };
  const latest = useRef(review);
  latest.current = review;
  const onReview = useCallback<typeof review>((...given) => latest.current(...given), []);
  const onFocused = (run: (id: string) => void) => () =>
    focus && at >= 0 ? run(focus) : notice('Choose a statement first: j');
  useKeys('Reader', [
    { key: 'j', does: 'next statement', run: () => move(at + 1) },
    { key: 'k', does: 'previous statement', run: () => move(at - 1) },
    {
      key: 'n',
      does: 'next that nobody reviewed',
      run: () => {
        const open = [...statements.keys()].filter((i) => statements[i]?.review === 'unreviewed');
        const next = open.find((i) => i > at) ?? open[0];
        if (next === undefined) notice('Every statement here is reviewed.');
        else move(next);
      },
    },
    { key: 'a', does: 'accept', run: onFocused((id) => review(id, 'accept')) },
    { key: 'x', does: 'reject', run: onFocused((id) => review(id, 'reject')) },
    { key: 'c', does: 'correct', run: onFocused(setEditing) },
    { key: 'u', does: 'undo the review', run: onFocused((id) => review(id, 'undo')) },
    { key: 'e', does: 'show the evidence', run: onFocused(evidence) },
  ]);

  useEffect(() => {
    if (!focus) return;
    const mark = body.current?.querySelector(`[data-first="${CSS.escape(focus)}"]`);
    if (mark && !isInView(mark)) mark.scrollIntoView({ block: 'center' });
  }, [focus]);

  return (
    <div className={styles.frame}>
      <div className={styles.body} ref={body}>
        <Article document={document} statements={statements} focus={focus} onChoose={choose} />
        <CardColumn
          statements={statements}
          focus={focus}
          editing={editing}
          asOf={asOf}
          onChoose={choose}
          onEdit={setEditing}
          onReview={onReview}
        />
        <EdgeStrip length={document.text.length} statements={statements} focus={focus} onChoose={choose} />
        <SideList document={document} />
        {statements.length === 0 && (
          <div className={styles.none}>
            <Empty title={document.read ? 'No statements were found' : 'Not read for statements'}>
              <p>{whyNone(document)}</p>
            </Empty>
          </div>
        )}
      </div>
    </div>
  );
}

function cardOf(root: HTMLElement | null, id: string): HTMLElement | null {
  return root?.querySelector<HTMLElement>(`[data-card="${CSS.escape(id)}"]`) ?? null;
}

function isInView(element: Element): boolean {
  const { top, bottom } = element.getBoundingClientRect();
  // The card beside it needs some room below.
  return top > 120 && bottom < window.innerHeight - 240;
}

function whyNone({ read, text, language }: DocumentView): string {
  if (text.trim() === '')
    return 'No text could be taken out of it; the reason is below. The original is kept as it came.';
  if (read) return 'The text is kept and searched. Indicators and techniques, where there are any, stand beside it.';
  return `The text is kept and searched, but only English is read for statements (this is: ${languageName(language)}).`;
}
