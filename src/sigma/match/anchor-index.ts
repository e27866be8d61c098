import type { TextFinder } from '../../base/fields.ts';
import type { Anchor } from './anchors.ts';
import { textFinder } from './finder.ts';
import { LiteralSet } from './literals.ts';

type List = readonly number[];

/** The anchors of one field: which rules come into question for a value. */
export class AnchorIndex {
  private readonly equals = new Map<string, List>();
  /** By the last path component with its backslash, for `\cmd.exe`. */
  private readonly components = new Map<string, List>();
  private readonly starts = new Affixes(false);
  private readonly ends = new Affixes(true);
  private readonly literals: LiteralSet;
  private readonly texts: string[] = [];
  private readonly contains: List[] = [];
  private readonly found: number[] = [];

  /** Pairs of an anchor and the rule that needs it. */
  constructor(anchors: Iterable<readonly [Anchor, number]>) {
    const byAnchor = new Map<string, { readonly anchor: Anchor; readonly rules: Set<number> }>();
    for (const [anchor, rule] of anchors) {
      const key = `${anchor.kind} ${anchor.text}`;
      const entry = byAnchor.get(key);
      if (entry) entry.rules.add(rule);
      else byAnchor.set(key, { anchor, rules: new Set([rule]) });
    }
    const { texts } = this;
    for (const { anchor, rules } of byAnchor.values()) {
      const list = [...rules];
      const { kind, text } = anchor;
      if (kind === 'equals') this.equals.set(text, list);
      else if (kind === 'startswith') this.starts.add(text, list);
      else if (kind === 'contains') {
        texts.push(text);
        this.contains.push(list);
      } else if (text.lastIndexOf('\\') === 0) this.components.set(text, list);
      else this.ends.add(text, list);
    }
    this.literals = new LiteralSet(texts);
  }

  /** A quick way to rule out all anchors, for the texts of records; null when there is none. */
  finder(): TextFinder | null {
    return this.equals.size + this.components.size > 0 || this.starts.used || this.ends.used
      ? null
      : textFinder(this.texts);
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
    if (this.contains.length === 0) return;
    const { found } = this;
    found.length = 0;
    this.literals.find(value, found);
    for (let i = 0; i < found.length; i++) add(out, this.contains[found[i]!]);
  }
}

/** Texts that values begin or end with, filed under their outermost characters. */
class Affixes {
  used = false;
  private readonly atEnd: boolean;
  /** By the number of characters filed under, 1 to OUTER. */
  private readonly filed: (Map<number, [string, List][]> | undefined)[] = [];

  constructor(atEnd: boolean) {
    this.atEnd = atEnd;
  }

  add(text: string, list: List): void {
    this.used = true;
    const length = Math.min(text.length, OUTER);
    const map = this.filed[length] ?? new Map<number, [string, List][]>();
    this.filed[length] = map;
    const key = this.key(text, length);
    const same = map.get(key);
    if (same) same.push([text, list]);
    else map.set(key, [[text, list]]);
  }

  find(value: string, out: number[]): void {
    for (let length = 1; length <= OUTER && length <= value.length; length++) {
      const list = this.filed[length]?.get(this.key(value, length));
      if (list === undefined) continue;
      for (const [text, rules] of list) if (this.atEnd ? value.endsWith(text) : value.startsWith(text)) add(out, rules);
    }
  }

  private key(text: string, length: number): number {
    let key = 0;
    const from = this.atEnd ? text.length - length : 0;
    for (let i = from; i < from + length; i++) key = (Math.imul(key, 0x1000193) + text.charCodeAt(i)) | 0;
    return key;
  }
}

const OUTER = 4;

function add(out: number[], list: List | undefined): void {
  if (list !== undefined) for (let i = 0; i < list.length; i++) out.push(list[i]!);
}
