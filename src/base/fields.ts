/**
 * What a field of a log record holds: its text, several texts (repeated elements, arrays), null where the record names the
 * field without a value, undefined where it does not name it. Numbers and truth values are text as the log prints them.
 */
export type Value = string | readonly string[] | null | undefined;

/**
 * Gives every field name that rules or outputs ask for a small number, so that readers and matchers meet in arrays, not in
 * strings. Sigma leaves the spelling of names to the log: spaces and case do not count here ("Threat Name" is "ThreatName").
 */
export class FieldTable {
  private readonly ids = new Map<string, number>();
  /** The name each number was first asked for by. */
  readonly names: string[] = [];

  /** The number of a field, given when it is first asked for. */
  id(name: string): number {
    const key = fieldKey(name);
    let id = this.ids.get(key);
    if (id === undefined) {
      id = this.names.length;
      this.ids.set(key, id);
      this.names.push(name);
    }
    return id;
  }

  /** The number of a field that was asked for before, -1 for any other: readers use it to skip what nobody wants. */
  find(name: string): number {
    return this.ids.get(fieldKey(name)) ?? -1;
  }

  get size(): number {
    return this.names.length;
  }
}

/** The form of a field name that is compared: lower case, without spaces. */
export function fieldKey(name: string): string {
  return name.toLowerCase().replaceAll(' ', '');
}

/** A record whose fields are decoded when asked for. It may be reused for the next record: keep values, not the source. */
export interface FieldSource {
  /** The value of field number `id` of the reader's table. Asking twice must be cheap. */
  value(id: number): Value;
  /** Every text of the record, for keyword search. */
  texts(): readonly string[];
  /**
   * Whether a text of the record may hold what is sought: a cheap way to rule that out, for sources that can search their bytes
   * without making texts of them. Yes where in doubt.
   */
  mayHold?(finder: TextFinder): boolean;
  /**
   * Every field of the record, under every name that `value` would know it by, with its value: for whoever keeps records for
   * questions to come. Names that differ by case alone may both come.
   */
  each?(visit: (name: string, value: Exclude<Value, undefined>) => void): void;
}

/** Seeks some texts, whatever the case. Yes where in doubt. */
export interface TextFinder {
  inText(text: string): boolean;
  /** The same for the UTF-16LE bytes of a text. */
  inUtf16(bytes: Uint8Array, start: number, end: number): boolean;
  /** Numbers, times, GUIDs, SIDs, addresses and bytes need not be searched: every text sought has other characters. */
  readonly wordy: boolean;
}
