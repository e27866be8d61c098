import type { Route } from '../logsource/route.ts';
import type { Node, Rule } from '../rule/tree.ts';

/** Where a record comes from; texts as the record spells them. */
export interface Origin {
  readonly channel: string;
  /** -1 where there is none. */
  readonly eventId: number;
  readonly provider: string;
  readonly product: string;
  readonly category: string;
  readonly service: string;
}

/** A rule on one of its routes. */
export interface Candidate {
  /** The number of the rule in its pack. */
  readonly rule: number;
  readonly view: string | null;
  /** The rule's tree and what its route wants besides. */
  readonly where: Node;
}

/** Finds the rules for a kind of record. */
export class Routing {
  /** Windows routes by channel; '' for those that take any. */
  private readonly windows = new Map<string, Entry[]>();
  private readonly named: Entry[] = [];

  constructor(rules: readonly Rule[]) {
    for (const [number, rule] of rules.entries()) {
      for (const route of rule.routes) {
        const where: Node = route.where ? { op: 'and', of: [route.where, rule.where] } : rule.where;
        const entry: Entry = { number, where, route };
        if (route.source.kind === 'named') this.named.push(entry);
        else for (const channel of route.source.channels ?? ['']) this.file(channel.toLowerCase(), entry);
      }
    }
  }

  /** Every rule with a route that takes records of this origin, once for each different view and condition. */
  candidates(origin: Origin): Candidate[] {
    const lower = {
      channel: origin.channel.toLowerCase(),
      provider: origin.provider.toLowerCase(),
      product: origin.product.toLowerCase(),
      category: origin.category.toLowerCase(),
      service: origin.service.toLowerCase(),
      eventId: origin.eventId,
    };
    const found: Candidate[] = [];
    const seen = new Set<string>();
    const take = ({ number, where, route }: Entry): void => {
      if (!leadsTo(route, lower)) return;
      const key = `${number} ${route.view} ${JSON.stringify(route.where)}`;
      if (seen.has(key)) return;
      seen.add(key);
      found.push({ rule: number, view: route.view, where });
    };
    for (const entry of this.windows.get(lower.channel) ?? []) take(entry);
    if (lower.channel !== '') for (const entry of this.windows.get('') ?? []) take(entry);
    for (const entry of this.named) take(entry);
    return found.sort((a, b) => a.rule - b.rule);
  }

  private file(channel: string, entry: Entry): void {
    const list = this.windows.get(channel);
    if (list) list.push(entry);
    else this.windows.set(channel, [entry]);
  }
}

interface Entry {
  readonly number: number;
  readonly where: Node;
  readonly route: Route;
}

/** Whether a route takes records of an origin that is given in lower case. */
function leadsTo({ source }: Route, origin: Origin): boolean {
  if (source.kind === 'named') {
    return (
      fits(source.product, origin.product) &&
      fits(source.category, origin.category) &&
      fits(source.service, origin.service)
    );
  }
  // Only Windows logs have channels; a record without one counts when its reader says that it is from Windows.
  if (origin.channel === '' && origin.product !== 'windows') return false;
  return (
    (source.channels?.some((channel) => channel.toLowerCase() === origin.channel) ?? true) &&
    (source.eventIds?.includes(origin.eventId) ?? true) &&
    (source.providers?.some((provider) => provider.toLowerCase() === origin.provider) ?? true)
  );
}

function fits(wanted: string | null, is: string): boolean {
  return wanted === null || wanted === is;
}
