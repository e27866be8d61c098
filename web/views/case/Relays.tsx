import { lazy, type RefObject, Suspense } from 'react';
import type { Intrusion } from '../../../src/http/contract/index.ts';
import { Loading } from '../../ui/Loading.tsx';
import { countryName } from '../../words/names.ts';
import { count, instant, number } from '../../words/numbers.ts';
import styles from './Case.module.css';
import { Fact } from './Fact.tsx';
import { relayCountries } from './relay-countries.ts';

/** Fewer visits say nothing about hours. */
const FEW = 8;

/** The outlines of all countries are larger than the rest of the page. */
const RelayMap = lazy(async () => ({ default: (await import('./map/RelayMap.tsx')).RelayMap }));

interface Props {
  readonly intrusion: Intrusion;
  readonly figure: RefObject<SVGSVGElement | null>;
}

/** Addresses the visits came through, and the hours they came at. */
export function Relays({ intrusion, figure }: Props) {
  const { relays, visits, hours } = intrusion;
  const most = Math.max(1, ...hours.by_hour);
  return (
    <>
      <p className={styles.caution}>
        A relay is where traffic passed, not where it came from: the map says nothing about who is behind it. Countries
        and networks are looked up offline; IP data by NRO, RouteViews and <a href="https://db-ip.com">DB-IP</a>.
        Outlines and borders are those of Natural Earth.
      </p>
      <div className={styles.beside}>
        {relays.length > 0 && (
          <Suspense fallback={<Loading what="the map" />}>
            <RelayMap one={intrusion} figure={figure} />
          </Suspense>
        )}
        <table className={styles.table}>
          <caption>By country</caption>
          <thead>
            <tr>
              <th scope="col">Country</th>
              <th scope="col" className={styles.number}>
                Relays
              </th>
              <VisitHeads />
            </tr>
          </thead>
          <tbody>
            {relayCountries(intrusion).map(({ country, relays: of, visits: times, first, last }) => (
              <tr key={country} data-print-row>
                <th scope="row">
                  <Fact subject="country" of={country}>
                    {country ? countryName(country) : 'not known'}
                  </Fact>
                </th>
                <td className={styles.number}>{number(of.length)}</td>
                <td className={styles.number}>{number(times)}</td>
                <td>{instant(first, true)}</td>
                <td>{instant(last, true)}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
      <table className={styles.table}>
        <caption>By address</caption>
        <thead>
          <tr>
            <th scope="col">Address</th>
            <th scope="col">Country</th>
            <th scope="col">Network</th>
            <VisitHeads />
          </tr>
        </thead>
        <tbody>
          {relays.map(({ address, country, network, first, last }) => (
            <tr key={address} data-print-row>
              <th scope="row">
                <Fact subject="relay" of={address}>
                  {address}
                </Fact>
              </th>
              <td>{country ? countryName(country) : <span className="muted">not known</span>}</td>
              <td>{network ?? <span className="muted">not known</span>}</td>
              <td className={styles.number}>{number(visits.filter(({ relay }) => relay === address).length)}</td>
              <td>{instant(first, true)}</td>
              <td>{instant(last, true)}</td>
            </tr>
          ))}
        </tbody>
      </table>
      <h2 className={styles.heading}>Hours</h2>
      {hours.n < FEW ? (
        <p className={styles.caution}>{count(hours.n, 'visit')}: too few to say anything about hours.</p>
      ) : (
        <>
          <svg
            width={24 * 22}
            height={96}
            role="img"
            aria-label={`${count(hours.n, 'visit')} by the hour of UTC they began in`}
          >
            <title>Visits by hour</title>
            {hours.by_hour.map((visits, hour) => (
              // biome-ignore lint/suspicious/noArrayIndexKey: the index is the hour.
              <g key={hour}>
                <rect
                  x={hour * 22 + 2}
                  width={18}
                  y={76 - (visits / most) * 70}
                  height={(visits / most) * 70}
                  fill="var(--accent)"
                >
                  <title>{`${hour}:00 UTC: ${visits}`}</title>
                </rect>
                <text x={hour * 22 + 11} y={90} fontSize={11} textAnchor="middle" fill="var(--muted)">
                  {hour}
                </text>
              </g>
            ))}
          </svg>
          <p className={styles.caution}>
            Office hours fit best at{' '}
            {hours.offsets
              .filter(({ share }, n) => n === 0 || (n < 4 && share >= 0.01))
              .map(
                ({ offset, share }) =>
                  `UTC${offset < 0 ? '−' : '+'}${Math.abs(offset / 60)} (${Math.round(share * 100)}% of the likelihood)`,
              )
              .join(', ')}
            . Many countries share an offset, and hours can be chosen to mislead. {calendarWords(hours.calendars)}
          </p>
        </>
      )}
    </>
  );
}

/** How many visits, and from when to when. */
function VisitHeads() {
  return (
    <>
      <th scope="col" className={styles.number}>
        Visits
      </th>
      <th scope="col">First seen</th>
      <th scope="col">Last seen</th>
    </>
  );
}

/** Which holiday calendars the days of the visits fit, in a sentence. */
function calendarWords(calendars: Intrusion['hours']['calendars']): string {
  if (!calendars) return '';
  if (calendars.verdict === 'too-few')
    return `On ${count(calendars.n, 'day')}, holiday calendars cannot be told apart.`;
  return calendars.verdict === 'none'
    ? `The ${count(calendars.n, 'day')} fit no holiday calendar better than none.`
    : `The ${count(calendars.n, 'day')} fit the holiday calendar of ${calendars.fits.map(countryName).join(' or ')} better than none: weak evidence, which can be forged.`;
}
