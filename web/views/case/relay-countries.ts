import type { CaseRelay, Intrusion } from '../../../src/http/contract/index.ts';

export interface RelayCountry {
  /** ISO 3166-1, '' where the tables do not know. */
  readonly country: string;
  readonly relays: readonly CaseRelay[];
  readonly visits: number;
  readonly first: string;
  readonly last: string;
}

/** Relays by the country they stand in, the most first. */
export function relayCountries({ relays, visits }: Intrusion): RelayCountry[] {
  const rows = new Map<string, CaseRelay[]>();
  for (const relay of relays) rows.set(relay.country ?? '', [...(rows.get(relay.country ?? '') ?? []), relay]);
  return [...rows]
    .map(([country, of]) => ({
      country,
      relays: of,
      visits: visits.filter(({ relay }) => of.some(({ address }) => address === relay)).length,
      first: of.reduce((first, relay) => (relay.first < first ? relay.first : first), of[0]!.first),
      last: of.reduce((last, relay) => (relay.last > last ? relay.last : last), ''),
    }))
    .sort((a, b) => b.relays.length - a.relays.length || (a.country < b.country ? -1 : 1));
}
