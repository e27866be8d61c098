import { useMutation, useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useState } from 'react';
import { call } from '../../api.ts';
import { notice } from '../../notices.ts';
import { ask, refresh } from '../../queries.ts';
import styles from './Weigh.module.css';

/** Makes a statement evidence of a question. */
export function WeighThis({ statement }: { statement: string }) {
  const [open, setOpen] = useState(false);
  const { data } = useQuery({ ...ask('weigh.list', {}), enabled: open });
  const { mutate, data: done } = useMutation({
    mutationFn: (id: string) => call('weigh.cite', { id, statement_id: statement }),
    onError: (error) => notice(`Not recorded: ${error.message}`),
    onSuccess: () => {
      refresh('weigh.get', 'weigh.list', 'journal.list');
      setOpen(false);
    },
  });
  return (
    <div className={styles.weighThis} data-screen-only>
      {!open && (
        <button type="button" onClick={() => setOpen(true)}>
          Weigh this
        </button>
      )}
      {open && data && data.rows.length > 0 && (
        <label>
          As evidence for{' '}
          <select value="" onChange={(event) => mutate(event.target.value)}>
            <option value="">choose a question</option>
            {data.rows.map(({ id, question }) => (
              <option key={id} value={id}>
                {question}
              </option>
            ))}
          </select>
        </label>
      )}
      {open && data?.rows.length === 0 && (
        <p>
          No question is weighed yet. <Link to="/weigh">Ask one</Link>
        </p>
      )}
      {done && (
        <p role="status">
          {done.joined
            ? `The same words were evidence already: it stands with ${done.cited}. `
            : `Added as ${done.cited}. `}
          <Link to="/weigh/$id" params={{ id: done.id }}>
            Rate it
          </Link>
        </p>
      )}
    </div>
  );
}
