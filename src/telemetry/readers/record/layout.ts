/** A log record as an object: parsed JSON, or a line of a table under the names of its columns. */
export type LogRecord = Readonly<Record<string, unknown>>;

/** What is known about a record besides its fields; filled anew for every record. */
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
 * Where records keep things. Fields are found by their path with dots (`userIdentity.arn`), and by the shorter and other names
 * that `below` and `aliases` give them.
 */
export interface Layout {
  readonly name: string;
  /** Reads the head of a record. `file` is the name of its file. */
  head(record: LogRecord, head: Head, file: string): void;
  /** What is taken off a path to get the name of a field: `winlog.event_data.Image` is `Image`. The first that fits counts. */
  readonly below?: readonly Below[];
  /** Other names a path is known by; its own names come before them. */
  readonly aliases?: Readonly<Record<string, string | readonly string[]>>;
  /** Whether an object can be a value of its own, as JSON text (`requestParameters|contains`). */
  readonly objects: boolean;
  /** Keywords are looked for in the line as it stands (and in what is encoded on it), not in the single values. */
  readonly line?: boolean;
  /** Paths are put right first (`Provider.#attributes.Name` is `Provider_Name`). */
  readonly tidy?: (path: string) => string;
}

/** A way of writing records that is recognised by the records themselves. */
export interface Shape {
  readonly name: string;
  /** Whether a record is of this shape. Shapes are asked in the order of their table. */
  is(record: LogRecord): boolean;
  layout(record: LogRecord, file: string): Layout;
}

/** A shape with one layout. */
export type OnlyLayout = Layout & Pick<Shape, 'is'>;

export interface Below {
  /** Keys with dots between them, `*` for any: `Event.UserData.*`. */
  readonly path: string;
  /** Where two paths give one name, the lower rank counts. */
  readonly rank: number;
}

export function isObject(value: unknown): value is LogRecord {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** A text field, '' for anything else. */
export function textOf(value: unknown): string {
  return typeof value === 'string' ? value : '';
}

/** The object at a key, or an empty one. */
export function objectAt(record: LogRecord, key: string): LogRecord {
  const value = record[key];
  return isObject(value) ? value : EMPTY;
}

const EMPTY: LogRecord = Object.freeze({});
