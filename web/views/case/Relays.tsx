import type { Intrusion } from '../../../src/http/contract/index.ts';
import { countryName } from '../../words/names.ts';
import { count, instant, number } from '../../words/numbers.ts';
import styles from './Case.module.css';

/** Fewer visits say nothing about hours. */
const FEW = 8;

/** Addresses the visits came through, and the hours they came at. */
export function Relays({ intrusion }: { intrusion: Intrusion }) {
  const { relays, visits, hours } = intrusion;
  const most = Math.max(1, ...hours.by_hour);
  return (
    <>
      <p className={styles.caution}>
        Relays show where traffic passed, not where it came from. Countries and networks are looked up offline; IP data
        by NRO, RouteViews and <a href="https://db-ip.com">DB-IP</a>.
      </p>
      <table className={styles.table}>
        <thead>
          <tr>
            <th scope="col">Address</th>
            <th scope="col">Country</th>
            <th scope="col">Network</th>
            <th scope="col" className={styles.number}>
              Visits
            </th>
            <th scope="col">First seen</th>
            <th scope="col">Last seen</th>
          </tr>
        </thead>
        <tbody>
          {relays.map(({ address, country, network, first, last }) => (
            <tr key={address} data-print-row>
              <th scope="row">{address}</th>
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
            . Many countries share an offset, and hours can be chosen to mislead.
          </p>
        </>
      )}
    </>
  );
}
