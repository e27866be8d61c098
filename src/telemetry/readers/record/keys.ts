import { FieldTable, fieldKey } from '../../../base/fields.ts';
import type { Layout } from './layout.ts';

/** A key of a record at its place: which fields it gives, and whether there is something to look for inside it. */
export interface KeyEntry {
  readonly key: string;
  readonly targets: readonly Target[];
  readonly inside: KeyNode | null;
  /** The key that came after it in the record before. Logs repeat themselves: it is nearly always the next one. */
  next: KeyEntry | null;
}

export interface Target {
  readonly id: number;
  /** Lower counts where several keys give one field. */
  readonly rank: number;
}

/** The keys seen so far in objects at one place of a record. */
export interface KeyNode {
  readonly path: string;
  readonly depth: number;
  readonly entries: Map<string, KeyEntry>;
  first: KeyEntry | null;
}

/** Records that use keys as data (a map from address to count) would fill memory with them. */
const MAX_KEYS = 20_000;
/** Nobody names fields deeper than that. */
const MAX_DEPTH = 24;
const LEAF_RANK = 10;
const ALIAS_RANK = 20;

/** A table that wants every field, each spelling for itself. */
export class EveryField extends FieldTable {
  private readonly numbers = new Map<string, number>();

  override id(name: string): number {
    let id = this.numbers.get(name);
    if (id === undefined) {
      id = this.names.push(name) - 1;
      this.numbers.set(name, id);
    }
    return id;
  }

  override find(name: string): number {
    return this.id(name);
  }
}

/** Which keys of records of one layout matter, for the fields that the table holds now. Learnt from the records themselves. */
export class KeyTree {
  readonly root: KeyNode = { path: '', depth: 0, entries: new Map(), first: null };
  /** Size of the table it was made for: with more fields it is out of date. */
  readonly size: number;
  private readonly layout: Layout;
  private readonly fields: FieldTable;
  private readonly wanted: ReadonlySet<string>;
  private readonly roots: ReadonlySet<string>;
  private readonly below: readonly { readonly keys: readonly string[]; readonly rank: number }[];
  private readonly open: boolean;
  private count = 0;

  constructor(layout: Layout, fields: FieldTable) {
    this.layout = layout;
    this.fields = fields;
    this.open = fields instanceof EveryField;
    this.size = this.open ? Infinity : fields.size;
    this.wanted = new Set(fields.names.flatMap((name) => parents(fieldKey(name))));
    this.below = (layout.below ?? []).map(({ path, rank }) => ({ keys: path.split('.'), rank }));
    this.roots = new Set(Object.keys(layout.aliases ?? {}).flatMap((path) => parents(path)));
  }

  /** The entry of a key, made when it is first seen. */
  add(node: KeyNode, key: string): KeyEntry {
    if (this.count >= MAX_KEYS) {
      this.count = 0;
      this.root.entries.clear();
      this.root.first = null;
      node.entries.clear();
    }
    const path = node.path === '' ? key : `${node.path}.${key}`;
    const { tidy } = this.layout;
    const targets = this.targets(tidy ? tidy(path) : path);
    const inside = node.depth < MAX_DEPTH && this.looksInside(path) ? emptyNode(path, node.depth + 1) : null;
    const entry: KeyEntry = { key, targets, inside, next: null };
    node.entries.set(key, entry);
    this.count++;
    return entry;
  }

  private targets(path: string): Target[] {
    const targets: Target[] = [];
    const give = (name: string, rank: number): void => {
      const id = this.fields.find(name);
      if (id < 0 || targets.some((target) => target.id === id)) return;
      // `ProcessID` of the record's header and `ProcessId` of its data differ by case only: the spelling asked for wins.
      targets.push({ id, rank: rank * 2 + (this.fields.names[id] === name ? 0 : 1) });
    };
    const keys = path.split('.');
    const below = this.below.find(({ keys: above }) => above.length < keys.length && fits(above, keys));
    if (below) {
      const rest = keys.slice(below.keys.length);
      give(rest.join('.'), below.rank);
      if (rest.length > 1) give(rest.at(-1)!, below.rank + LEAF_RANK);
    }
    give(path, 0);
    const { aliases } = this.layout;
    if (aliases && Object.hasOwn(aliases, path)) for (const alias of [aliases[path]!].flat()) give(alias, ALIAS_RANK);
    return targets;
  }

  private looksInside(path: string): boolean {
    const keys = path.split('.');
    return (
      this.open ||
      this.roots.has(path) ||
      this.wanted.has(fieldKey(path)) ||
      this.below.some((below) => fits(below.keys, keys))
    );
  }
}

/** Whether one of the two paths leads to the other, or they are the same. */
function fits(pattern: readonly string[], keys: readonly string[]): boolean {
  return pattern.every((key, i) => i >= keys.length || key === '*' || key === keys[i]);
}

function emptyNode(path: string, depth: number): KeyNode {
  return { path, depth, entries: new Map(), first: null };
}

/** `a.b.c` → `a`, `a.b`. */
function parents(path: string): string[] {
  const found: string[] = [];
  for (let at = path.indexOf('.'); at >= 0; at = path.indexOf('.', at + 1)) found.push(path.slice(0, at));
  return found;
}
