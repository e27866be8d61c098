import type { ReactNode } from 'react';
import { useTitle } from './use-title.ts';
import styles from './ViewHead.module.css';

interface Props {
  readonly title: string;
  /** What the window is called where that is not the title. */
  readonly page?: string;
  /** `p` where the page has its heading elsewhere. */
  readonly level?: 'h1' | 'p';
  /** Figures of the view in one line. */
  readonly figures?: ReactNode;
  readonly tools?: ReactNode;
  readonly children?: ReactNode;
}

/** Title, figures and tools of a view; filters stand under them. */
export function ViewHead({ title, page = title, level: Title = 'h1', figures, tools, children }: Props) {
  useTitle(page);
  return (
    <header className={styles.head}>
      <div className={styles.row}>
        <Title className={styles.title}>{title}</Title>
        {figures && <p className={styles.figures}>{figures}</p>}
        {tools && (
          <div className={styles.tools} data-screen-only>
            {tools}
          </div>
        )}
      </div>
      {children && <div className={styles.filters}>{children}</div>}
    </header>
  );
}
