import { sql } from 'kysely';
import { type Db, one } from '../database.ts';

/**
 * Answers that are costly to work out, kept as long as the ledger does not change: the number of the last journal line tells
 * whether anything was written, by whichever process. The least recently asked ones go first.
 */
export class Cache {
  readonly #kept = new Map<string, unknown>();
  readonly #most: number;
  #version = -1;

  constructor(most = 64) {
    this.#most = most;
  }

  /** `key` is compared as JSON. What `make` throws is not kept. The value is shared: nobody may change it. */
  async get<T>(db: Db, key: unknown, make: () => Promise<T>): Promise<T> {
    const { version } = await one<{ version: number }>(db, sql`select coalesce(max(seq), 0) as version from journal`);
    if (version > this.#version) {
      this.#kept.clear();
      this.#version = version;
    }
    const name = JSON.stringify(key);
    const known = this.#kept.has(name);
    const value = known ? (this.#kept.get(name) as T) : await make();
    // Something written while this was worked out makes it an answer about the past.
    if (version !== this.#version) return value;
    this.#kept.delete(name);
    this.#kept.set(name, value);
    if (this.#kept.size > this.#most) this.#kept.delete(this.#kept.keys().next().value!);
    return value;
  }
}

/** The fields of a query in a fixed order, for a key. */
export function inOrder(query: object): unknown {
  return Object.entries(query).sort(([a], [b]) => (a < b ? -1 : 1));
}
