/** What a log source of Sigma's is on disk. The default stands in `data/sigma/logsources.json`; users add their own. */
export interface LogsourceTable {
  /** Windows event log channels by Sigma's service name, in lower case. */
  readonly channels: Readonly<Record<string, readonly string[]>>;
  readonly categories: readonly CategoryEntry[];
}

/** Where records of a category are found. Without sources none are written to any log, which `why` explains. */
export interface CategoryEntry {
  readonly category: string;
  /** Null for rules that name no product. */
  readonly product: string | null;
  readonly sources: readonly SourceEntry[];
  readonly why?: string;
  /** In a user's own table: instead of the sources known for the category, not besides them. */
  readonly replace?: boolean;
}

/** Either Windows event logs (a service of `channels`, or channels) or what a reader names. */
export interface SourceEntry {
  readonly service?: string;
  readonly channels?: readonly string[];
  readonly eventIds?: readonly number[];
  readonly providers?: readonly string[];
  readonly named?: { readonly product?: string; readonly category?: string; readonly service?: string };
  /** Fields that must have one of these values besides, as seen through the view. */
  readonly where?: Readonly<Record<string, readonly string[]>>;
  readonly view?: string;
}

/** The table with a user's own put to it: channels and sources are added, a category with `replace` takes its place. */
export function extended(table: LogsourceTable, own: LogsourceTable): LogsourceTable {
  const channels: Record<string, readonly string[]> = { ...table.channels };
  for (const [service, more] of Object.entries(own.channels))
    channels[service] = [...new Set([...(channels[service] ?? []), ...more])];
  const categories = new Map(table.categories.map((it) => [keyOf(it), it]));
  for (const it of own.categories) {
    const known = it.replace ? undefined : categories.get(keyOf(it));
    categories.set(keyOf(it), known ? { ...known, sources: [...known.sources, ...it.sources] } : it);
  }
  return { channels, categories: [...categories.values()] };
}

function keyOf({ product, category }: CategoryEntry): string {
  return `${product ?? ''}/${category}`;
}
