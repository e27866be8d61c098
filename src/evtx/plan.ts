import { fieldKey, type TextFinder } from '../base/fields.ts';
import type { Attribute, Element, Leaf, Node, Substitution } from './node.ts';

/** Which part of an event the roots of a fragment stand in: it decides what their elements are called as fields. */
export const CONTEXT = { document: 0, event: 1, system: 2, data: 3, other: 4 } as const;
export type Context = (typeof CONTEXT)[keyof typeof CONTEXT];

/** Whose names win when two are the same: what the event itself says, what the log service adds, what was rendered later. */
export const RANK = { data: 0, system: 1, other: 2 } as const;
type Rank = (typeof RANK)[keyof typeof RANK];

/** A field: its name, and the text and values it is put together from. */
export interface Entry {
  /** Empty where the name itself holds a value; see `nameParts`. */
  readonly name: string;
  readonly nameParts: readonly Leaf[] | null;
  readonly rank: Rank;
  readonly parts: readonly Leaf[];
  /** The number of the value that is all of it, -1 for anything else. */
  readonly substitution: number;
  /** The literal that is all of it, undefined for anything else; null for an empty element. */
  readonly literal: string | null | undefined;
}

/** A value that may hold BinXML, and the part of the event that this would belong to. */
export interface NestedPlace {
  readonly index: number;
  readonly context: Context;
}

/**
 * The fields of a template in one part of an event. Names: `Provider_Name` and `EventID` for System, the `Name` of `Data` and
 * `ComplexData` (`Data` without one), element names for the leaves of UserData, `Element_Attribute` for attributes.
 */
export class Plan {
  readonly entries: readonly Entry[];
  readonly nested: readonly NestedPlace[];
  /** Whether some field has a name that is a value of the record. */
  readonly dynamic: boolean;
  /** The entries that are not wholly literal. */
  readonly variable: readonly Entry[];
  private sought: TextFinder | null = null;
  private found = false;
  private readonly byKey = new Map<string, number[]>();

  constructor(roots: readonly Node[], context: Context) {
    const entries: Entry[] = [];
    const nested: NestedPlace[] = [];
    collect(roots, context, entries, nested);
    this.entries = entries;
    this.variable = entries.filter((entry) => entry.literal === undefined);
    this.nested = nested;
    this.dynamic = entries.some((entry) => entry.nameParts !== null);
    for (const [index, { name, nameParts }] of entries.entries()) {
      if (nameParts !== null) continue;
      const key = fieldKey(name);
      const same = this.byKey.get(key);
      if (same) same.push(index);
      else this.byKey.set(key, [index]);
    }
  }

  /** Whether a literal may hold what is sought; remembered, for records of one kind are searched for the same. */
  mayHold(finder: TextFinder): boolean {
    if (this.sought !== finder) {
      this.sought = finder;
      this.found = this.entries.some(({ literal }) => typeof literal === 'string' && finder.inText(literal));
    }
    return this.found;
  }

  /** The entries of a field, by its comparable name. */
  find(key: string): readonly number[] {
    return this.byKey.get(key) ?? NONE;
  }
}

const NONE: readonly number[] = [];

function collect(nodes: readonly Node[], context: Context, entries: Entry[], nested: NestedPlace[]): void {
  for (const node of nodes) {
    if (node.kind === 'substitution') nested.push({ index: node.index, context });
    else if (node.kind === 'element') element(node, context, entries, nested);
  }
}

function element(node: Element, context: Context, entries: Entry[], nested: NestedPlace[]): void {
  if (context === CONTEXT.document && node.name === 'Event') collect(node.children, CONTEXT.event, entries, nested);
  else if (context <= CONTEXT.event) {
    const inner = PARTS[node.name] ?? CONTEXT.other;
    attributes(node.attributes, node.name, RANKS[inner]!, entries);
    collect(node.children, inner, entries, nested);
  } else field(node, context, entries, nested);
}

const PARTS: Readonly<Record<string, Context>> = Object.assign(Object.create(null), {
  System: CONTEXT.system,
  EventData: CONTEXT.data,
  UserData: CONTEXT.data,
});

const RANKS: readonly Rank[] = [RANK.data, RANK.data, RANK.system, RANK.data, RANK.other];

function field(node: Element, context: Context, entries: Entry[], nested: NestedPlace[]): void {
  const rank = RANKS[context]!;
  const label = isData(node.name) ? node.attributes.find(({ name }) => name === 'Name') : undefined;
  const name = label ? textOf(label.parts) : node.name;
  attributes(
    node.attributes.filter((attribute) => attribute !== label),
    name ?? node.name,
    rank,
    entries,
  );
  const leaves: Leaf[] = [];
  let container = false;
  for (const child of node.children) {
    if (child.kind === 'element') {
      container = true;
      field(child, context, entries, nested);
    } else {
      leaves.push(child);
      if (child.kind === 'substitution') nested.push({ index: child.index, context });
    }
  }
  if (container && leaves.length === 0) {
    if (label) entries.push(entry(name, label.parts, rank, textsWithin(node)));
  } else entries.push(entry(name, label?.parts ?? null, rank, leaves));
}

function isData(name: string): boolean {
  return name === 'Data' || name === 'ComplexData';
}

function attributes(list: readonly Attribute[], owner: string, rank: Rank, entries: Entry[]): void {
  for (const { name, parts } of list)
    if (name !== 'xmlns' && !name.startsWith('xmlns:')) entries.push(entry(`${owner}_${name}`, null, rank, parts));
}

function entry(name: string | null, nameParts: readonly Leaf[] | null, rank: Rank, parts: readonly Leaf[]): Entry {
  const [only] = parts;
  const literal = parts.length === 0 ? null : (textOf(parts) ?? undefined);
  const substitution = parts.length === 1 && only!.kind === 'substitution' ? (only as Substitution).index : -1;
  return { name: name ?? '', nameParts: name === null ? nameParts : null, rank, parts, substitution, literal };
}

/** The text of parts that hold no values; null if one does. */
function textOf(parts: readonly Leaf[]): string | null {
  let text = '';
  for (const part of parts) {
    if (part.kind === 'substitution') return null;
    text += part.text;
  }
  return text;
}

/** All that stands inside an element, so that a ComplexData can be searched by its own name too. */
function textsWithin(node: Element): Leaf[] {
  return node.children.flatMap((child) => (child.kind === 'element' ? textsWithin(child) : [child]));
}
