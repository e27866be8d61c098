import { useQuery } from '@tanstack/react-query';
import { getRouteApi, Link } from '@tanstack/react-router';
import { save } from '../../files/data.ts';
import { ask } from '../../queries.ts';
import { stringifySearch } from '../../search.ts';
import { Failure } from '../../ui/Failure.tsx';
import { Loading } from '../../ui/Loading.tsx';
import { LEFT_WORDS, TLP_MARKINGS } from '../../words/cases.ts';
import { count } from '../../words/numbers.ts';
import styles from './Case.module.css';
import { Fact } from './Fact.tsx';
import { useRecord } from './use-record.ts';

const route = getRouteApi('/cases/$name');

/** The bulletin as it would be sent, what the lint finds in it, and its forms to download. */
export function BulletinPreview({ name }: { name: string }) {
  const { tlp = 'AMBER', as_of: asOf, n } = route.useSearch();
  const navigate = route.useNavigate();
  const record = useRecord(name);
  const made = useQuery(ask('cases.bulletin', { name, tlp, as_of: asOf, n }));
  if (made.error) return <Failure error={made.error} what="The bulletin" retry={() => void made.refetch()} />;
  if (!made.data) return <Loading what="the bulletin" />;
  const { bulletin, markdown, html, stix, faults, left_out: left } = made.data;
  return (
    <>
      <div className={styles.choices} data-screen-only>
        <label>
          Marking{' '}
          <select
            value={tlp}
            onChange={(event) =>
              void navigate({
                search: (before) => ({ ...before, tlp: TLP_MARKINGS.find((one) => one === event.target.value) }),
                replace: true,
              })
            }
          >
            {TLP_MARKINGS.map((one) => (
              <option key={one}>{one}</option>
            ))}
          </select>
        </label>
        <button type="button" onClick={() => save(`${name}.md`, 'text/markdown', markdown)}>
          Markdown
        </button>
        <button type="button" onClick={() => save(`${name}.html`, 'text/html', html)}>
          HTML
        </button>
        <a className="button" href={pdfAddress({ name, tlp, as_of: asOf, n })} download={`${name}.pdf`}>
          PDF
        </a>
        <button type="button" onClick={() => save(`${name}.stix.json`, 'application/json', stix)}>
          Indicators as STIX
        </button>
        <span role="status">
          {faults.length === 0 ? 'The lint finds no fault.' : `The lint finds ${count(faults.length, 'fault')}:`}
        </span>
      </div>
      {faults.length > 0 && (
        <ul className={styles.records}>
          {faults.map(({ code, sentence, detail }) => (
            <li key={code + sentence}>
              <b>{code}</b> {sentence} {detail}
            </li>
          ))}
        </ul>
      )}
      {left.length > 0 && (
        <details data-screen-only>
          <summary>
            {count(left.length, 'statement')} of its reports left out, because of their time or because a report tells
            several cases
          </summary>
          <ul>
            {left.map(({ statement, why, passage }) => (
              <li key={statement.id}>
                <Link to="/documents/$id" params={{ id: statement.document_id }} search={{ s: statement.id }}>
                  “{statement.quote}”
                </Link>
                : {LEFT_WORDS[why]}
                {passage && ` (“${passage}”)`}.{' '}
                <button
                  type="button"
                  onClick={() => record([{ part: 'statement', body: { statement: statement.id } }])}
                >
                  It is about this case
                </button>
              </li>
            ))}
          </ul>
        </details>
      )}
      <article className={styles.bulletin}>
        <h2>{bulletin.title}</h2>
        <p>
          <b>{bulletin.tlp}</b>
        </p>
        {bulletin.sections.map(({ heading, sentences, table }) => (
          <section key={heading}>
            <h3>{heading}</h3>
            <p>
              {sentences.map(({ text, sources }) => (
                <span key={text}>
                  {text}
                  {sources.map((source) => (
                    <Source key={source} number={source} place={bulletin.sources[source - 1] ?? ''} />
                  ))}{' '}
                </span>
              ))}
            </p>
            {table && table.rows.length > 0 && (
              <table className={styles.table}>
                <thead>
                  <tr>
                    {table.head.map((cell) => (
                      <th key={cell} scope="col">
                        {cell}
                      </th>
                    ))}
                  </tr>
                </thead>
                <tbody>
                  {table.rows.map((row) => (
                    <tr key={row.join(' ')}>
                      {row.map((cell, n) => (
                        <td key={table.head[n]}>{cell}</td>
                      ))}
                    </tr>
                  ))}
                </tbody>
              </table>
            )}
          </section>
        ))}
      </article>
    </>
  );
}

/** Where the program gives the same bulletin as a PDF. */
function pdfAddress(asked: {
  readonly name: string;
  readonly tlp: string;
  readonly as_of: string | undefined;
  readonly n: number | undefined;
}): string {
  return `/api/bulletin.pdf${stringifySearch(asked)}`;
}

/** The number of a source; one that is a record of a log opens it. */
function Source({ number, place }: { readonly number: number; readonly place: string }) {
  return (
    <sup title={place}>
      {/#\d+$/.test(place) ? (
        <Fact subject="record" of={place} title={place}>
          [{number}]
        </Fact>
      ) : (
        `[${number}]`
      )}
    </sup>
  );
}
