import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import type { CaseView, StatementView } from '../../../src/http/contract/index.ts';
import { ask } from '../../queries.ts';
import { Failure } from '../../ui/Failure.tsx';
import { Loading } from '../../ui/Loading.tsx';
import { CASE_FACTS_SHOWN, FACT_WORDS } from '../../words/cases.ts';
import { quantityWords } from '../../words/numbers.ts';
import styles from './Case.module.css';
import { useRecord } from './use-record.ts';

interface Props {
  readonly view: CaseView;
  readonly document: string;
}

/** Holds numbers of a report against figures of the logs: the statements with a number, each with the figures to choose from. */
export function TieFigures({ view, document }: Props) {
  const [open, setOpen] = useState(false);
  return (
    <>
      <button type="button" aria-expanded={open} onClick={() => setOpen(!open)} data-screen-only>
        Hold its numbers against the logs
      </button>
      {open && <Numbers view={view} document={document} />}
    </>
  );
}

/** Statements that are asked for. */
const MOST = 500;

function Numbers({ view, document }: Props) {
  const { data, error, refetch } = useQuery(ask('statements.search', { document, limit: MOST }));
  if (error) return <Failure error={error} what="The statements" retry={() => void refetch()} />;
  if (!data) return <Loading what="statements" />;
  const rows = data.rows.filter(({ quantities, review }) => quantities.length > 0 && review !== 'rejected');
  if (rows.length === 0) return <p>No statement of it has a number.</p>;
  return (
    <ul>
      {rows.map((statement) => (
        <NumberLine key={statement.id} view={view} statement={statement} />
      ))}
    </ul>
  );
}

function NumberLine({ view, statement }: { readonly view: CaseView; readonly statement: StatementView }) {
  const record = useRecord(view.name);
  const [fact, setFact] = useState<(typeof CASE_FACTS_SHOWN)[number]>('hosts-controlled');
  const tied = view.links.some((link) => link.statement.id === statement.id && link.fact === fact);
  return (
    <li>
      “{statement.quote}” <b>{quantityWords(statement.quantities[0]!)}</b>{' '}
      <select
        aria-label="Figure of the logs"
        value={fact}
        onChange={({ target }) => setFact(CASE_FACTS_SHOWN.find((one) => one === target.value) ?? fact)}
      >
        {CASE_FACTS_SHOWN.map((one) => (
          <option key={one} value={one}>
            {FACT_WORDS[one][1]}
          </option>
        ))}
      </select>{' '}
      <button
        type="button"
        className={styles.fact}
        disabled={tied}
        onClick={() => record([{ part: 'link', body: { statement: statement.id, fact } }])}
      >
        {tied ? 'held against it' : 'Hold against it'}
      </button>
    </li>
  );
}
