import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useState } from 'react';
import type { WeighingView } from '../../../src/http/contract/index.ts';
import { ask } from '../../queries.ts';
import { type CaseEvidence, factsOfCase } from './case-facts.ts';
import { nextId } from './draft.ts';
import { useRecord } from './use-record.ts';
import styles from './Weigh.module.css';

const SHOWN = 10;

interface Props {
  readonly name: string;
  readonly view: WeighingView;
  readonly canEdit: boolean;
}

/** What the logs of the question's case show, to be added as evidence one by one. */
export function CaseFacts({ name, view, canEdit }: Props) {
  const { data } = useQuery(ask('cases.get', { name }));
  const [all, setAll] = useState(false);
  const record = useRecord(view.id);
  const facts = data ? factsOfCase(data) : [];
  const add = (body: CaseEvidence) =>
    record([
      {
        part: 'evidence',
        key: nextId(
          'E',
          view.evidence.map(({ id }) => id),
        ),
        body,
      },
    ]);
  return (
    <section className={styles.panel} aria-label="What the case shows">
      <h2>What the case shows</h2>
      {data && facts.length === 0 && <p className="muted">The case holds no intrusion from logs.</p>}
      <ul className={styles.list}>
        {facts.slice(0, all ? undefined : SHOWN).map((fact) => {
          const known = view.evidence.find(({ origin }) => origin === fact.origin);
          return (
            <li key={fact.origin}>
              {fact.text}{' '}
              {known ? (
                <span className="muted">is {known.id}</span>
              ) : (
                canEdit && (
                  <button type="button" aria-label={`Add as evidence: ${fact.text}`} onClick={() => add(fact)}>
                    Add
                  </button>
                )
              )}
            </li>
          );
        })}
      </ul>
      {facts.length > SHOWN && !all && (
        <button type="button" data-plain onClick={() => setAll(true)}>
          {facts.length - SHOWN} more
        </button>
      )}
      <p className="muted">
        Sentences of reports are added by “Weigh this” where they stand.{' '}
        <Link to="/rank" search={{ case: name }}>
          Which known groups it resembles
        </Link>
      </p>
    </section>
  );
}
