import type { FieldTable } from '../base/fields.ts';
import type { LogEvent } from '../model/event.ts';

/** Pairs that are kept. */
const LIMIT = 100_000;

/** Which records name a machine together with its address: event id → fields of the name ('' for the computer itself) and the address. */
const TELLING: readonly (readonly [eventId: number, name: string, address: string])[] = [
  [3, '', 'SourceIp'],
  [4624, 'WorkstationName', 'IpAddress'],
];

/**
 * Learns from all records which address belongs to which machine: connections that machines start, and logons that name where they come
 * from. Addresses change hands, so the pair seen most often wins. Memory is bounded.
 */
export class Addresses {
  private readonly pairs: Map<string, number>;
  private readonly readers: ReadonlyMap<number, readonly [name: number, address: number]>;

  constructor(fields: FieldTable, pairs: Iterable<readonly [string, number]> = []) {
    this.pairs = new Map(pairs);
    this.readers = new Map(
      TELLING.map(([eventId, name, address]) => [eventId, [name === '' ? -1 : fields.id(name), fields.id(address)]]),
    );
  }

  event(event: LogEvent): void {
    const reader = this.readers.get(event.eventId);
    if (reader === undefined) return;
    const name = reader[0] < 0 ? event.computer : event.value(reader[0]);
    const address = event.value(reader[1]);
    if (typeof name !== 'string' || typeof address !== 'string' || name.length < 2 || address.length < 3) return;
    const key = `${address} ${shortName(name)}`;
    const count = this.pairs.get(key);
    if (count !== undefined || this.pairs.size < LIMIT) this.pairs.set(key, (count ?? 0) + 1);
  }

  merge(other: Addresses): void {
    for (const [key, count] of other.pairs) this.pairs.set(key, (this.pairs.get(key) ?? 0) + count);
  }

  toJSON(): readonly (readonly [string, number])[] {
    return [...this.pairs];
  }

  /** Address → short name of its machine. */
  result(): Map<string, string> {
    const best = new Map<string, readonly [name: string, count: number]>();
    for (const [key, count] of [...this.pairs].sort(([a], [b]) => (a < b ? -1 : 1))) {
      const [address, name] = key.split(' ') as [string, string];
      if (count > (best.get(address)?.[1] ?? 0)) best.set(address, [name, count]);
    }
    return new Map([...best].map(([address, [name]]) => [address, name]));
  }
}

/** A machine's name without its domain, in capitals: how records name it differs. */
export function shortName(name: string): string {
  const dot = name.indexOf('.');
  return (dot > 0 && !/^\d+(\.\d+){3}$/.test(name) ? name.slice(0, dot) : name).toUpperCase();
}
