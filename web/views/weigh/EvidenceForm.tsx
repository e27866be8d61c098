import { useQuery } from '@tanstack/react-query';
import { type FormEvent, useEffect, useId, useRef, useState } from 'react';
import type { Evidence, WeighingView } from '../../../src/http/contract/index.ts';
import { ask } from '../../queries.ts';
import { CREDIBILITY_WORDS, RELIABILITY_WORDS } from '../../words/weigh.ts';
import { blank, type Draft, draftOf, nextId, readDraft } from './draft.ts';
import { useRecord } from './use-record.ts';
import styles from './Weigh.module.css';

interface Props {
  readonly view: WeighingView;
  /** The item to change; a new one when absent. */
  readonly item?: Evidence;
  readonly onDone: () => void;
}

/** Adds a piece of evidence, or changes one. What it was before stays in the history. */
export function EvidenceForm({ view, item, onDone }: Props) {
  const [draft, setDraft] = useState<Draft>(() => (item ? draftOf(item) : blank));
  const { data: tables } = useQuery(ask('weigh.tables', {}));
  const record = useRecord(view.id);
  const form = useRef<HTMLFormElement>(null);
  const id = useId();
  useEffect(() => form.current?.querySelector<HTMLElement>('textarea')?.focus(), []);
  const set = (patch: Partial<Draft>) => setDraft({ ...draft, ...patch });
  const key =
    item?.id ??
    nextId(
      'E',
      view.evidence.map((one) => one.id),
    );
  const submit = (event: FormEvent) => {
    event.preventDefault();
    record([{ part: 'evidence', key, body: readDraft(draft, item) }], onDone);
  };
  return (
    <form
      ref={form}
      className={styles.form}
      onSubmit={submit}
      data-own-escape
      onKeyDown={(event) => event.key === 'Escape' && onDone()}
    >
      <h2>{item ? `Change ${item.id}` : `New evidence: ${key}`}</h2>
      <label className={styles.wide}>
        What was observed
        <textarea rows={2} value={draft.text} required onChange={(event) => set({ text: event.target.value })} />
      </label>
      <label>
        Source
        <input value={draft.source} onChange={(event) => set({ source: event.target.value })} />
      </label>
      <label>
        through (commas between)
        <input value={draft.via} onChange={(event) => set({ via: event.target.value })} />
      </label>
      <label>
        Reliability of the source
        <select value={draft.reliability} onChange={(event) => set({ reliability: event.target.value })}>
          <option value="">not graded</option>
          {Object.entries(RELIABILITY_WORDS).map(([letter, words]) => (
            <option key={letter} value={letter}>
              {letter} {words}
            </option>
          ))}
        </select>
      </label>
      <label>
        Credibility of what it says
        <select value={draft.credibility} onChange={(event) => set({ credibility: event.target.value })}>
          <option value="">not graded</option>
          {Object.entries(CREDIBILITY_WORDS).map(([digit, words]) => (
            <option key={digit} value={digit}>
              {digit} {words}
            </option>
          ))}
        </select>
      </label>
      <label>
        Kind of trace
        <select value={draft.type} onChange={(event) => set({ type: event.target.value })}>
          <option value="">not said</option>
          {tables?.kinds.map((kind) => (
            <option key={kind.id} value={kind.id}>
              {kind.words} ({kind.forgeability})
            </option>
          ))}
        </select>
      </label>
      <label>
        Origin (copies of one count once)
        <input value={draft.origin} placeholder="its own" onChange={(event) => set({ origin: event.target.value })} />
      </label>
      <label className={styles.check} htmlFor={`${id}absence`}>
        <input
          id={`${id}absence`}
          type="checkbox"
          checked={draft.absence}
          onChange={(event) => set({ absence: event.target.checked })}
        />{' '}
        It is something that was not seen
      </label>
      {draft.absence && (
        <label>
          Who looked, and where
          <input value={draft.looked} onChange={(event) => set({ looked: event.target.value })} />
        </label>
      )}
      <p className={styles.buttons}>
        <button type="submit" data-main disabled={!draft.text.trim()}>
          Record
        </button>
        <button type="button" onClick={onDone}>
          Cancel
        </button>
        {item && (
          <button type="button" onClick={() => record([{ part: 'evidence', key, body: null }], onDone)}>
            Take it out for good
          </button>
        )}
      </p>
    </form>
  );
}
