import { and, or } from '../rule/simplify.ts';
import type { Logsource, Node } from '../rule/tree.ts';
import { requiredEventIds } from './event-ids.ts';
import type { Route } from './route.ts';
import type { LogsourceTable, SourceEntry } from './table.ts';

/** The places a rule's records are found, or why there is none. */
export type Routing =
  | { readonly routes: readonly Route[] }
  | { readonly code: 'no-log-source' | 'event-id-elsewhere'; readonly why: string };

/**
 * Where the records of a rule are found. Windows event logs are narrowed to the event ids that the rule itself requires, so that
 * engines can sort rules by channel and id; other products are named as they are.
 */
export function route({ product, category, service }: Logsource, where: Node, table: LogsourceTable): Routing {
  const windows = product === null || product === 'windows';
  const routes: Route[] = [];
  if (category !== null) {
    const known = table.categories.filter(
      (it) => it.category === category && (product === null || it.product === null || it.product === product),
    );
    const none = known.find((it) => it.sources.length === 0);
    if (none && none.product === product) return { code: 'no-log-source', why: none.why ?? '' };
    for (const source of known.flatMap((it) => it.sources))
      if (service === null || source.service === undefined || source.service === service)
        routes.push(routeOf(source, table));
  } else if (windows && service !== null) {
    const channels = table.channels[service];
    if (channels) routes.push(windowsRoute(channels, null, null, null, null));
  } else if (product === 'windows') routes.push(windowsRoute(null, null, null, null, null));
  if (product !== 'windows')
    routes.push({ source: { kind: 'named', product, category, service }, where: null, view: null });
  if (routes.length === 0) return { code: 'no-log-source', why: '' };
  const narrowed = narrow(routes, requiredEventIds(where));
  return narrowed.length ? { routes: Object.freeze(narrowed) } : { code: 'event-id-elsewhere', why: '' };
}

function routeOf(source: SourceEntry, table: LogsourceTable): Route {
  const view = source.view ?? null;
  const where = source.where ? conditionOf(source.where) : null;
  if (source.named) {
    const { product = null, category = null, service = null } = source.named;
    return { source: { kind: 'named', product, category, service }, where, view };
  }
  const channels = source.channels ?? (source.service === undefined ? null : (table.channels[source.service] ?? null));
  return windowsRoute(channels, source.eventIds ?? null, source.providers ?? null, where, view);
}

function windowsRoute(
  channels: readonly string[] | null,
  eventIds: readonly number[] | null,
  providers: readonly string[] | null,
  where: Node | null,
  view: string | null,
): Route {
  return {
    source: { kind: 'windows', channels: channels?.map((it) => it.toLowerCase()) ?? null, eventIds, providers },
    where,
    view,
  };
}

function conditionOf(where: Readonly<Record<string, readonly string[]>>): Node {
  return and(
    Object.entries(where).map(([field, values]) =>
      or(values.map((value): Node => ({ op: 'string', field, pattern: [value], cased: false }))),
    ),
  );
}

/** The routes with only those event ids; routes that none is left of go. */
function narrow(routes: readonly Route[], ids: ReadonlySet<number> | null): Route[] {
  if (!ids) return [...routes];
  return routes.flatMap((it) => {
    if (it.source.kind === 'named') return [it];
    const eventIds = it.source.eventIds
      ? it.source.eventIds.filter((id) => ids.has(id))
      : [...ids].sort((a, b) => a - b);
    return eventIds.length ? [{ ...it, source: { ...it.source, eventIds } }] : [];
  });
}
