import type { StatementView } from '../../../src/http/contract/index.ts';
import { StatementLine } from '../../ui/StatementLine.tsx';
import { saidWords } from '../../words/said.ts';
import styles from './Timeline.module.css';

export interface Tipped {
  readonly statement: StatementView;
  readonly x: number;
  readonly y: number;
}

/** The statement under the pointer or the focus. */
export function Tip({ statement, x, y }: Tipped) {
  return (
    <div className={styles.tip} role="tooltip" style={{ left: `min(${Math.round(x)}px, 100% - 380px)`, top: y }}>
      <StatementLine statement={statement} />
      <p>{statement.quote}</p>
      <p className="muted">
        {statement.publisher ?? 'Unknown publisher'}, {saidWords(statement)}
      </p>
    </div>
  );
}
