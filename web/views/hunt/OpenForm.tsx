import { useNavigate } from '@tanstack/react-router';
import { type FormEvent, useState } from 'react';
import { call } from '../../api.ts';
import { refresh } from '../../queries.ts';
import { Failure } from '../../ui/Failure.tsx';
import styles from './Hunt.module.css';

/** Opens what `longwatch hunt --jsonl` wrote. */
export function OpenForm() {
  const navigate = useNavigate();
  const [error, setError] = useState<Error | null>(null);
  async function open(event: FormEvent<HTMLFormElement>) {
    event.preventDefault();
    setError(null);
    try {
      const { id } = await call('hunts.open', { path: String(new FormData(event.currentTarget).get('path') ?? '') });
      refresh('hunts.list');
      await navigate({ to: '/hunt', search: { id } });
    } catch (failed) {
      setError(failed as Error);
    }
  }
  return (
    <form className={styles.form} onSubmit={(event) => void open(event)}>
      <label>
        Lines of an earlier hunt (JSON lines), whole path
        <span className={styles.row}>
          <input name="path" required placeholder="/cases/2024-05/hits.jsonl" spellCheck={false} />
          <button type="submit">Open</button>
        </span>
      </label>
      {error && <Failure error={error} what="The file" retry={() => setError(null)} />}
    </form>
  );
}
