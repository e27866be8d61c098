import type { AttackFacts } from '../../../src/http/contract/index.ts';
import { count } from '../../words/numbers.ts';
import { TACTICS } from '../../words/tactics.ts';
import styles from './Actor.module.css';
import type { Pick } from './Actor.tsx';

type Technique = AttackFacts['techniques'][number];

/** A column a tactic, a cell a technique; a technique of several tactics stands in each. */
export function TechniqueMatrix({
  techniques,
  onPick,
}: {
  techniques: readonly Technique[];
  onPick: (pick: Pick) => void;
}) {
  const used = new Set(techniques.flatMap(({ tactics }) => tactics));
  const columns = [...TACTICS, ...[...used].filter((it) => !TACTICS.some((known) => known === it)).sort()];
  return (
    <div className={styles.matrix}>
      {columns
        .filter((tactic) => used.has(tactic))
        .map((tactic) => {
          const cells = techniques.filter(({ tactics }) => tactics.includes(tactic));
          return (
            <div key={tactic}>
              <h4>
                {tactic.replaceAll('-', ' ')} <span className="muted">{cells.length}</span>
              </h4>
              {cells.map(({ id, name, sources }) => (
                <button
                  key={id}
                  type="button"
                  data-plain
                  className={styles.technique}
                  title={`${id} ${name}: ${count(sources.length, 'report')}`}
                  onClick={() => onPick({ title: `${id} ${name}`, sources })}
                >
                  <span className={styles.id}>{id}</span> {name}
                </button>
              ))}
            </div>
          );
        })}
    </div>
  );
}
