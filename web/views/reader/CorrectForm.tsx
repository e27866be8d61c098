import { type FormEvent, type KeyboardEvent, useEffect, useId, useRef, useState } from 'react';
import type { Claim, StatementView } from '../../../src/http/contract/index.ts';
import { CERTAINTIES } from '../../words/certainties.ts';
import { KINDS } from '../../words/kinds.ts';
import { STANCES } from '../../words/stances.ts';
import { type Draft, draftOf, readDraft } from './correction.ts';
import styles from './Reader.module.css';

interface Props {
  readonly statement: StatementView;
  readonly onSave: (corrected: Partial<Claim>) => void;
  readonly onCancel: () => void;
}

const LABELS: Readonly<Record<keyof Claim, string>> = {
  speaker: 'Speaker',
  speaker_org: 'of organisation',
  via: 'via',
  stance: 'Stance',
  actor: 'Actor',
  actor_country: 'of country',
  target: 'Target',
  target_country: 'of country',
  kind: 'Kind',
  object: 'Object',
  quantities: 'Quantities',
  time: 'Time',
  certainty: 'Certainty',
};
const CHOICES: Partial<Record<keyof Claim, readonly string[]>> = {
  stance: STANCES,
  kind: KINDS,
  certainty: CERTAINTIES,
};

/** The fields as inputs, in the order of the sentence. Escape leaves everything as it was. */
export function CorrectForm({ statement, onSave, onCancel }: Props) {
  const [draft, setDraft] = useState<Draft>(() => draftOf(statement));
  const { corrected, errors } = readDraft(draft, statement);
  const form = useRef<HTMLFormElement>(null);
  const id = useId();
  useEffect(() => form.current?.querySelector<HTMLElement>('input, select')?.focus(), []);
  const changed = Object.keys(corrected).length > 0;
  const wrong = Object.keys(errors).length > 0;
  const set = (field: keyof Claim) => (event: { target: { value: string } }) =>
    setDraft({ ...draft, [field]: event.target.value });
  const submit = (event: FormEvent) => {
    event.preventDefault();
    if (changed && !wrong) onSave({ ...changedBefore(statement), ...corrected });
  };
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.key !== 'Escape') return;
    event.stopPropagation();
    onCancel();
  };
  return (
    <form ref={form} className={styles.correct} onSubmit={submit} onKeyDown={onKeyDown} data-own-escape>
      {(Object.keys(LABELS) as (keyof Claim)[]).map((field) => (
        <div key={field} data-half={field.endsWith('_country') || field === 'speaker_org' || undefined}>
          <label htmlFor={`${id}${field}`}>{LABELS[field]}</label>
          {CHOICES[field] ? (
            <select id={`${id}${field}`} name={field} value={draft[field]} onChange={set(field)}>
              {CHOICES[field].map((choice) => (
                <option key={choice}>{choice}</option>
              ))}
            </select>
          ) : (
            <input
              id={`${id}${field}`}
              name={field}
              value={draft[field]}
              onChange={set(field)}
              aria-invalid={errors[field] !== undefined}
              aria-describedby={errors[field] ? `${id}${field}-error` : undefined}
            />
          )}
          {errors[field] && (
            <p id={`${id}${field}-error`} role="alert">
              {errors[field]}
            </p>
          )}
        </div>
      ))}
      <div className={styles.actions}>
        <button type="submit" data-main disabled={!changed || wrong}>
          Save correction
        </button>
        <button type="button" onClick={onCancel}>
          Cancel
        </button>
      </div>
    </form>
  );
}

/** What an earlier correction changed goes on into the next one. */
function changedBefore(statement: StatementView): Partial<Claim> {
  const fields = Object.keys(statement.before ?? {}) as (keyof Claim)[];
  return Object.fromEntries(fields.map((field) => [field, statement[field]]));
}
