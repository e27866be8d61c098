import type { ReactNode } from 'react';
import type { CaseSubject } from '../../../src/http/contract/index.ts';
import styles from './Case.module.css';
import { useFact } from './facts.ts';

interface Props {
  readonly subject: CaseSubject | 'group';
  readonly of: string;
  readonly children: ReactNode;
  readonly title?: string;
}

/** A figure or a name that opens its records: by click, by Enter, by `e`. */
export function Fact({ subject, of, children, title }: Props) {
  const open = useFact();
  return (
    <button
      type="button"
      data-plain
      data-fact
      className={styles.fact}
      title={title ?? 'Show the records'}
      onClick={() => open(subject, of)}
    >
      {children}
    </button>
  );
}

/** The same for a mark of a figure: attributes of its group. `n` is its place among the marks; the first can be reached by Tab. */
export function factMark(open: () => void, label: string, first: boolean) {
  return {
    role: 'button',
    'aria-label': label,
    'data-fact': true,
    tabIndex: first ? 0 : -1,
    onClick: open,
    onKeyDown: (event: { readonly key: string; preventDefault(): void }) => {
      if (event.key !== 'Enter' && event.key !== ' ') return;
      event.preventDefault();
      open();
    },
  } as const;
}
