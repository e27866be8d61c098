import type { Anchor } from './anchors.ts';
import { LiteralSet } from './literals.ts';

type List = readonly number[];

/** The anchors of one field: which rules come into question for a value. */
export class AnchorIndex {
  private readonly equals = new Map<string, List>();
  /** By the last path component with its backslash, for `\cmd.exe`. */
  private readonly components = new Map<string, List>();
  private readonly starts: [string, List][] = [];
  private readonly ends: [string, List][] = [];
  private readonly literals: LiteralSet;
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
    const texts: string[] = [];
    for (const { anchor, rules } of byAnchor.values()) {
      const list = [...rules];
      const { kind, text } = anchor;
      if (kind === 'equals') this.equals.set(text, list);
      else if (kind === 'startswith') this.starts.push([text, list]);
      else if (kind === 'contains') {
        texts.push(text);
        this.contains.push(list);
      } else if (text.lastIndexOf('\\') === 0) this.components.set(text, list);
      else this.ends.push([text, list]);
    }
    this.literals = new LiteralSet(texts);
  }

  /** The rules that have an anchor which holds for a folded value; a rule may come several times. */
  candidates(value: string, out: number[]): void {
    add(out, this.equals.get(value));
    if (this.components.size > 0) {
      const at = value.lastIndexOf('\\');
      if (at >= 0) add(out, this.components.get(value.slice(at)));
    }
    for (const [text, list] of this.starts) if (value.startsWith(text)) add(out, list);
    for (const [text, list] of this.ends) if (value.endsWith(text)) add(out, list);
    const { found } = this;
    found.length = 0;
    this.literals.find(value, found);
    for (const index of found) add(out, this.contains[index]);
  }
}

function add(out: number[], list: List | undefined): void {
  if (list !== undefined) for (const rule of list) out.push(rule);
}
