import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import type { WeighingView } from '../../../src/http/contract/index.ts';
import { ask } from '../../queries.ts';
import { nextId } from './draft.ts';
import { useRecord } from './use-record.ts';
import styles from './Weigh.module.css';

/** Changes the hypotheses: their words, roles, and one more. */
export function HypothesisForm({ view, onDone }: { view: WeighingView; onDone: () => void }) {
  const { data: tables } = useQuery(ask('weigh.tables', {}));
  const [rows, setRows] = useState(() => [
    ...view.hypotheses.map((one) => ({ ...one })),
    {
      id: nextId(
        'H',
        view.hypotheses.map(({ id }) => id),
      ),
      text: '',
      role: null,
      prior: null,
      false_flag: false,
    },
  ]);
  const record = useRecord(view.id);
  const set = (i: number, patch: object) => setRows(rows.map((row, n) => (n === i ? { ...row, ...patch } : row)));
  const entries = rows.flatMap(({ id: key, ...row }) => {
    const before = view.hypotheses.find((one) => one.id === key);
    const body = row.text.trim() ? { ...row, text: row.text.trim() } : null;
    if (before ? body && before.text === body.text && before.role === body.role : !body) return [];
    return [{ part: 'hypothesis' as const, key, body }];
  });
  return (
    <form
      className={styles.form}
      data-own-escape
      onKeyDown={(event) => event.key === 'Escape' && onDone()}
      onSubmit={(event) => {
        event.preventDefault();
        if (entries.length) record(entries, onDone);
        else onDone();
      }}
    >
      <h2>Hypotheses</h2>
      {rows.map((row, i) => (
        <p key={row.id} className={styles.hypothesis}>
          <span className={styles.id}>{row.id}</span>
          <input
            aria-label={`${row.id}, in words`}
            placeholder={i === rows.length - 1 ? 'one more' : 'empty takes it out'}
            value={row.text}
            onChange={(event) => set(i, { text: event.target.value })}
          />
          <select
            aria-label={`${row.id}, role`}
            value={row.role ?? ''}
            onChange={(event) =>
              set(i, { role: event.target.value || null, false_flag: event.target.value === 'false-flag' })
            }
          >
            <option value="">no role</option>
            {tables?.roles.map(({ id, words }) => (
              <option key={id} value={id}>
                {words}
              </option>
            ))}
          </select>
        </p>
      ))}
      <p className={styles.buttons}>
        <button type="submit" data-main>
          Record
        </button>
        <button type="button" onClick={onDone}>
          Cancel
        </button>
      </p>
    </form>
  );
}
