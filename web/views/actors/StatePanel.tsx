import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import type { StateRow } from '../../../src/http/contract/index.ts';
import { askSteady } from '../../queries.ts';
import { Failure } from '../../ui/Failure.tsx';
import { useEvidence } from '../../use-search.ts';
import { countryName } from '../../words/names.ts';
import { count } from '../../words/numbers.ts';
import styles from './Actors.module.css';

const FEW = 6;

/** A country among accusers and accused, by the same rules for every country. */
export function StatePanel({ country, asOf }: { country: string; asOf: string | undefined }) {
  const { data, error, refetch } = useQuery(askSteady('states.get', { country, as_of: asOf }));
  if (error) return <Failure error={error} what="The accusations" retry={() => void refetch()} />;
  if (!data) return null;
  const name = countryName(country);
  return (
    <section className={styles.state} aria-label={`Accusations and ${name}`}>
      <Side title={`Who accuses ${name}`} rows={data.accused_by} empty="Nobody on record." />
      <Side title={`Whom parties of ${name} accuse`} rows={data.accuses} empty="Nobody on record." />
      <Side title={`What ${name} answers`} rows={data.answers} empty="No answer on record." />
    </section>
  );
}

/** Parties with their statements; one opens its statements one after the other. */
function Side({ title, rows, empty }: { title: string; rows: readonly StateRow[]; empty: string }) {
  const evidence = useEvidence();
  const [all, setAll] = useState(false);
  const [next, setNext] = useState<Readonly<Record<string, number>>>({});
  const open = (key: string, { statements }: StateRow) => {
    const at = (next[key] ?? 0) % statements.length;
    setNext({ ...next, [key]: at + 1 });
    evidence(statements[at]);
  };
  return (
    <div>
      <h2>{title}</h2>
      {rows.length === 0 && <p className="muted">{empty}</p>}
      <ul>
        {(all ? rows : rows.slice(0, FEW)).map((row) => {
          const key = `${row.name} ${row.country}`;
          return (
            <li key={key}>
              <button type="button" data-plain className={styles.figure} onClick={() => open(key, row)}>
                {row.name}
                {row.country && row.country !== row.name && ` (${countryName(row.country)})`}
              </button>{' '}
              <span className="muted">
                {count(row.statements.length, 'statement')}, {count(row.origins, 'origin')}
              </span>
            </li>
          );
        })}
      </ul>
      {rows.length > FEW && (
        <button type="button" onClick={() => setAll(!all)}>
          {all ? 'Show fewer' : `Show all ${rows.length}`}
        </button>
      )}
    </div>
  );
}
