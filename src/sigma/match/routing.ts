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

/** Routes, sorted so that those for a kind of record are quickly found. */
export class RouteTable {
  /** Windows routes by channel; '' for those that take any. */
  private readonly windows = new Map<string, WindowsRoute[]>();
  private readonly named: { readonly number: number; readonly route: Route }[] = [];

  constructor(routes: readonly Route[]) {
    for (const [number, route] of routes.entries()) {
      const { source } = route;
      if (source.kind === 'named') {
        this.named.push({ number, route });
        continue;
      }
      const providers = source.providers?.map((provider) => provider.toLowerCase()) ?? null;
      const entry = { number, eventIds: source.eventIds, providers };
      for (const channel of source.channels ?? ['']) this.file(channel.toLowerCase(), entry);
    }
  }

  /** The numbers of the routes that take records of this origin, ascending. */
  taking(origin: Origin): number[] {
    const lower: Origin = {
      channel: origin.channel.toLowerCase(),
      provider: origin.provider.toLowerCase(),
      product: origin.product.toLowerCase(),
      category: origin.category.toLowerCase(),
      service: origin.service.toLowerCase(),
      eventId: origin.eventId,
    };
    const found = new Set<number>();
    // Only Windows logs have channels; a record without one counts when its reader says that it is from Windows.
    if (lower.channel !== '' || lower.product === 'windows') {
      for (const channel of [lower.channel, ''])
        for (const route of this.windows.get(channel) ?? []) if (takesEvent(route, lower)) found.add(route.number);
    }
    for (const { number, route } of this.named) if (takesNamed(route, lower)) found.add(number);
    return [...found].sort((a, b) => a - b);
  }

  private file(channel: string, entry: WindowsRoute): void {
    const list = this.windows.get(channel);
    if (list) list.push(entry);
    else this.windows.set(channel, [entry]);
  }
}

interface WindowsRoute {
  readonly number: number;
  readonly eventIds: readonly number[] | null;
  readonly providers: readonly string[] | null;
}

function takesEvent({ eventIds, providers }: WindowsRoute, origin: Origin): boolean {
  return (eventIds?.includes(origin.eventId) ?? true) && (providers?.includes(origin.provider) ?? true);
}

function takesNamed({ source }: Route, origin: Origin): boolean {
  return (
    source.kind === 'named' &&
    (source.product === null || source.product === origin.product) &&
    (source.category === null || source.category === origin.category) &&
    (source.service === null || source.service === origin.service)
  );
}

/** A rule on one of its routes. */
export interface Candidate {
  /** The number of the rule in its pack. */
  readonly rule: number;
  readonly view: string | null;
  /** The rule's tree and what its route wants besides; the same object for every kind of record. */
  readonly where: Node;
}

/** Finds the rules for a kind of record. */
export class Routing {
  private readonly table: RouteTable;
  /** Beside each route. */
  private readonly candidate: Candidate[] = [];

  constructor(rules: readonly Rule[]) {
    const routes: Route[] = [];
    for (const [number, rule] of rules.entries())
      for (const route of rule.routes) {
        routes.push(route);
        this.candidate.push(new LazyCandidate(number, rule, route));
      }
    this.table = new RouteTable(routes);
  }

  /** Every rule with a route that takes records of this origin, once for each different view and condition, in their order. */
  candidates(origin: Origin): Candidate[] {
    const found = this.table.taking(origin).map((number) => this.candidate[number]!);
    return found.filter((one, i) => {
      for (let before = i - 1; before >= 0 && found[before]!.rule === one.rule; before--)
        if (isSame(found[before]!, one)) return false;
      return true;
    });
  }
}

/** A rule's tree may be text until it is asked for: most rules are for records that never come. */
class LazyCandidate implements Candidate {
  readonly rule: number;
  readonly view: string | null;
  private readonly of: Rule;
  private readonly route: Route;
  private tree: Node | null = null;

  constructor(rule: number, of: Rule, route: Route) {
    this.rule = rule;
    this.view = route.view;
    this.of = of;
    this.route = route;
  }

  get where(): Node {
    const { where } = this.route;
    this.tree ??= where ? { op: 'and', of: [where, this.of.where] } : this.of.where;
    return this.tree;
  }
}

function isSame(a: Candidate, b: Candidate): boolean {
  return a.view === b.view && (a.where === b.where || JSON.stringify(a.where) === JSON.stringify(b.where));
}
