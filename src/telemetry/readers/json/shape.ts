/** A parsed JSON object. */
export type JsonObject = Readonly<Record<string, unknown>>;

/** What a shape knows about a record besides its fields; filled anew for every record. */
export interface Head {
  channel: string;
  eventId: number;
  provider: string;
  computer: string;
  product: string;
  category: string;
  service: string;
  /** As the record holds them; read when asked for. */
  time: unknown;
  record: unknown;
}

/**
 * A way of writing log records as JSON: by what it is known, and where it keeps things. Fields are found by their path with dots
 * (`userIdentity.arn`), and by the shorter and other names that `below` and `aliases` give them.
 */
export interface Shape {
  readonly name: string;
  /** Whether a record is of this shape. Shapes are asked in the order of their table. */
  is(record: JsonObject): boolean;
  head(record: JsonObject, head: Head): void;
  /** What is taken off a path to get the name of a field: `winlog.event_data.Image` is `Image`. The first that fits counts. */
  readonly below?: readonly Below[];
  /** Other names a path is known by; its own names come before them. */
  readonly aliases?: Readonly<Record<string, string | readonly string[]>>;
  /** Whether an object can be a value of its own, as JSON text (`requestParameters|contains`). */
  readonly objects: boolean;
  /** Paths are put right first (`Provider.#attributes.Name` is `Provider_Name`). */
  readonly tidy?: (path: string) => string;
}

export interface Below {
  /** Keys with dots between them, `*` for any: `Event.UserData.*`. */
  readonly path: string;
  /** Where two paths give one name, the lower rank counts. */
  readonly rank: number;
}

export function isObject(value: unknown): value is JsonObject {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** A text field, '' for anything else. */
export function textOf(value: unknown): string {
  return typeof value === 'string' ? value : '';
}

/** The object at a key, or an empty one. */
export function objectAt(record: JsonObject, key: string): JsonObject {
  const value = record[key];
  return isObject(value) ? value : EMPTY;
}

const EMPTY: JsonObject = Object.freeze({});
