import type { ReactNode } from 'react';
import styles from './ViewHead.module.css';

interface Props {
  readonly title: string;
  /** `p` where the page has its heading elsewhere. */
  readonly level?: 'h1' | 'p';
  /** Figures of the view in one line. */
  readonly figures?: ReactNode;
  readonly tools?: ReactNode;
  readonly children?: ReactNode;
}

/** Title, figures and tools of a view; filters stand under them. */
export function ViewHead({ title, level: Title = 'h1', figures, tools, children }: Props) {
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
