import type { LogEvent } from '../../model/event.ts';

/** Channels with their event ids, and hosts, that are kept apart. */
const LIMITS = { kinds: 20_000, hosts: 20_000 } as const;

/** How many events were read of each kind and from each host, the most first. */
export interface TallyFigures {
  readonly kinds: readonly { readonly channel: string; readonly eventId: number; readonly events: number }[];
  readonly hosts: readonly { readonly host: string; readonly events: number }[];
  /** Events whose kind or host found no room in the tables. */
  readonly leftOut: { readonly kinds: number; readonly hosts: number };
}

/** Counts every event that is read: a look into two maps, nothing is decoded. */
export class Tally {
  private readonly channels = new Map<string, Map<number, number>>();
  private readonly hosts = new Map<string, number>();
  private kinds = 0;
  private leftOut = { kinds: 0, hosts: 0 };

  event(event: LogEvent): void {
    this.count(channelOf(event), event.eventId, 1);
    this.countHost(event.computer, 1);
  }

  merge(other: Tally): void {
    for (const [channel, ids] of other.channels) for (const [id, events] of ids) this.count(channel, id, events);
    for (const [host, events] of other.hosts) this.countHost(host, events);
    this.leftOut.kinds += other.leftOut.kinds;
    this.leftOut.hosts += other.leftOut.hosts;
  }

  result(): TallyFigures {
    const { channels, hosts, leftOut } = this;
    return {
      kinds: [...channels]
        .flatMap(([channel, ids]) => [...ids].map(([eventId, events]) => ({ channel, eventId, events })))
        .sort((a, b) => b.events - a.events || compare(a.channel, b.channel) || a.eventId - b.eventId),
      hosts: [...hosts]
        .map(([host, events]) => ({ host, events }))
        .sort((a, b) => b.events - a.events || compare(a.host, b.host)),
      leftOut: { ...leftOut },
    };
  }

  /** The state is what it results in. */
  toJSON(): TallyFigures {
    return this.result();
  }

  static from({ kinds, hosts, leftOut }: TallyFigures): Tally {
    const tally = new Tally();
    for (const { channel, eventId, events } of kinds) tally.count(channel, eventId, events);
    for (const { host, events } of hosts) tally.countHost(host, events);
    tally.leftOut = { ...leftOut };
    return tally;
  }

  private count(channel: string, eventId: number, events: number): void {
    let ids = this.channels.get(channel);
    if (!ids) {
      ids = new Map();
      // A channel without room gets a table of its own only when it can fill it.
      if (this.kinds < LIMITS.kinds) this.channels.set(channel, ids);
    }
    const before = ids.get(eventId);
    if (before === undefined && this.kinds >= LIMITS.kinds) {
      this.leftOut.kinds += events;
      return;
    }
    if (before === undefined) this.kinds++;
    ids.set(eventId, (before ?? 0) + events);
  }

  private countHost(host: string, events: number): void {
    const before = this.hosts.get(host);
    if (before === undefined && this.hosts.size >= LIMITS.hosts) this.leftOut.hosts += events;
    else this.hosts.set(host, (before ?? 0) + events);
  }
}

/** The channel, or what kind of log it is where there are no channels: `zeek dns`. */
export function channelOf({ channel, product, category, service }: LogEvent): string {
  return (
    channel ||
    (product === 'windows' ? 'windows, no channel named' : [product, category, service].filter(Boolean).join(' '))
  );
}

function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
