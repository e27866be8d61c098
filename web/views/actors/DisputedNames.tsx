import { Link } from '@tanstack/react-router';
import type { DisputedName } from '../../../src/http/contract/index.ts';
import { ENTRY_MARK, useEvidence } from '../../use-search.ts';
import { count } from '../../words/numbers.ts';
import styles from './Actors.module.css';

/** Names that one list gives to several of its actors: each with the entries that carry it. */
export function DisputedNames({ names }: { names: readonly DisputedName[] }) {
  const evidence = useEvidence();
  if (names.length === 0) return null;
  return (
    <details className={styles.names} open>
      <summary>{count(names.length, 'name')} that one list gives to several of its actors</summary>
      <table className={styles.table}>
        <tbody>
          {names.map(({ name, spellings, carriers }) => (
            <tr key={name}>
              <th scope="row">
                {name}
                {spellings.length > 0 && <span className="muted"> spelled {spellings.join(', ')}</span>}
              </th>
              <td>
                {carriers.map(({ speaker, entry, key, actor }, i) => (
                  <span key={key}>
                    {i > 0 && ' · '}
                    <button
                      type="button"
                      data-plain
                      className={styles.figure}
                      onClick={() => evidence(ENTRY_MARK + key)}
                    >
                      {speaker}: {entry}
                    </button>
                    {actor && (
                      <>
                        {' → '}
                        <Link to="/actors/$name" params={{ name: actor.id }}>
                          {actor.name}
                        </Link>
                      </>
                    )}
                  </span>
                ))}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </details>
  );
}
