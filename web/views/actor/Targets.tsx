import type { ActorView } from '../../../src/http/contract/index.ts';
import { formatQuery } from '../../query.ts';
import { ENTRY_MARK, SEARCH_MARK, useEvidence } from '../../use-search.ts';
import { countryName, isCountry } from '../../words/names.ts';
import { number } from '../../words/numbers.ts';
import styles from './Actor.module.css';

/** Whom it is said to attack: in the ledger, with counts, and in the lists, each in the list's words. */
export function Targets({ actor }: { actor: ActorView }) {
  const evidence = useEvidence();
  const said = new Map<string, { readonly name: string; count: number }>();
  for (const { target, target_country: country, kind } of actor.statements) {
    if (kind === 'response' || (!target && !country)) continue;
    const name = target ?? countryName(country!);
    const known = said.get(name.toLowerCase()) ?? { name, count: 0 };
    known.count++;
    said.set(name.toLowerCase(), known);
  }
  const targets = [...said.values()].sort((a, b) => b.count - a.count || a.name.localeCompare(b.name));
  const listed = new Map<string, { speaker: string; field: string; entry: string; values: string[] }>();
  for (const { field, value, speaker, entry } of actor.facts) {
    if (field !== 'victim' && field !== 'sector') continue;
    const key = `${speaker} ${field}`;
    const row = listed.get(key) ?? { speaker, field, entry, values: [] };
    const word = isCountry(value) ? countryName(value) : value;
    if (!row.values.includes(word)) row.values.push(word);
    listed.set(key, row);
  }
  if (targets.length === 0 && listed.size === 0) return null;
  return (
    <section>
      <h2>Targets</h2>
      {targets.length > 0 && (
        <p className={styles.software}>
          {targets.map(({ name, count }) => (
            <button
              key={name}
              type="button"
              data-plain
              className={styles.program}
              title="Show the evidence"
              onClick={() => evidence(SEARCH_MARK + formatQuery({ actor: actor.name, target: name }))}
            >
              {name} <span className="muted">{number(count)}</span>
            </button>
          ))}
        </p>
      )}
      {[...listed.values()].map(({ speaker, field, entry, values }) => (
        <button
          key={speaker + field}
          type="button"
          data-plain
          className={styles.line}
          onClick={() => evidence(ENTRY_MARK + entry)}
        >
          <strong>{speaker}</strong> lists {field === 'victim' ? 'as victims' : 'as sectors'}: {values.join(', ')}
        </button>
      ))}
    </section>
  );
}
