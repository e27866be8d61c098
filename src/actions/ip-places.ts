import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import type { Places } from '../casework/index.ts';

const require = createRequire(import.meta.url);

/** Tables of ranges, `first,last,value` with IPv4 addresses as numbers in ascending order, as the packages bring them. */
const TABLES = {
  country: '@ip-location-db/asn-country/asn-country-ipv4-num.csv',
  network: '@ip-location-db/asn/asn-ipv4-num.csv',
} as const;

/**
 * Countries and networks of IPv4 addresses from tables that come with the program; no question leaves the machine. The tables are
 * searched as bytes, line by line, since a case asks for few addresses of half a million ranges.
 */
export function ipPlaces(): Places {
  const tables = new Map<string, Buffer>();
  const line = (table: keyof typeof TABLES, address: string): string | null => {
    const number = numberOf(address);
    if (number === null) return null;
    let bytes = tables.get(table);
    if (!bytes) {
      bytes = readFileSync(require.resolve(TABLES[table]));
      tables.set(table, bytes);
    }
    return find(bytes, number);
  };
  return {
    country: (address) => line('country', address)?.slice(-2) ?? null,
    network: (address) => {
      const [number, name] = split(line('network', address));
      return number === undefined ? null : name ? `AS${number} ${name}` : `AS${number}`;
    },
  };
}

/** Number and name of `first,last,number,name`; names may stand in quotes. */
function split(line: string | null): [number?: string, name?: string] {
  if (line === null) return [];
  const [, number, name] = /^\d+,\d+,(\d+),?(.*)$/.exec(line) ?? [];
  return number === undefined ? [] : [number, (name ?? '').replace(/^"|"$/g, '').replaceAll('""', '"')];
}

/** The line whose range holds a number, by halving the bytes. */
function find(bytes: Buffer, number: number): string | null {
  let low = 0;
  let high = bytes.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    const start = bytes.lastIndexOf(LINE_FEED, middle - 1) + 1;
    const found = bytes.indexOf(LINE_FEED, middle);
    const end = found < 0 ? bytes.length : found;
    const line = bytes.toString('utf8', start, end).trimEnd();
    const [first, last] = line.split(',', 2).map(Number) as [number, number];
    if (number < first) high = start;
    else if (number > last) low = end + 1;
    else return line;
  }
  return null;
}

const LINE_FEED = 10;

function numberOf(address: string): number | null {
  const parts = address.split('.');
  if (parts.length !== 4 || parts.some((part) => !/^\d{1,3}$/.test(part) || Number(part) > 255)) return null;
  return parts.reduce((sum, part) => sum * 256 + Number(part), 0);
}
