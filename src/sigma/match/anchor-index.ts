import type { AnchorTable, Rules } from './anchor-table.ts';
import { LiteralSet } from './literals.ts';

/** The anchors of one field: which rules come into question for a value. */
export class AnchorIndex {
  private readonly equals: ReadonlyMap<string, Rules>;
  private readonly components: ReadonlyMap<string, Rules>;
  private readonly starts: Affixes;
  private readonly ends: Affixes;
  private readonly literals: LiteralSet | null;
  private readonly contains: readonly Rules[];
  private readonly found: number[] = [];

  constructor({ equals, components, startswith, endswith, contains }: AnchorTable) {
    this.equals = new Map(equals.texts.map((text, n) => [text, equals.rules[n]!]));
    this.components = new Map(components.texts.map((text, n) => [text, components.rules[n]!]));
    this.starts = new Affixes(false, startswith);
    this.ends = new Affixes(true, endswith);
    this.literals = contains.texts.length > 0 ? new LiteralSet(contains.texts, contains.windows) : null;
    this.contains = contains.rules;
  }

  /** The rules that have an anchor which holds for a folded value; a rule may come several times. */
  candidates(value: string, out: number[]): void {
    if (this.equals.size > 0) add(out, this.equals.get(value));
    if (this.components.size > 0) {
      const at = value.lastIndexOf('\\');
      if (at >= 0) add(out, this.components.get(value.slice(at)));
    }
    if (this.starts.used) this.starts.find(value, out);
    if (this.ends.used) this.ends.find(value, out);
    if (this.literals === null) return;
    const { found } = this;
    found.length = 0;
    this.literals.find(value, found);
    for (let i = 0; i < found.length; i++) add(out, this.contains[found[i]!]);
  }
}

/** Texts that values begin or end with, filed under their outermost characters. */
class Affixes {
  readonly used: boolean;
  private readonly atEnd: boolean;
  /** By the number of characters filed under, 1 to OUTER. */
  private readonly filed: (Map<number, [string, Rules][]> | undefined)[] = [];

  constructor(
    atEnd: boolean,
    { texts, rules }: { readonly texts: readonly string[]; readonly rules: readonly Rules[] },
  ) {
    this.atEnd = atEnd;
    this.used = texts.length > 0;
    for (let n = 0; n < texts.length; n++) this.add(texts[n]!, rules[n]!);
  }

  find(value: string, out: number[]): void {
    for (let length = 1; length <= OUTER && length <= value.length; length++) {
      const list = this.filed[length]?.get(this.key(value, length));
      if (list === undefined) continue;
      for (const [text, rules] of list) if (this.atEnd ? value.endsWith(text) : value.startsWith(text)) add(out, rules);
    }
  }

  private add(text: string, rules: Rules): void {
    const length = Math.min(text.length, OUTER);
    let map = this.filed[length];
    if (map === undefined) {
      map = new Map();
      this.filed[length] = map;
    }
    const key = this.key(text, length);
    const same = map.get(key);
    if (same) same.push([text, rules]);
    else map.set(key, [[text, rules]]);
  }

  private key(text: string, length: number): number {
    let key = 0;
    const from = this.atEnd ? text.length - length : 0;
    for (let i = from; i < from + length; i++) key = (Math.imul(key, 0x1000193) + text.charCodeAt(i)) | 0;
    return key;
  }
}

const OUTER = 4;

function add(out: number[], rules: Rules | undefined): void {
  if (rules === undefined) return;
  if (typeof rules === 'number') out.push(rules);
  else for (let i = 0; i < rules.length; i++) out.push(rules[i]!);
}
