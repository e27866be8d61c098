import { Link } from '@tanstack/react-router';
import { useState } from 'react';
import type { ActorApart } from '../../../src/http/contract/index.ts';
import { AliasLine } from '../../ui/AliasLine.tsx';
import { count } from '../../words/numbers.ts';
import styles from './Actor.module.css';

const FEW = 8;

/** What somebody's word brings close and the policy leaves outside, with the statements that would join or part. */
export function Apart({ apart }: { apart: readonly ActorApart[] }) {
  const [all, setAll] = useState(false);
  if (apart.length === 0) return null;
  return (
    <>
      <h3>Kept apart</h3>
      <ul className={styles.apart}>
        {(all ? apart : apart.slice(0, FEW)).map(({ id, name, names, statements }) => (
          <li key={id}>
            <Link to="/actors/$name" params={{ name: id }}>
              {name}
            </Link>
            {names > 1 && <span className="muted"> ({count(names, 'name')})</span>}
            {statements.map((it) => (
              <AliasLine key={it.id} statement={it} />
            ))}
          </li>
        ))}
      </ul>
      {apart.length > FEW && (
        <button type="button" onClick={() => setAll(!all)}>
          {all ? 'Show fewer' : `Show all ${apart.length}`}
        </button>
      )}
    </>
  );
}
