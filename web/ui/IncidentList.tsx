import type { Incident } from '../../src/http/contract/index.ts';
import { countryName, isCountry } from '../words/names.ts';

/** Rows of data sets, as they are coded. */
export function IncidentList({ incidents, className }: { incidents: readonly Incident[]; className?: string }) {
  return (
    <ul className={className}>
      {incidents.map(({ id, name, time, initiators, targets }) => (
        <li key={id}>
          {name}{' '}
          <span className="muted">
            · {time ? (time.first === time.last ? time.first : `${time.first} to ${time.last}`) : 'no date'}
          </span>{' '}
          · {lands(initiators)} → {lands(targets)} <code>{id}</code>
        </li>
      ))}
    </ul>
  );
}

const lands = (codes: readonly string[]) =>
  codes.map((code) => (isCountry(code) ? countryName(code) : code)).join(', ') || 'not said';
