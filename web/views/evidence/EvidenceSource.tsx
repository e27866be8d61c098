import { useQuery } from '@tanstack/react-query';
import { ask } from '../../queries.ts';
import { AliasWords } from '../../ui/AliasLine.tsx';
import { Failure } from '../../ui/Failure.tsx';
import { Loading } from '../../ui/Loading.tsx';
import styles from './Evidence.module.css';

/** What a list says: the alias statement with what is cited for it, and the whole entry. Addresses are words, not links: nothing leaves the machine. */
export function EvidenceSource({ id, asOf }: { id: string; asOf: string | undefined }) {
  const { data, error, refetch } = useQuery(ask('actors.source', { id, as_of: asOf }));
  if (error) return <Failure error={error} what="The source" retry={() => void refetch()} />;
  if (!data) return <Loading what="the source" />;
  const { alias, entry } = data;
  return (
    <article className={styles.item}>
      {alias && (
        <>
          <p>
            <AliasWords statement={alias} />
          </p>
          {alias.citation && (
            <div className={styles.source}>
              <p>
                <strong>{alias.citation.title}</strong>
              </p>
              {alias.citation.url && <p className={styles.url}>{alias.citation.url}</p>}
            </div>
          )}
        </>
      )}
      {entry && (
        <section className={styles.source}>
          <h3>
            {entry.speaker}’s entry “{entry.name}”
          </h3>
          <p className="muted">
            {entry.list} {entry.version}
            {entry.via && `, passed on by ${entry.via}`}, as of {entry.said}.
          </p>
          {entry.url && <p className={styles.url}>{entry.url}</p>}
          <p>
            {entry.names
              .map(({ name, coined, said }) =>
                [name, coined && ` (${coined})`, said && `, by ${said}`].filter(Boolean).join(''),
              )
              .join('; ')}
          </p>
          {entry.facts.length > 0 && <p>{entry.facts.map(({ field, value }) => `${field} ${value}`).join('; ')}</p>}
          {entry.references.length > 0 && (
            <details open={entry.references.length <= 8}>
              <summary>{entry.references.length} references</summary>
              <ul>
                {entry.references.map((it) => (
                  <li key={it} className={styles.url}>
                    {it}
                  </li>
                ))}
              </ul>
            </details>
          )}
        </section>
      )}
    </article>
  );
}
