import type { FieldTable } from '../base/fields.ts';
import type { LogEvent } from '../model/event.ts';
import { Machines } from './machines.ts';

/** Pairs that are kept. */
const LIMIT = 100_000;

/** Which records name a machine together with its address: event id → fields of the name ('' for the computer itself) and the address. */
const TELLING: readonly (readonly [eventId: number, name: string, address: string])[] = [
  [3, '', 'SourceIp'],
  [4624, 'WorkstationName', 'IpAddress'],
];

/** What was learnt, as it goes from one thread to another. */
export interface Learnt {
  readonly pairs: readonly (readonly [string, number])[];
  readonly computers: readonly string[];
}

/**
 * Learns from all records which machines there are and which address belongs to which: connections that machines start, and logons that
 * name where they come from. Addresses change hands, so the pair seen most often wins. Memory is bounded.
 */
export class Addresses {
  private readonly pairs: Map<string, number>;
  private readonly computers: Set<string>;
  private readonly readers: ReadonlyMap<number, readonly [name: number, address: number]>;
  private lastComputer = '';

  constructor(fields: FieldTable, { pairs, computers }: Learnt = { pairs: [], computers: [] }) {
    this.pairs = new Map(pairs);
    this.computers = new Set(computers);
    this.readers = new Map(
      TELLING.map(([eventId, name, address]) => [eventId, [name === '' ? -1 : fields.id(name), fields.id(address)]]),
    );
  }

  event(event: LogEvent): void {
    const { computer } = event;
    if (computer !== this.lastComputer && computer !== '') {
      this.lastComputer = computer;
      if (this.computers.size < LIMIT) this.computers.add(computer);
    }
    const reader = this.readers.get(event.eventId);
    if (reader === undefined) return;
    const name = reader[0] < 0 ? computer : event.value(reader[0]);
    const address = event.value(reader[1]);
    if (typeof name !== 'string' || typeof address !== 'string' || name.length < 2 || address.length < 3) return;
    // A short name is that of the domain of whoever says it, if there are two.
    const key = `${address} ${name.toUpperCase()} ${domainOf(computer)}`;
    const count = this.pairs.get(key);
    if (count !== undefined || this.pairs.size < LIMIT) this.pairs.set(key, (count ?? 0) + 1);
  }

  merge(other: Addresses): void {
    for (const computer of other.computers) if (this.computers.size < LIMIT) this.computers.add(computer);
    for (const [key, count] of other.pairs) this.pairs.set(key, (this.pairs.get(key) ?? 0) + count);
  }

  toJSON(): Learnt {
    return { pairs: [...this.pairs], computers: [...this.computers] };
  }

  /** The machines, and address → the name its machine goes by. */
  result(): { readonly machines: Machines; readonly addresses: ReadonlyMap<string, string> } {
    const pairs = [...this.pairs].map(
      ([key, count]) => [...(key.split(' ') as [string, string, string]), count] as const,
    );
    const machines = new Machines([...this.computers, ...pairs.map(([, name]) => name)]);
    const counts = new Map<string, Map<string, number>>();
    for (const [address, name, by, count] of pairs) {
      const named = machines.name(name, `x${by}`);
      const of = counts.get(address) ?? new Map<string, number>();
      of.set(named, (of.get(named) ?? 0) + count);
      counts.set(address, of);
    }
    return {
      machines,
      addresses: new Map(
        [...counts].map(([address, of]) => [
          address,
          [...of].sort(([a, n], [b, m]) => m - n || (a < b ? -1 : 1))[0]![0],
        ]),
      ),
    };
  }
}

/** `.plant.example` of `dc01.plant.example`; '' for a short name. */
function domainOf(computer: string): string {
  const dot = computer.indexOf('.');
  return dot < 0 ? '' : computer.slice(dot);
}
