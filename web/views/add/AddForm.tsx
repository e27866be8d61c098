import { useNavigate } from '@tanstack/react-router';
import { type FormEvent, useRef, useState } from 'react';
import styles from './Add.module.css';
import { addFiles, addFrom } from './queue.ts';

const ADDRESS = /^https?:\/\/\S+$/i;

/** Paste an address or a text, or choose files. A single document that comes of it opens in the reader. */
export function AddForm({ onDone }: { onDone?: () => void }) {
  const [text, setText] = useState('');
  const files = useRef<HTMLInputElement>(null);
  const navigate = useNavigate();
  const isAddress = ADDRESS.test(text.trim());

  const submit = async (event: FormEvent) => {
    event.preventDefault();
    if (!text.trim()) return;
    onDone?.();
    const result = await addFrom(isAddress ? { url: text.trim() } : { text, name: 'pasted text' });
    setText('');
    const [first, ...others] = result?.documents ?? [];
    if (first && others.length === 0) void navigate({ to: '/documents/$id', params: { id: first.document.id } });
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
      <div className={styles.buttons}>
        <button type="submit" data-main disabled={!text.trim()}>
          {isAddress ? 'Fetch and read' : 'Read text'}
        </button>
        <button type="button" onClick={() => files.current?.click()}>
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
          addFiles([...(event.target.files ?? [])]);
          event.target.value = '';
          onDone?.();
        }}
      />
    </form>
  );
}
