import { useEffect, useState } from 'react';
import { edgeDay } from '../query.ts';
import styles from './DayInput.module.css';

interface Props {
  readonly label: string;
  /** A day as YYYY-MM-DD, or nothing. */
  readonly value: string | undefined;
  /** Which day a bare year or month stands for. */
  readonly edge: 'first' | 'last';
  readonly onChange: (day: string | undefined) => void;
}

/** A day in ISO form, typed: the browser's own field shows days in the order of its country. A year or a month will do. */
export function DayInput({ label, value = '', edge, onChange }: Props) {
  const [text, setText] = useState(value);
  useEffect(() => setText(value), [value]);
  const day = text.trim() === '' ? undefined : edgeDay(text.trim(), edge);
  const wrong = text.trim() !== '' && day === undefined;
  const [left, setLeft] = useState(false);
  const commit = () => {
    setLeft(true);
    if (wrong || (day ?? '') === value) return;
    onChange(day);
  };
  return (
    <label className={styles.day}>
      {label}
      <input
        type="text"
        inputMode="numeric"
        size={10}
        placeholder="YYYY-MM-DD"
        value={text}
        aria-invalid={wrong}
        title={wrong ? 'Not a day: YYYY, YYYY-MM or YYYY-MM-DD' : undefined}
        onChange={(event) => {
          setText(event.target.value);
          setLeft(false);
        }}
        onBlur={commit}
        onKeyDown={(event) => event.key === 'Enter' && commit()}
      />
      {wrong && left && (
        <span role="alert" className={styles.wrong}>
          no such day
        </span>
      )}
    </label>
  );
}
