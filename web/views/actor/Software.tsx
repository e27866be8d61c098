import type { AttackFacts } from '../../../src/http/contract/index.ts';
import styles from './Actor.module.css';
import type { Pick } from './Actor.tsx';

/** Programs, its own malware before tools that anybody can get. */
export function Software({ software, onPick }: { software: AttackFacts['software']; onPick: (pick: Pick) => void }) {
  if (software.length === 0) return null;
  const sorted = [...software].sort((a, b) =>
    a.kind === b.kind ? a.name.localeCompare(b.name) : a.kind === 'malware' ? -1 : 1,
  );
  return (
    <p className={styles.software}>
      {sorted.map(({ id, name, kind, sources }) => (
        <button
          key={id}
          type="button"
          data-plain
          className={styles.program}
          title={kind === 'tool' ? `${id}: a tool that anybody can get` : id}
          onClick={() => onPick({ title: `${id} ${name}`, sources })}
        >
          {name}
          {kind === 'tool' && <span className="muted"> (public)</span>}
        </button>
      ))}
    </p>
  );
}
