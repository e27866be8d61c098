/** Search parameters as plain `key=value` pairs, lists as repeated keys: addresses that a person can read and edit. */
export type RawSearch = Readonly<Record<string, unknown>>;

export function parseSearch(text: string): Record<string, string | string[]> {
  const result: Record<string, string | string[]> = {};
  for (const [key, value] of new URLSearchParams(text)) {
    const before = result[key];
    result[key] = before === undefined ? value : Array.isArray(before) ? [...before, value] : [before, value];
  }
  return result;
}

export function stringifySearch(search: RawSearch): string {
  const params = new URLSearchParams();
  for (const [key, value] of Object.entries(search)) {
    if (value === undefined || value === null || value === '' || value === false) continue;
    for (const one of Array.isArray(value) ? value : [value]) params.append(key, String(one));
  }
  const text = params.toString();
  return text ? `?${text}` : '';
}

/** The object without keys that carry nothing (undefined, empty text, empty list). */
export function clean<T extends object>(value: T): T {
  const kept = Object.entries(value).filter(
    ([, v]) => v !== undefined && v !== '' && v !== null && !(Array.isArray(v) && v.length === 0),
  );
  return Object.fromEntries(kept) as T;
}

/** Parameters of every page that say what is on screen, not which records are meant; no action takes them in a filter. */
const VIEW_STATE: ReadonlySet<string> = new Set(['e', 'policy', 'no_day']);

/** What of an address goes into the filter of an action: everything but the state of the view. */
export function filterOf<T extends object>(search: T): Omit<T, 'e' | 'policy' | 'no_day'> {
  return Object.fromEntries(Object.entries(search).filter(([key]) => !VIEW_STATE.has(key))) as Omit<
    T,
    'e' | 'policy' | 'no_day'
  >;
}

/** Readers of single parameters; what does not fit is as if it were not there. */
export const text = (value: unknown): string | undefined => {
  const one = Array.isArray(value) ? value[0] : value;
  return typeof one === 'string' && one.trim() ? one : undefined;
};

export const day = (value: unknown): string | undefined => {
  const one = text(value);
  return one && isDay(one) ? one : undefined;
};

/** Whether the text is YYYY-MM-DD and such a day exists; the browser alone takes 2017-02-30 for 2 March. */
export function isDay(one: string): boolean {
  const at = /^\d{4}-\d{2}-\d{2}$/.test(one) ? Date.parse(one) : Number.NaN;
  return !Number.isNaN(at) && new Date(at).toISOString().startsWith(one);
}

export const flag = (value: unknown): true | undefined => (value === true || value === 'true' ? true : undefined);

export function oneOf<T extends string>(allowed: readonly T[], value: unknown): T | undefined {
  const one = text(value);
  return allowed.find((a) => a === one);
}

export function someOf<T extends string>(allowed: readonly T[], value: unknown): T[] | undefined {
  const given = (Array.isArray(value) ? value : [value]).flatMap((v) => (typeof v === 'string' ? v.split(',') : []));
  const found = allowed.filter((a) => given.includes(a));
  return found.length ? found : undefined;
}
