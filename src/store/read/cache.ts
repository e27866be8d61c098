import { sql } from 'kysely';
import { type Db, one } from '../database.ts';

/**
 * Answers that are costly to work out, kept as long as the ledger does not change: the number of the last journal line tells
 * whether anything was written, by whichever process. The least recently asked ones go first.
 */
export class Cache {
  readonly #kept = new Map<string, Promise<unknown>>();
  readonly #most: number;
  #version = -1;

  constructor(most = 64) {
    this.#most = most;
  }

  /**
   * `key` is compared as JSON. Who asks while an answer is being worked out waits for the same one. What `make` throws is not
   * kept. The value is shared: nobody may change it.
   */
  async get<T>(db: Db, key: unknown, make: () => Promise<T>): Promise<T> {
    const { version } = await one<{ version: number }>(db, sql`select coalesce(max(seq), 0) as version from journal`);
    if (version > this.#version) {
      this.#kept.clear();
      this.#version = version;
    }
    // Another connection may still see the ledger as it was before a write that is known here.
    if (version < this.#version) return make();
    const name = JSON.stringify(key);
    const value = (this.#kept.get(name) as Promise<T> | undefined) ?? make();
    this.#kept.delete(name);
    this.#kept.set(name, value);
    if (this.#kept.size > this.#most) this.#kept.delete(this.#kept.keys().next().value!);
    value.catch(() => {
      if (this.#kept.get(name) === value) this.#kept.delete(name);
    });
    return value;
  }
}

/** The fields of a query in a fixed order, for a key. */
export function inOrder(query: object): unknown {
  return Object.entries(query).sort(([a], [b]) => (a < b ? -1 : 1));
}
