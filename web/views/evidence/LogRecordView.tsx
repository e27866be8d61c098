import type { LogRecord } from '../../../src/http/contract/index.ts';
import styles from './Evidence.module.css';

/** A record of a log: where it stands, which rules matched it, its fields with those that matched marked and first. */
export function LogRecordView({ record, values }: { record: LogRecord; values: readonly string[] }) {
  const { file, record: number, time, channel, event_id: eventId, computer, rules, matched, fields } = record;
  const names = Object.keys(fields).sort(
    (a, b) => Number(matched.includes(b)) - Number(matched.includes(a)) || (a < b ? -1 : 1),
  );
  return (
    <section className={styles.record} aria-label={`Record ${number} of ${baseName(file)}`}>
      <p>
        <strong>
          {baseName(file)}, record {number}
        </strong>
      </p>
      <p className={styles.url}>{file}</p>
      <p>
        {[
          time ? `${time.slice(0, 23).replace('T', ' ')} UTC` : 'no time',
          channel,
          eventId === null ? null : `event ${eventId}`,
          computer,
        ]
          .filter(Boolean)
          .join(' · ')}
      </p>
      {rules.length === 0 && <p className="muted">No rule matched it; it was counted as a logon.</p>}
      <ul>
        {rules.map(({ id, title, level, techniques }) => (
          <li key={id + title} title={`Rule ${id}`}>
            Rule: <strong>{title}</strong> ({[level, ...techniques].join(', ')})
          </li>
        ))}
      </ul>
      {names.length > 0 && (
        <table className={styles.fields}>
          <tbody>
            {names.map((name) => (
              <tr key={name} data-matched={matched.includes(name) || undefined}>
                <th scope="row">
                  {name}
                  {matched.includes(name) && <span className={styles.matched}> matched</span>}
                </th>
                <td>
                  <Marked text={fields[name]!} whole={matched.includes(name)} values={values} />
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      )}
    </section>
  );
}

/** A value with what carries the fact marked: the whole of it where the rule asked for this field. */
function Marked({ text, whole, values }: { text: string; whole: boolean; values: readonly string[] }) {
  if (whole) return <mark>{text}</mark>;
  const found = values
    .map((value) => ({ at: text.toLowerCase().indexOf(value.toLowerCase()), length: value.length }))
    .find(({ at, length }) => at >= 0 && length > 0);
  if (!found) return text;
  const end = found.at + found.length;
  return (
    <>
      {text.slice(0, found.at)}
      <mark>{text.slice(found.at, end)}</mark>
      {text.slice(end)}
    </>
  );
}

function baseName(path: string): string {
  return path.slice(Math.max(path.lastIndexOf('/'), path.lastIndexOf('\\')) + 1);
}
