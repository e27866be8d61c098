import { useNavigate } from '@tanstack/react-router';
import { type FormEvent, useEffect, useRef, useState } from 'react';
import { hunt } from '../../api.ts';
import { refresh } from '../../queries.ts';
import { Failure } from '../../ui/Failure.tsx';
import { count } from '../../words/numbers.ts';
import styles from './Hunt.module.css';

const LEVELS = ['informational', 'low', 'medium', 'high', 'critical'] as const;

/** What to hunt for, where: whole paths of this machine. Leaving the page, or Stop, stops the hunt. */
export function StartForm() {
  const navigate = useNavigate();
  const [progress, setProgress] = useState<string | null>(null);
  const [error, setError] = useState<Error | null>(null);
  const running = useRef<AbortController | null>(null);
  useEffect(() => () => running.current?.abort(), []);

  async function start(event: FormEvent<HTMLFormElement>) {
    event.preventDefault();
    const form = new FormData(event.currentTarget);
    const level = String(form.get('level') ?? '');
    const stop = new AbortController();
    running.current = stop;
    setError(null);
    setProgress('Reading rules…');
    try {
      const outcome = await hunt(
        {
          inputs: lines(form.get('logs')),
          rules: lines(form.get('rules')),
          own_rules: form.get('own') === 'on',
          ...(level ? { min_level: level as (typeof LEVELS)[number] } : {}),
        },
        ({ done, of, hits }) =>
          setProgress(`${of > 0 ? `${Math.floor((100 * done) / of)} % of the logs read, ` : ''}${count(hits, 'hit')}`),
        stop.signal,
      );
      refresh('hunts.list');
      if ('hunt' in outcome) await navigate({ to: '/hunt', search: { id: outcome.hunt } });
    } catch (failed) {
      if (!stop.signal.aborted) setError(failed as Error);
      // What was found until then is kept a moment later.
      else setTimeout(() => refresh('hunts.list'), 1000);
    } finally {
      running.current = null;
      setProgress(null);
    }
  }

  return (
    <form className={styles.form} onSubmit={(event) => void start(event)}>
      <h2>Hunt in logs of this machine</h2>
      <label>
        Log files and folders, one whole path a line
        <textarea name="logs" rows={3} required placeholder="/cases/2024-05/logs" spellCheck={false} />
      </label>
      <label>
        Folders of Sigma rules, one whole path a line
        <textarea name="rules" rows={2} placeholder="/rules/sigma" spellCheck={false} />
      </label>
      <div className={styles.row}>
        <label className={styles.check}>
          <input type="checkbox" name="own" defaultChecked /> the rules that come with Longwatch
        </label>
        <label className={styles.check}>
          Lowest level
          <select name="level" defaultValue="">
            <option value="">any</option>
            {LEVELS.map((level) => (
              <option key={level}>{level}</option>
            ))}
          </select>
        </label>
        <button type="submit" disabled={progress !== null}>
          Hunt
        </button>
        {progress !== null && (
          <button type="button" onClick={() => running.current?.abort()}>
            Stop
          </button>
        )}
        <output aria-live="polite">{progress}</output>
      </div>
      {error && <Failure error={error} what="The hunt" retry={() => setError(null)} />}
    </form>
  );
}

const lines = (value: FormDataEntryValue | null): string[] =>
  String(value ?? '')
    .split('\n')
    .map((line) => line.trim())
    .filter(Boolean);
