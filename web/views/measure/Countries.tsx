import { useQuery } from '@tanstack/react-query';
import { getRouteApi, Link } from '@tanstack/react-router';
import { type ReactNode, useRef } from 'react';
import type { Row } from '../../files/data.ts';
import { askSteady } from '../../queries.ts';
import { Empty } from '../../ui/Empty.tsx';
import { Failure } from '../../ui/Failure.tsx';
import { Loading } from '../../ui/Loading.tsx';
import { Tools } from '../../ui/Tools.tsx';
import { ViewHead } from '../../ui/ViewHead.tsx';
import { useSetSearch } from '../../use-search.ts';
import { countries, countryName, isCountry } from '../../words/names.ts';
import { count, number } from '../../words/numbers.ts';
import { AccusationFigure } from './AccusationFigure.tsx';
import styles from './Measure.module.css';

const route = getRouteApi('/countries');
const named = (code: string) => (isCountry(code) ? countryName(code) : code);

/** Who accuses whom, whom data sets count against whom, and what is hit: one page, the same for every state. */
export function Countries() {
  const { country, as_of } = route.useSearch();
  const set = useSetSearch();
  const svg = useRef<SVGSVGElement>(null);
  const { data, error, isPending, refetch } = useQuery(
    askSteady('countries.get', { ...(country ? { country } : {}), ...(as_of ? { as_of } : {}) }),
  );
  const rows = (): Row[] =>
    data
      ? [
          ...data.accusations.rows.map((r) => ({ table: 'accusations', ...r })),
          ...data.dyads.rows.map((r) => ({ table: 'dyads', ...r })),
          ...data.sectors.rows.map((r) => ({ table: 'sectors', ...r })),
        ]
      : [];
  const empty = data && data.accusations.total + data.dyads.total + data.sectors.total === 0;
  return (
    <>
      <ViewHead
        title={country ? countryName(country) : 'Countries'}
        figures={
          data &&
          `${count(data.accusations.total, 'pair')} of accuser and accused, ${count(data.dyads.total, 'pair')} of attacker and target`
        }
        tools={data && <Tools name="countries" rows={rows} figure={svg} />}
      >
        <label className={styles.country}>
          Country
          <select value={country ?? ''} onChange={(event) => set({ country: event.target.value || undefined })}>
            <option value="">all</option>
            {countries().map(({ code, name }) => (
              <option key={code} value={code}>
                {name}
              </option>
            ))}
          </select>
        </label>
      </ViewHead>
      {error && <Failure error={error} what="The countries" retry={() => void refetch()} />}
      {isPending && <Loading what="the countries" />}
      {empty && (
        <Empty title="Nobody is accused here">
          <p>
            <Link to="/documents">Add a document</Link>, or take over a data set with{' '}
            <code>longwatch import eurepoc FOLDER</code>.
          </p>
        </Empty>
      )}
      {data && !empty && (
        <div className={styles.tables}>
          {data.accusations.rows.length > 0 && <AccusationFigure rows={data.accusations.rows} svg={svg} />}
          <Table
            title="Who accuses whom"
            heads={['Accuser', 'Accused', 'In', 'Accusations', 'Denials']}
            total={data.accusations.total}
          >
            {data.accusations.rows.map((r) => (
              <tr key={`${r.accuser} ${r.accused} ${r.source}`}>
                <th scope="row">
                  {r.accuser ? (
                    <Country code={r.accuser} />
                  ) : (
                    <span className="muted">no state (a firm, a paper, not said)</span>
                  )}
                </th>
                <td>
                  <Country code={r.accused} />
                </td>
                <td>{r.source}</td>
                <td>
                  {r.source === 'statements' ? (
                    <Link
                      to="/statements"
                      search={{ actor_country: r.accused, kind: ['attribution', 'intrusion', 'targeting', 'response'] }}
                    >
                      {number(r.accusations)}
                    </Link>
                  ) : (
                    number(r.accusations)
                  )}
                </td>
                <td>{number(r.denied)}</td>
              </tr>
            ))}
          </Table>
          <Table
            title="Pairs that data sets count"
            heads={['Attacker', 'Target', 'Counted by', 'Incidents', 'First to last']}
            total={data.dyads.total}
          >
            {data.dyads.rows.map((r) => (
              <tr key={`${r.initiator} ${r.target} ${r.counter}`}>
                <th scope="row">
                  <Country code={r.initiator} />
                </th>
                <td>
                  <Country code={r.target} />
                </td>
                <td>{r.counter}</td>
                <td>
                  {isCountry(r.initiator) && isCountry(r.target) ? (
                    <Link to="/disputes" search={{ a: r.initiator, b: r.target }}>
                      {number(r.incidents)}
                    </Link>
                  ) : (
                    number(r.incidents)
                  )}
                </td>
                <td>{r.first ? `${r.first} – ${r.last}` : 'no date'}</td>
              </tr>
            ))}
          </Table>
          <Table
            title="What is hit"
            heads={['Country', 'Sector', 'Counted by', 'Incidents']}
            total={data.sectors.total}
          >
            {data.sectors.rows.map((r) => (
              <tr key={`${r.country} ${r.sector} ${r.counter}`}>
                <th scope="row">
                  <Country code={r.country} />
                </th>
                <td>{r.sector}</td>
                <td>{r.counter}</td>
                <td>{number(r.incidents)}</td>
              </tr>
            ))}
          </Table>
        </div>
      )}
    </>
  );
}

function Country({ code }: { code: string }) {
  if (!isCountry(code)) return <>{code}</>;
  return (
    <Link to="/countries" search={{ country: code }}>
      {named(code)}
    </Link>
  );
}

function Table({
  title,
  heads,
  total,
  children,
}: {
  title: string;
  heads: readonly string[];
  total: number;
  children: readonly ReactNode[];
}) {
  if (children.length === 0) return null;
  return (
    <section className={styles.section}>
      <h2>
        {title}{' '}
        {children.length < total && (
          <span className="muted">
            ({number(children.length)} of {number(total)})
          </span>
        )}
      </h2>
      <div className={styles.scroll}>
        <table className={styles.tests}>
          <thead>
            <tr>
              {heads.map((head) => (
                <th key={head} scope="col">
                  {head}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>{children}</tbody>
        </table>
      </div>
    </section>
  );
}
