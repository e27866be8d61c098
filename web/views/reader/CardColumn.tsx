import { useLayoutEffect, useRef } from 'react';
import type { Claim, StatementView, Verdict } from '../../../src/http/contract/index.ts';
import { Card } from './Card.tsx';
import { placeCards } from './place-cards.ts';
import styles from './Reader.module.css';

interface Props {
  readonly statements: readonly StatementView[];
  readonly focus: string | undefined;
  readonly editing: string | null;
  readonly asOf: string | undefined;
  readonly onChoose: (id: string) => void;
  readonly onEdit: (id: string | null) => void;
  readonly onReview: (id: string, verdict: Verdict, corrected?: Partial<Claim>) => void;
}

const GAP = 6;

/** The cards, each beside its sentence and none over another. */
export function CardColumn({ statements, focus, editing, ...rest }: Props) {
  const column = useRef<HTMLElement>(null);
  const inFocus = useRef(focus);
  useLayoutEffect(() => {
    inFocus.current = focus;
    if (column.current) align(column.current, statements, focus);
  }, [statements, focus]);
  // Watching is set up once for all cards of a document: hundreds of them are too many to do so for every step.
  useLayoutEffect(() => {
    const root = column.current;
    if (!root) return;
    const observer = new ResizeObserver(() => align(root, statements, inFocus.current));
    observer.observe(root.parentElement ?? root);
    for (const card of root.querySelectorAll('[data-card]')) observer.observe(card);
    return () => observer.disconnect();
  }, [statements]);
  const first = statements.findIndex((s) => s.id === focus);
  return (
    <section className={styles.cards} ref={column} aria-label="Statements">
      {statements.map((statement, i) => (
        <Card
          key={statement.id}
          statement={statement}
          focused={statement.id === focus}
          editing={statement.id === editing}
          stop={i === Math.max(0, first)}
          {...rest}
        />
      ))}
    </section>
  );
}

function align(column: HTMLElement, statements: readonly StatementView[], focus: string | undefined): void {
  const body = column.parentElement;
  if (!body) return;
  const top = column.getBoundingClientRect().top;
  const cards = [...column.querySelectorAll<HTMLElement>('[data-card]')];
  const marks = new Map([...body.querySelectorAll<HTMLElement>('[data-first]')].map((m) => [m.dataset.first, m]));
  let last = 0;
  const boxes = cards.map((card) => {
    const mark = marks.get(card.dataset.card);
    if (mark) last = (mark.getClientRects()[0]?.top ?? top) - top;
    return { wanted: last - 6, height: card.offsetHeight };
  });
  const tops = placeCards(
    boxes,
    statements.findIndex((s) => s.id === focus),
    GAP,
  );
  cards.forEach((card, i) => {
    card.style.top = `${tops[i]}px`;
  });
  column.style.minHeight = `${(tops.at(-1) ?? 0) + (boxes.at(-1)?.height ?? 0) + 40}px`;
}
