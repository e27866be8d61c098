import type { Problem } from '../../src/http/contract/index.ts';
import { placeWords, problemWords, whatIsLeft } from '../words/problems.ts';
import styles from './ProblemList.module.css';

/** Problems with their place and what still works. */
export function ProblemList({ problems }: { problems: readonly Problem[] }) {
  if (problems.length === 0) return null;
  return (
    <ul className={styles.list}>
      {problems.map((problem) => (
        <li
          key={`${problem.code} ${JSON.stringify(problem.place)} ${JSON.stringify(problem.details)}`}
          data-severity={problem.severity}
        >
          <strong>{problem.severity}</strong> {problemWords(problem)}{' '}
          <span className="muted">
            {placeWords(problem.place)}
            {'message' in problem ? '' : `${placeWords(problem.place) && '. '}${whatIsLeft(problem)}`}
          </span>
        </li>
      ))}
    </ul>
  );
}
