import { Link } from '@tanstack/react-router';
import type { DocumentSummary } from '../../../src/http/contract/index.ts';
import { EchoMark } from '../../ui/EchoMark.tsx';
import { fileName } from '../../words/file-name.ts';
import { languageName } from '../../words/names.ts';
import { instant, number } from '../../words/numbers.ts';
import styles from './Documents.module.css';

interface Props {
  readonly document: DocumentSummary;
  /** Repeats the origin of the row above. */
  readonly echo: boolean;
  readonly 'data-index': number;
  readonly tabIndex: number;
  readonly onFocus: () => void;
}

/** One document. */
export function DocumentRow({ document: d, echo, ...item }: Props) {
  return (
    <tr className={styles.row} data-echo={echo || undefined} data-print-row>
      <th scope="row">
        <Link to="/documents/$id" params={{ id: d.id }} {...item}>
          {d.title ?? fileName(d.name)}
        </Link>
        {echo ? <span className={styles.same}>same origin</span> : <EchoMark echoes={d.echoes} />}
        {!d.read && (
          <p className={styles.unread}>
            kept, not read for statements ({d.characters > 0 ? languageName(d.language) : 'no text'})
          </p>
        )}
      </th>
      <td>{d.publisher ?? <span className="muted">not said</span>}</td>
      <td>{d.published ?? <span className="muted">no date</span>}</td>
      <td>{d.language === null ? <span className="muted">not known</span> : languageName(d.language)}</td>
      <td className={styles.number}>
        {d.statements > 0 ? (
          <Link to="/statements" search={{ document: d.id }} tabIndex={-1} aria-label={`${d.statements} statements`}>
            {number(d.statements)}
          </Link>
        ) : (
          0
        )}
      </td>
      <td className={styles.number}>{number(d.reviewed)}</td>
      <td className={styles.number}>{number(d.indicators)}</td>
      <td className={styles.number} data-some={d.problems > 0 || undefined}>
        {number(d.problems)}
      </td>
      <td>{instant(d.recorded)}</td>
    </tr>
  );
}
