/** YAML as rules need it: maps with text keys, lists and scalars, each with the offset in its document where it starts. */
export type YamlNode = YamlMap | YamlList | YamlScalar;

export interface YamlMap {
  readonly kind: 'map';
  readonly at: number;
  readonly entries: readonly YamlEntry[];
}

export interface YamlEntry {
  readonly key: string;
  readonly keyAt: number;
  readonly value: YamlNode;
}

export interface YamlList {
  readonly kind: 'list';
  readonly at: number;
  readonly items: readonly YamlNode[];
}

export interface YamlScalar {
  readonly kind: 'scalar';
  readonly at: number;
  readonly value: string | number | boolean | null;
  /** The value as text: a number in its shortest decimal form (exact for whole numbers of any length), `true`, `false`. */
  readonly text: string;
  /** Offset of the first character of the text where the text stands in the document letter by letter, else -1. */
  readonly textAt: number;
}

/** The value of a key, undefined when the map does not have it. */
export function entry(map: YamlMap, key: string): YamlEntry | undefined {
  return map.entries.find((e) => e.key === key);
}

/** What a node is, in words for problems. */
export function kindOf(node: YamlNode): string {
  if (node.kind !== 'scalar') return node.kind;
  return node.value === null ? 'null' : typeof node.value === 'boolean' ? 'truth value' : typeof node.value;
}

/** Where character `index` of a scalar's text stands, as narrow as it is known. */
export function spotIn(scalar: YamlScalar, index: number): number {
  return scalar.textAt < 0 ? scalar.at : scalar.textAt + index;
}
