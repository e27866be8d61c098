import type { ActorAttribution, ActorFact, StatementView } from '../../../src/http/contract/index.ts';
import { StatementLine } from '../../ui/StatementLine.tsx';
import { ENTRY_MARK, useEvidence } from '../../use-search.ts';
import { countryName } from '../../words/names.ts';
import { count } from '../../words/numbers.ts';
import styles from './Actor.module.css';

const SIDE = 12;

/** Who is said to be behind it: each claim with what speaks for it and, beside it, denials, refusals and doubts. */
export function Attributions({ attributions }: { attributions: readonly ActorAttribution[] }) {
  return (
    <section>
      <h2>Who is said to be behind it</h2>
      {attributions.length === 0 && <p className="muted">No list and no statement says who is behind it.</p>}
      {attributions.map(({ to, country, listed, asserts, context, against, general }) => (
        <article key={to} className={styles.claim}>
          <h3>
            {country ? countryName(country) : to}
            <span className="muted">
              {' '}
              {origins(asserts) > 0 &&
                `${count(asserts.length, 'statement')} of ${count(origins(asserts), 'origin')} for, `}
              {listed.length > 0 && `${count(new Set(listed.map((it) => it.speaker)).size, 'list')} for, `}
              {against.length > 0 ? `${count(withoutEchoes(against).length, 'answer')} against` : 'nothing against'}
            </span>
          </h3>
          <div className={styles.sides}>
            <div>
              <h4>For</h4>
              {grouped(listed).map(({ fact, words }) => (
                <Listed key={fact.entry + fact.field} fact={fact} words={words} />
              ))}
              <Side
                statements={asserts}
                context={context}
                general={[]}
                empty={listed.length === 0 ? 'Nobody says so.' : null}
              />
            </div>
            <div>
              <h4>Against, denied, not answered</h4>
              <Side
                statements={against}
                context={context}
                general={general}
                empty="No denial and no doubt is on record."
              />
            </div>
          </div>
        </article>
      ))}
    </section>
  );
}

function Listed({ fact, words }: { fact: ActorFact; words: string }) {
  const evidence = useEvidence();
  return (
    <button type="button" data-plain className={styles.line} onClick={() => evidence(ENTRY_MARK + fact.entry)}>
      <strong>{fact.speaker}</strong>
      {fact.via && <span className="muted"> via {fact.via}</span>} · lists {words}
    </button>
  );
}

/** One line an entry: "home China, sponsor China". */
function grouped(facts: readonly ActorFact[]): { fact: ActorFact; words: string }[] {
  const byEntry = new Map<string, ActorFact[]>();
  for (const fact of facts) byEntry.set(fact.entry, [...(byEntry.get(fact.entry) ?? []), fact]);
  return [...byEntry.values()].map((all) => ({
    fact: all[0]!,
    words: all
      .map(({ field, value }) => (field === 'country' ? `the home ${countryName(value)}` : `the ${field} ${value}`))
      .join(', '),
  }));
}

interface SideProps {
  readonly statements: readonly StatementView[];
  readonly context: readonly string[];
  readonly general: readonly string[];
  readonly empty: string | null;
}

function Side({ statements, context, general, empty }: SideProps) {
  const evidence = useEvidence();
  const once = withoutEchoes(statements);
  if (statements.length === 0) return empty ? <p className="muted">{empty}</p> : null;
  return (
    <>
      {once.slice(0, SIDE).map((it) => (
        <button key={it.id} type="button" data-plain className={styles.line} onClick={() => evidence(it.id)}>
          <StatementLine statement={it} short />
          <q className={styles.quote}>{it.quote}</q>
          {context.includes(it.id) && (
            <span className="muted"> It names the group only in context: the document speaks of no other.</span>
          )}
          {general.includes(it.id) && (
            <span className="muted"> It answers accusations of attacks; it does not name the group.</span>
          )}
        </button>
      ))}
      {once.length > SIDE && <p className="muted">and {once.length - SIDE} more</p>}
    </>
  );
}

/** The same words of the same speaker in several documents of one origin are one card; the mark on it counts them. */
function withoutEchoes(statements: readonly StatementView[]): readonly StatementView[] {
  return [...new Map(statements.map((it) => [`${it.origin} ${it.speaker} ${it.stance} ${it.quote}`, it])).values()];
}

function origins(statements: readonly StatementView[]): number {
  return new Set(statements.map((it) => it.origin)).size;
}
