import { useNavigate } from '@tanstack/react-router';
import { type FormEvent, useState } from 'react';
import type { HuntView } from '../../../src/http/contract/index.ts';
import { hunt } from '../../api.ts';
import { refresh } from '../../queries.ts';
import { Failure } from '../../ui/Failure.tsx';
import styles from './Hunt.module.css';

/** From hits to a case: the same logs and rules, put together into intrusions. Lines that were opened have no logs to read again. */
export function MakeCase({ hunt: { opened, inputs, rules } }: { hunt: HuntView }) {
  const navigate = useNavigate();
  const [words, setWords] = useState<string | null>(null);
  const [error, setError] = useState<Error | null>(null);
  if (opened) return null;
  async function make(event: FormEvent<HTMLFormElement>) {
    event.preventDefault();
    const name = String(new FormData(event.currentTarget).get('name') ?? '').trim();
    setError(null);
    setWords('Reading the logs…');
    try {
      await hunt({ inputs: [...inputs], rules: [...rules], case: name }, ({ done, of }) =>
        setWords(`${of > 0 ? Math.floor((100 * done) / of) : 0} % of the logs read`),
      );
      refresh('cases.list', 'cases.get');
      await navigate({ to: '/cases/$name', params: { name } });
    } catch (failed) {
      setError(failed as Error);
    } finally {
      setWords(null);
    }
  }
  return (
    <form className={styles.case} onSubmit={(event) => void make(event)}>
      <label>
        Case <input name="name" required maxLength={200} placeholder="name" />
      </label>
      <button type="submit" disabled={words !== null}>
        Make a case of these logs
      </button>
      <output aria-live="polite">{words}</output>
      {error && <Failure error={error} what="The case" retry={() => setError(null)} />}
    </form>
  );
}
