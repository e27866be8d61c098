/** A map that takes no more keys than its limit, and counts what was meant for the others: memory stays bounded, honestly. */
export class BoundedMap<Row> {
  readonly limit: number;
  readonly rows: Map<string, Row>;
  /** How many times a row was asked for that found no room. */
  left: number;

  constructor(limit: number, rows: Iterable<readonly [string, Row]> = [], left = 0) {
    this.limit = limit;
    this.rows = new Map(rows);
    this.left = left;
  }

  /** The row of a key, made when there is room for it; undefined when there is none. `weight` is what is then left out. */
  row(key: string, make: () => Row, weight = 1): Row | undefined {
    const found = this.rows.get(key);
    if (found !== undefined) return found;
    if (this.rows.size >= this.limit) {
      this.left += weight;
      return undefined;
    }
    const made = make();
    this.rows.set(key, made);
    return made;
  }

  toJSON(): BoundedMapState<Row> {
    return { rows: [...this.rows], left: this.left };
  }
}

export interface BoundedMapState<Row> {
  readonly rows: readonly (readonly [string, Row])[];
  readonly left: number;
}
