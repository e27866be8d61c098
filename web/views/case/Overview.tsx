import { Link } from '@tanstack/react-router';
import type { CaseLinkView, CaseView } from '../../../src/http/contract/index.ts';
import { FACT_WORDS } from '../../words/cases.ts';
import { instant, number, quantityWords } from '../../words/numbers.ts';
import styles from './Case.module.css';

/** The figures, and what reports say beside them: both stand. */
export function Overview({ view }: { view: CaseView }) {
  const one = view.logs!.intrusions[0]!;
  return (
    <div className={styles.overview}>
      <ul className={styles.figures} aria-label="Figures from logs">
        {view.figures.map(({ fact, value }) => (
          <li key={fact}>
            <b>{number(value)}</b> {FACT_WORDS[fact][value === 1 ? 0 : 1]}
          </li>
        ))}
      </ul>
      <dl className={styles.facts}>
        <dt>Accounts used</dt>
        <dd>{one.accounts.map(({ name }) => name).join(', ') || 'none seen'}</dd>
        <dt>Mailboxes exported</dt>
        <dd>{one.mailboxes.map(({ name }) => name).join(', ') || 'none seen'}</dd>
        <dt>Logs cleared</dt>
        <dd>
          {one.gaps
            .filter(({ kind }) => kind === 'cleared')
            .map(({ host, channel, time }) => `${channel} of ${host}${time ? `, ${instant(time, true)}` : ''}`)
            .join('; ') || 'no sign of it'}
        </dd>
        {view.related.length > 0 && (
          <>
            <dt>Cases like it</dt>
            <dd>
              {view.related.slice(0, 5).map(({ name, likeness, shared, compared }) => (
                <div key={name}>
                  <Link to="/cases/$name" params={{ name }}>
                    {name}
                  </Link>{' '}
                  ({Math.round(likeness * 100)}% over {compared} traits): {shared.join('; ')}
                </div>
              ))}
            </dd>
          </>
        )}
        {view.documents.length > 0 && (
          <>
            <dt>Reports</dt>
            <dd>
              {view.documents.map(({ id, title }) => (
                <div key={id}>
                  <Link to="/documents/$id" params={{ id }}>
                    {title}
                  </Link>
                </div>
              ))}
            </dd>
          </>
        )}
        {view.notes.map(({ text, analyst, recorded }) => (
          <div key={recorded + text} className={styles.note}>
            <dt>
              {analyst}, {instant(recorded)}
            </dt>
            <dd>{text}</dd>
          </div>
        ))}
      </dl>
      {view.links.length > 0 && (
        <table className={styles.table}>
          <caption>What reports say, and what the logs show</caption>
          <thead>
            <tr>
              <th scope="col">Report</th>
              <th scope="col">Says</th>
              <th scope="col">Logs show</th>
              <th scope="col">Difference</th>
            </tr>
          </thead>
          <tbody>
            {view.links.map((link) => (
              <tr key={`${link.statement.id} ${link.fact}`}>
                <td>
                  <Link
                    to="/documents/$id"
                    params={{ id: link.statement.document_id }}
                    search={{ s: link.statement.id }}
                  >
                    {link.statement.speaker}
                  </Link>
                  : “{link.statement.quote}”
                </td>
                <td>
                  {link.claimed ? quantityWords(link.claimed as Parameters<typeof quantityWords>[0]) : 'no number'}
                </td>
                <td>
                  {link.counted === null
                    ? 'nothing'
                    : `${number(link.counted)} ${FACT_WORDS[link.fact][link.counted === 1 ? 0 : 1]}`}
                </td>
                <td>{difference(link)}</td>
              </tr>
            ))}
          </tbody>
        </table>
      )}
    </div>
  );
}

function difference({ claimed, counted, agrees }: CaseLinkView): string {
  if (claimed === null || counted === null) return 'cannot be compared';
  const by = counted - claimed.value;
  const words = by === 0 ? 'the same number' : `${number(Math.abs(by))} ${by > 0 ? 'more' : 'fewer'}`;
  return `${words}; ${agrees ? 'bears the sentence out' : 'does not bear the sentence out'}`;
}
