import { useQuery } from '@tanstack/react-query';
import type { FormEvent } from 'react';
import { ask } from '../../queries.ts';
import type { QuestionSearch } from '../../routes/measure.tsx';
import { countries } from '../../words/names.ts';
import styles from './Measure.module.css';

interface Props {
  readonly value: QuestionSearch;
  readonly onAsk: (value: QuestionSearch) => void;
  /** Only what a dispute needs. */
  readonly short?: boolean;
}

const FIELDS = [
  ['trigger', 'Day it is said to have begun', '2016-07-08:decision; 2017-02-28'],
  ['window', 'Before / after', '12m or 24m/3m'],
  ['unit', 'Counted in', 'any unit'],
  ['counter', 'Counted by', 'anybody'],
  ['control', 'Compared with', 'usual controls, or CN>JP; !CN>KR'],
] as const;
const SHORT: readonly string[] = ['trigger', 'window'];

/** The parts of a sentence: "attacks by … on … rose after …". Nothing is asked before the button is pressed: the question is fixed first. */
export function QuestionForm({ value, onAsk, short = false }: Props) {
  const { data } = useQuery(ask('data.list', {}));
  const submit = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    const form = new FormData(event.currentTarget);
    const got = (name: string) => String(form.get(name) ?? '').trim() || undefined;
    onAsk({
      a: got('a'),
      b: got('b'),
      ...Object.fromEntries(FIELDS.map(([name]) => [name, got(name)])),
      data: got('data'),
      dates: got('dates'),
    } as QuestionSearch);
  };
  return (
    <form className={styles.form} onSubmit={submit} key={JSON.stringify(value)} data-screen-only>
      <CountryField name="a" label="Attacks by" value={value.a} />
      <CountryField name="b" label="on" value={value.b} />
      {FIELDS.filter(([name]) => !short || SHORT.includes(name)).map(([name, label, placeholder]) => (
        <label key={name}>
          {label}
          <input
            name={name}
            type="text"
            defaultValue={value[name] ?? ''}
            placeholder={placeholder}
            autoComplete="off"
          />
        </label>
      ))}
      <label>
        In
        <select name="data" defaultValue={value.data ?? ''}>
          <option value="">everything on record</option>
          <option value="statements">statements alone</option>
          {data?.datasets.map(({ dataset, title }) => (
            <option key={dataset} value={dataset}>
              {title}
            </option>
          ))}
        </select>
      </label>
      {!short && (
        <label>
          Dates
          <select name="dates" defaultValue={value.dates ?? ''}>
            <option value="">as exactly as they are known</option>
            <option value="as-coded">as the table codes them</option>
          </select>
        </label>
      )}
      <button type="submit">Ask</button>
    </form>
  );
}

function CountryField({ name, label, value }: { name: string; label: string; value: string | undefined }) {
  return (
    <label>
      {label}
      <select name={name} defaultValue={value ?? ''}>
        <option value="">anybody</option>
        {countries().map(({ code, name: country }) => (
          <option key={code} value={code}>
            {country}
          </option>
        ))}
      </select>
    </label>
  );
}
