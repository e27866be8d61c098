import { getRouteApi } from '@tanstack/react-router';
import type { YearReport } from '../../../src/http/contract/index.ts';
import { useSetSearch } from '../../use-search.ts';
import { countries } from '../../words/names.ts';
import { SPLIT_WORDS, SPLITS } from '../../words/years.ts';
import styles from './Years.module.css';

const route = getRouteApi('/years');
/** A cell that was opened belongs to the table before. */
const NO_CELL = { of: undefined, row: undefined, y: undefined };

/** What is asked, all of it in the address. */
export function Asked({ report }: { report: YearReport | undefined }) {
  const { by = 'year', counter, unit, from, to, accused, target } = route.useSearch();
  const set = useSetSearch();
  const change = (name: string) => (event: { target: { value: string } }) =>
    set({ ...NO_CELL, [name]: event.target.value || undefined });
  const lands = countries().map(({ code, name }) => [code, name] as const);
  const words = (values: readonly string[] = []) => values.map((value) => [value, value] as const);
  return (
    <div className={styles.asked}>
      <label>
        Split by
        <select value={by} onChange={change('by')}>
          {SPLITS.map((split) => (
            <option key={split} value={split}>
              {SPLIT_WORDS[split]}
            </option>
          ))}
        </select>
      </label>
      <Choice name="Counted by" value={counter} options={words(report?.counters)} onChange={change('counter')} />
      <Choice name="Unit" value={unit} options={words(report?.units)} onChange={change('unit')} />
      <Choice name="Accused" value={accused} options={lands} onChange={change('accused')} />
      <Choice name="Hit" value={target} options={lands} onChange={change('target')} />
      <Year name="From" value={from} onChange={change('from')} />
      <Year name="To" value={to} onChange={change('to')} />
    </div>
  );
}

interface FieldProps {
  readonly name: string;
  readonly onChange: (event: { target: { value: string } }) => void;
}

function Choice({
  name,
  value,
  options,
  onChange,
}: FieldProps & { value: string | undefined; options: readonly (readonly [string, string])[] }) {
  return (
    <label>
      {name}
      <select value={value ?? ''} onChange={onChange}>
        <option value="">any</option>
        {options.map(([key, words]) => (
          <option key={key} value={key}>
            {words}
          </option>
        ))}
      </select>
    </label>
  );
}

/** A year goes into the address when it has four figures, or none. */
function Year({ name, value, onChange }: FieldProps & { value: number | undefined }) {
  return (
    <label>
      {name}
      <input
        key={value}
        className={styles.year}
        inputMode="numeric"
        pattern="\d{4}"
        placeholder="year"
        defaultValue={value ?? ''}
        onChange={(event) => /^(?:\d{4})?$/.test(event.target.value) && onChange(event)}
      />
    </label>
  );
}
