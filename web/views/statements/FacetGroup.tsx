import { number } from '../../words/numbers.ts';
import styles from './Statements.module.css';

interface Props {
  readonly title: string;
  readonly values: readonly string[];
  readonly words: (value: string) => string;
  readonly counts: Readonly<Record<string, number>> | undefined;
  readonly chosen: readonly string[];
  readonly onChange: (chosen: string[]) => void;
}

/** One field of the filter; without a choice all of its values count. */
export function FacetGroup({ title, values, words, counts, chosen, onChange }: Props) {
  const shown = counts ? values.filter((value) => (counts[value] ?? 0) > 0 || chosen.includes(value)) : values;
  if (shown.length === 0) return null;
  return (
    <fieldset>
      <legend>{title}</legend>
      {shown.map((value) => (
        <label key={value} className={styles.facet}>
          <input
            type="checkbox"
            checked={chosen.includes(value)}
            onChange={(event) =>
              onChange(event.target.checked ? [...chosen, value] : chosen.filter((other) => other !== value))
            }
          />
          <span>{words(value)}</span>
          <span className="muted">{counts && number(counts[value] ?? 0)}</span>
        </label>
      ))}
    </fieldset>
  );
}
