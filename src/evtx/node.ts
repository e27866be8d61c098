/** What a BinXML fragment or template definition says, before values are put in. */
export interface Element {
  readonly kind: 'element';
  readonly name: string;
  readonly attributes: readonly Attribute[];
  readonly children: readonly Node[];
}

export interface Attribute {
  readonly name: string;
  readonly parts: readonly Leaf[];
}

/** Literal text: values, CDATA sections, character and entity references. */
export interface Text {
  readonly kind: 'text';
  readonly text: string;
}

/** A place for value number `index` of the template instance. */
export interface Substitution {
  readonly kind: 'substitution';
  readonly index: number;
  /** Left out together with its attribute or element when the value is null. */
  readonly optional: boolean;
}

export type Leaf = Text | Substitution;
export type Node = Element | Leaf;
