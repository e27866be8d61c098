import { useQuery } from '@tanstack/react-query';
import { getRouteApi, Link } from '@tanstack/react-router';
import { type ReactNode, useRef } from 'react';
import type { Row } from '../../files/data.ts';
import { askSteady } from '../../queries.ts';
import type { CountriesSearch } from '../../routes/measure.tsx';
import { ColumnHeads } from '../../ui/ColumnHeads.tsx';
import { Empty } from '../../ui/Empty.tsx';
import { Failure } from '../../ui/Failure.tsx';
import { Loading } from '../../ui/Loading.tsx';
import { Tools } from '../../ui/Tools.tsx';
import { ViewHead } from '../../ui/ViewHead.tsx';
import { useSetSearch } from '../../use-search.ts';
import { countries, countryName, isCountry } from '../../words/names.ts';
import { count, number } from '../../words/numbers.ts';
import { AccusationFigure } from './AccusationFigure.tsx';
import { sourcesOf } from './accusations.ts';
import { CountryRecords } from './CountryRecords.tsx';
import styles from './Measure.module.css';

const route = getRouteApi('/countries');
type Opened = NonNullable<CountriesSearch['t']>;
const named = (code: string) => (isCountry(code) ? countryName(code) : code);

/** Who accuses whom, whom data sets count against whom, and what is hit: one page, the same for every state. */
export function Countries() {
  const { country, as_of, source } = route.useSearch();
  const set = useSetSearch();
  const svg = useRef<SVGSVGElement>(null);
  const { data, error, isPending, refetch } = useQuery(
    askSteady('countries.get', { ...(country ? { country } : {}), ...(as_of ? { as_of } : {}) }),
  );
  const rows = (): Row[] =>
    data
      ? [
          ...data.accusations.rows.map((r) => ({ table: 'accusations', ...r })),
          ...data.accused.rows.map((r) => ({ table: 'accused', ...r })),
          ...data.dyads.rows.map((r) => ({ table: 'dyads', ...r })),
          ...data.sectors.rows.map((r) => ({ table: 'sectors', ...r })),
        ]
      : [];
  const sources = data ? sourcesOf(data.accusations.rows) : [];
  const shown = source && sources.includes(source) ? source : sources[0];
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
          {as_of && (
            <p className="muted">
              As of {as_of}: what data sets date later is left out. What they coded later about earlier incidents stays,
              as they keep no record of when they did.
            </p>
          )}
          {shown && (
            <AccusationFigure
              rows={data.accusations.rows}
              source={shown}
              svg={svg}
              choose={(one) => set({ source: one })}
              open={(accuser, accused) => set({ t: 'accusations', x: accuser || undefined, y: accused, by: shown })}
            />
          )}
          <CountryRecords />
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
                  <Open t="accusations" x={r.accuser} y={r.accused} by={r.source} n={r.accusations} />
                </td>
                <td>{number(r.denied)}</td>
              </tr>
            ))}
          </Table>
          <Table
            title="Accused in a data set, and listed by it"
            note="Accused: incidents that anybody, a state or not, lays to the country. Listed: incidents where the data set itself names the country as the origin, which is what the page Years counts. A claim that the data set did not follow makes the first number larger, a listing without a recorded attribution the second."
            heads={['Country', 'In', 'Accused', 'Listed', 'Both']}
            total={data.accused.total}
          >
            {data.accused.rows.map((r) => (
              <tr key={`${r.accused} ${r.counter}`}>
                <th scope="row">
                  <Country code={r.accused} />
                </th>
                <td>{r.counter}</td>
                <td>{number(r.attributed)}</td>
                <td>{number(r.listed)}</td>
                <td>{number(r.both)}</td>
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
                  {isCountry(r.initiator) && isCountry(r.target) && (
                    <>
                      {' '}
                      <Link to="/disputes" search={{ a: r.initiator, b: r.target }}>
                        dispute
                      </Link>
                    </>
                  )}
                </td>
                <td>{r.counter}</td>
                <td>
                  <Open t="dyads" x={r.initiator} y={r.target} by={r.counter} n={r.incidents} />
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
                <td>
                  <Open t="sectors" x={r.country} y={r.sector} by={r.counter} n={r.incidents} />
                </td>
              </tr>
            ))}
          </Table>
        </div>
      )}
    </>
  );
}

/** A number that opens what was counted. */
function Open({ n, t, x, y, by }: { n: number; t: Opened; x: string | null; y: string; by: string }) {
  return (
    <Link
      to="/countries"
      resetScroll={false}
      search={(before) => ({ ...before, t, x: x ?? undefined, y, by }) as CountriesSearch}
    >
      {number(n)}
    </Link>
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
  note,
  heads,
  total,
  children,
}: {
  title: string;
  note?: string;
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
      {note && <p className="muted">{note}</p>}
      <div className={styles.scroll}>
        <table className={styles.tests}>
          <ColumnHeads heads={heads} />
          <tbody>{children}</tbody>
        </table>
      </div>
    </section>
  );
}
