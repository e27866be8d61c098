import { useMutation, useQuery } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { useEffect, useRef, useState } from 'react';
import { call } from '../../api.ts';
import { notice } from '../../notices.ts';
import { ask, refresh } from '../../queries.ts';
import styles from './Weigh.module.css';

/** Asks a question: one of the usual ones with its hypotheses, in the asker's own words. */
export function NewQuestion({ ofCase, onCancel }: { ofCase: string | null; onCancel: () => void }) {
  const { data: tables } = useQuery(ask('weigh.tables', {}));
  const [template, setTemplate] = useState('who');
  const [words, setWords] = useState('');
  const navigate = useNavigate();
  const input = useRef<HTMLInputElement>(null);
  useEffect(() => input.current?.focus(), []);
  const chosen = tables?.templates.find(({ id }) => id === template);
  const { mutate, isPending } = useMutation({
    mutationFn: () =>
      call('weigh.record', {
        entries: [{ part: 'question', key: '', body: { question: words.trim(), template, case: ofCase, note: null } }],
      }),
    onError: (error) => notice(`Not recorded: ${error.message}`),
    onSuccess: ({ id }) => {
      refresh('weigh.list', 'journal.list');
      void navigate({ to: '/weigh/$id', params: { id } });
    },
  });
  return (
    <form
      className={styles.form}
      data-own-escape
      onKeyDown={(event) => event.key === 'Escape' && onCancel()}
      onSubmit={(event) => {
        event.preventDefault();
        mutate();
      }}
    >
      <h2>New question{ofCase && ` about the case ${ofCase}`}</h2>
      <label className={styles.wide}>
        Question
        <input
          ref={input}
          value={words}
          required
          placeholder={chosen?.question ?? 'Who is behind it?'}
          onChange={(event) => setWords(event.target.value)}
        />
      </label>
      <label>
        Start from
        <select value={template} onChange={(event) => setTemplate(event.target.value)}>
          {tables?.templates.map(({ id, title }) => (
            <option key={id} value={id}>
              {title}
            </option>
          ))}
        </select>
      </label>
      {chosen && (
        <p className={styles.wide}>
          {chosen.hypotheses.map(({ id, text }) => `${id} ${text}`).join(' · ')}.{' '}
          <span className="muted">{chosen.help}</span>
        </p>
      )}
      <p className={styles.buttons}>
        <button type="submit" data-main disabled={!words.trim() || isPending}>
          Ask
        </button>
        <button type="button" onClick={onCancel}>
          Cancel
        </button>
      </p>
    </form>
  );
}
