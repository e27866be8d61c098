import { readFileSync } from 'node:fs';
import { gunzipSync } from 'node:zlib';

const cache = new Map<string, unknown>();

/** Folder of the shipped tables, beside `src` in a checkout and beside `dist` in the package. */
const DATA = new URL('../../data/', import.meta.url);

/**
 * One of the program's own gzipped JSON tables, e.g. `knowledge/actors.json.gz`, read on first use and kept.
 * Throws when the file is missing or broken: that is a damaged installation, not bad input.
 */
export function loadTable<T>(name: string): T {
  let value = cache.get(name) as T | undefined;
  if (value === undefined) {
    value = JSON.parse(gunzipSync(readFileSync(new URL(name, DATA))).toString('utf8')) as T;
    cache.set(name, value);
  }
  return value;
}

/** As `loadTable`, for a table that is not packed, such as `knowledge/ranking.json`. */
export function loadPlainTable<T>(name: string): T {
  let value = cache.get(name) as T | undefined;
  if (value === undefined) {
    value = JSON.parse(readFileSync(new URL(name, DATA), 'utf8')) as T;
    cache.set(name, value);
  }
  return value;
}

/** Lets go of a table once an index has been built from it. */
export function releaseTable(name: string): void {
  cache.delete(name);
}
