import { useNavigate } from '@tanstack/react-router';
import { type FormEvent, useRef, useState } from 'react';
import styles from './Add.module.css';
import { type FactsDraft, NO_FACTS, readFacts, sourceOf } from './facts.ts';
import { addFiles, addFrom, clearDone } from './queue.ts';

const FACTS: readonly (readonly [keyof FactsDraft, string, string])[] = [
  ['title', 'Title', ''],
  ['publisher', 'Publisher', ''],
  ['published', 'Published', 'YYYY-MM-DD'],
];

/** Paste an address or a text, or choose files. A single document that comes of it opens in the reader. */
export function AddForm({ onDone }: { onDone?: () => void }) {
  const [text, setText] = useState('');
  const files = useRef<HTMLInputElement>(null);
  const navigate = useNavigate();
  const [facts, setFacts] = useState(NO_FACTS);
  const { given, badDate } = readFacts(facts);
  const source = sourceOf(text);

  const submit = async (event: FormEvent) => {
    event.preventDefault();
    if (!text.trim() || badDate) return;
    onDone?.();
    const result = await addFrom(source, given);
    setText('');
    setFacts(NO_FACTS);
    const [first, ...others] = result?.documents ?? [];
    if (!first || others.length > 0) return;
    // What went well is in front of one's eyes; the list would only cover it.
    if (result?.problems.length === 0) clearDone();
    void navigate({ to: '/documents/$id', params: { id: first.document.id } });
  };
  return (
    <form className={styles.form} onSubmit={(event) => void submit(event)}>
      <label htmlFor="add-text">Paste the address or the text of a report</label>
      <textarea
        id="add-text"
        rows={5}
        value={text}
        onChange={(event) => setText(event.target.value)}
        placeholder="https://…   or the text itself"
      />
      <fieldset className={styles.facts}>
        <legend>
          What you know of it, where it does not say so itself. Words such as “last month” are reckoned from its day.
        </legend>
        {FACTS.map(([field, label, placeholder]) => (
          <label key={field}>
            {label}
            <input
              value={facts[field]}
              placeholder={placeholder}
              aria-invalid={(field === 'published' && badDate) || undefined}
              onChange={(event) => setFacts({ ...facts, [field]: event.target.value })}
            />
          </label>
        ))}
        {badDate && <p role="alert">Published: a day that exists, as YYYY-MM-DD, YYYY-MM or YYYY</p>}
      </fieldset>
      <div className={styles.buttons}>
        <button type="submit" data-main disabled={!text.trim() || badDate}>
          {'url' in source ? 'Fetch and read' : 'Read text'}
        </button>
        <button type="button" disabled={badDate} onClick={() => files.current?.click()}>
          Choose files
        </button>
        <span className="muted">or drop files anywhere on the page</span>
      </div>
      <input
        ref={files}
        type="file"
        multiple
        hidden
        aria-label="Files to read"
        onChange={(event) => {
          addFiles([...(event.target.files ?? [])], given);
          setFacts(NO_FACTS);
          event.target.value = '';
          onDone?.();
        }}
      />
    </form>
  );
}
