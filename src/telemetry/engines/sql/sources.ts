import type { LogEvent } from '../../../model/event.ts';
import type { Route } from '../../../sigma/logsource/route.ts';
import type { Node, RulePack } from '../../../sigma/rule/tree.ts';

/** A kind of record (channel and event id, or product, category, service), or a view of one: rows are sorted and asked by it. */
export interface Source {
  /** The number that rows carry. */
  readonly number: number;
  readonly view: string | null;
  /** The rules that are asked of such records, with what their route adds. */
  readonly asks: readonly Ask[];
  /** The views that rules want such records to be seen under. */
  readonly views: readonly Source[];
  /** Rows by shape. */
  single: number;
  fenced: number;
}

export interface Ask {
  readonly rule: number;
  readonly where: Node;
}

/** Finds the source of each event; kinds that were met before are found by one look-up. */
export class Sources {
  readonly all: Source[] = [];
  private readonly routes: readonly (readonly [rule: number, where: Node, route: Route])[];
  private readonly known = new Map<string, Source>();

  constructor(pack: RulePack) {
    this.routes = pack.rules.flatMap((rule, number) =>
      rule.routes.map((route) => [number, rule.where, route] as const),
    );
  }

  of(event: LogEvent): Source {
    const key = `${event.channel}\n${event.eventId}\n${event.provider}\n${event.product}\n${event.category}\n${event.service}`;
    let source = this.known.get(key);
    if (!source) {
      const kind = kindOf(event);
      const routes = this.routes.filter(([, , route]) => reaches(route, kind));
      const names = new Set(routes.map(([, , route]) => route.view).filter((view) => view !== null));
      source = this.add(
        null,
        routes,
        [...names].sort().map((view) => this.add(view, routes, [])),
      );
      this.known.set(key, source);
    }
    return source;
  }

  private add(view: string | null, routes: typeof this.routes, views: readonly Source[]): Source {
    const byRule = new Map<number, Node[]>();
    for (const [rule, where, route] of routes) {
      if (route.view !== view) continue;
      const tree: Node = route.where ? { op: 'and', of: [route.where, where] } : where;
      const trees = byRule.get(rule);
      if (trees) trees.push(tree);
      else byRule.set(rule, [tree]);
    }
    const asks = [...byRule].map(
      ([rule, trees]): Ask => ({ rule, where: trees.length > 1 ? { op: 'or', of: trees } : trees[0]! }),
    );
    const source: Source = { number: this.all.length, view, asks, views, single: 0, fenced: 0 };
    this.all.push(source);
    return source;
  }
}

interface Kind {
  readonly channel: string;
  readonly eventId: number;
  readonly provider: string;
  readonly product: string;
  readonly category: string;
  readonly service: string;
}

function kindOf({ channel, eventId, provider, product, category, service }: LogEvent): Kind {
  return { channel: channel.toLowerCase(), eventId, provider: provider.toLowerCase(), product, category, service };
}

function reaches({ source }: Route, kind: Kind): boolean {
  if (source.kind === 'named') {
    return (
      (source.product === null || source.product === kind.product) &&
      (source.category === null || source.category === kind.category) &&
      (source.service === null || source.service === kind.service)
    );
  }
  return (
    kind.product === 'windows' &&
    (source.channels?.includes(kind.channel) ?? true) &&
    (source.eventIds?.includes(kind.eventId) ?? true) &&
    (source.providers?.some((provider) => provider.toLowerCase() === kind.provider) ?? true)
  );
}
