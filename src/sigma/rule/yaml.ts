import {
  Composer,
  type CST,
  isAlias,
  isMap,
  isPair,
  isScalar,
  isSeq,
  type Node,
  type Pair,
  Parser,
  type Scalar,
} from 'yaml';
import { Remarks } from './remarks.ts';
import type { YamlEntry, YamlNode, YamlScalar } from './yaml-node.ts';

/** One document of a YAML stream. `root` is null when it could not be read; the remarks say why. */
export interface YamlDocument {
  readonly root: YamlNode | null;
  readonly remarks: Remarks;
  /** The text of the document alone, and the line of the file it starts on, from 1. */
  readonly text: string;
  readonly line: number;
}

/** What a single document may have at most; more is refused rather than read slowly. */
export const YAML_LIMITS = { characters: 1 << 20, depth: 50, nodes: 100_000 } as const;

/**
 * Reads the documents of a YAML 1.2 file (core schema), each alone, so that a fault in one leaves the others whole. Never
 * throws. Documents without content are left out.
 */
export function readYaml(file: string, text: string): YamlDocument[] {
  const documents: YamlDocument[] = [];
  for (const { text: part, line } of split(text)) {
    const remarks = new Remarks(file, part, line);
    const root = readDocument(part, remarks);
    if (root === null && remarks.fatal === null) continue;
    // Comments above the first key belong to the file, not to the document.
    const start = root ? remarks.position(root.at).line : line;
    documents.push({ root, remarks, text: part, line: start });
  }
  return documents;
}

/**
 * Cuts a stream where documents begin. A line that starts with `---` or `...` and a blank always ends a document, even inside
 * quotes and block scalars (YAML 1.2.2, 9.1.2 and 9.1.4), so no parser is needed to find them.
 */
function split(text: string): { text: string; line: number }[] {
  const parts: { text: string; line: number }[] = [];
  const cuts = [...text.matchAll(MARKS)].map((mark) => mark.index + (mark[0] === '...' ? 3 : 0));
  let from = text.charCodeAt(0) === 0xfeff ? 1 : 0;
  let line = 1;
  for (const end of [...cuts, text.length]) {
    const part = text.slice(from, end);
    if (CONTENT.test(part.replace(MARK, ''))) parts.push({ text: part, line });
    // Directives belong to the document after them.
    else if (DIRECTIVE.test(part)) continue;
    for (let at = text.indexOf('\n', from); at >= 0 && at < end; at = text.indexOf('\n', at + 1)) line++;
    from = end;
  }
  return parts;
}

const MARKS = /^(?:---|\.\.\.)(?=[ \t\r\n]|$)/gm;
const MARK = /^---(?=[ \t\r\n]|$)/;
const CONTENT = /^[ \t]*[^#%\s]/m;
const DIRECTIVE = /^%/m;

function readDocument(text: string, remarks: Remarks): YamlNode | null {
  if (text.length > YAML_LIMITS.characters) {
    remarks.error('yaml-too-large', 0, { limit: YAML_LIMITS.characters, unit: 'characters' });
    return null;
  }
  const tokens = [...new Parser().parse(text)];
  const deep = tooDeep(tokens);
  if (deep !== null) {
    remarks.error('yaml-too-deep', deep, { limit: YAML_LIMITS.depth });
    return null;
  }
  const [document] = [...new Composer(OPTIONS).compose(tokens, true, text.length)];
  if (!document) return null;
  for (const error of document.errors) remarks.error('yaml-syntax', error.pos[0], { reason: error.message });
  if (document.errors.length || document.contents === null) return null;
  return new Reader(text, remarks).read(document.contents as Node);
}

const OPTIONS = { prettyErrors: false, strict: true, logLevel: 'silent', merge: false, uniqueKeys: false } as const;

/**
 * Where a collection is nested too deeply, null when none is. It has to be known before the tokens are made nodes: that recurses,
 * and Node itself ends when a regular expression is compiled where the stack is all but used up.
 */
function tooDeep(tokens: readonly CST.Token[]): number | null {
  const open: { readonly token: CST.Token; readonly depth: number }[] = tokens.map((token) => ({ token, depth: 0 }));
  for (let next = open.pop(); next; next = open.pop()) {
    const { token, depth } = next;
    if (token.type === 'document') {
      if (token.value) open.push({ token: token.value, depth });
    } else if (token.type === 'block-map' || token.type === 'block-seq' || token.type === 'flow-collection') {
      if (depth > YAML_LIMITS.depth) return token.offset;
      for (const item of token.items) {
        if (item.key) open.push({ token: item.key, depth: depth + 1 });
        if (item.value) open.push({ token: item.value, depth: depth + 1 });
      }
    }
  }
  return null;
}

/** Turns the parser's nodes into ours. */
class Reader {
  private readonly anchors = new Map<string, { readonly node: YamlNode; readonly size: number }>();
  private size = 0;
  private readonly text: string;
  private readonly remarks: Remarks;

  constructor(text: string, remarks: Remarks) {
    this.text = text;
    this.remarks = remarks;
  }

  read(node: Node): YamlNode | null {
    const read = this.node(node, 0);
    return this.remarks.fatal ? null : read;
  }

  private node(node: Node | null, depth: number, fallback = 0): YamlNode {
    const at = node?.range?.[0] ?? fallback;
    if (node === null || this.remarks.fatal) return nothing(at);
    if (depth > YAML_LIMITS.depth) {
      this.remarks.error('yaml-too-deep', at, { limit: YAML_LIMITS.depth });
      return nothing(at);
    }
    if (isAlias(node)) return this.alias(node.source, at);
    const before = this.size;
    this.count(1, at);
    let read: YamlNode;
    if (isMap(node)) read = { kind: 'map', at, entries: this.entries(node.items, depth, at) };
    else if (isSeq(node))
      read = { kind: 'list', at, items: node.items.map((item) => this.item(item as Node | Pair, depth + 1, at)) };
    else if (isScalar(node)) read = this.scalar(node, at);
    else read = nothing(at);
    const anchor = (node as { anchor?: string }).anchor;
    if (anchor !== undefined) this.anchors.set(anchor, { node: read, size: this.size - before });
    return read;
  }

  private item(item: Node | Pair, depth: number, at: number): YamlNode {
    return isPair(item)
      ? { kind: 'map', at, entries: this.entries([item], depth, at) }
      : this.node(item as Node | null, depth, at);
  }

  private entries(pairs: readonly Pair[], depth: number, at: number): YamlEntry[] {
    const entries: YamlEntry[] = [];
    const merged: YamlEntry[] = [];
    const keys = new Set<string>();
    for (const pair of pairs) {
      const key = this.node(pair.key as Node | null, depth + 1, at);
      const value = this.node(pair.value as Node | null, depth + 1, key.at);
      if (this.remarks.fatal) break;
      if (key.kind !== 'scalar') this.remarks.error('yaml-key', key.at, {});
      else if (key.text === '<<' && key.textAt === key.at) merged.push(...this.merge(value));
      else if (keys.has(key.text)) this.remarks.error('yaml-duplicate-key', key.at, { key: key.text.slice(0, 200) });
      else {
        keys.add(key.text);
        entries.push({ key: key.text, keyAt: Math.max(key.at, key.textAt), value });
      }
    }
    // The `<<` of YAML 1.1: own keys win over merged ones, earlier over later.
    for (const entry of merged) {
      if (keys.has(entry.key)) continue;
      keys.add(entry.key);
      entries.push(entry);
    }
    return entries;
  }

  private merge(value: YamlNode): readonly YamlEntry[] {
    if (value.kind === 'map') return value.entries;
    if (value.kind === 'list') return value.items.flatMap((item) => this.merge(item));
    this.remarks.error('yaml-syntax', value.at, { reason: 'only maps can be merged with <<' });
    return [];
  }

  private alias(name: string, at: number): YamlNode {
    const anchor = this.anchors.get(name);
    if (anchor === undefined) {
      this.remarks.error('yaml-syntax', at, { reason: `there is no anchor &${name} before this alias` });
      return nothing(at);
    }
    this.count(anchor.size, at);
    return anchor.node;
  }

  /** Aliases count as what they stand for: a few lines of them can stand for billions of values. */
  private count(nodes: number, at: number): void {
    this.size += nodes;
    if (this.size > YAML_LIMITS.nodes && !this.remarks.fatal)
      this.remarks.error('yaml-too-large', at, { limit: YAML_LIMITS.nodes, unit: 'values' });
  }

  private scalar(node: Scalar, at: number): YamlScalar {
    const source = this.text.slice(at, node.range?.[1] ?? at);
    const value = node.value;
    // Digits that begin with 0, or with an `e` among them, are codes and hashes, not numbers: YAML 1.1, which most rules were
    // tried with, keeps them as text.
    if (typeof value === 'number' && CODE.test(source))
      return { kind: 'scalar', at, value: source.trim(), text: source.trim(), textAt: at };
    if (typeof value === 'number') return { kind: 'scalar', at, value, text: numberText(value, source), textAt: -1 };
    if (typeof value === 'boolean') return { kind: 'scalar', at, value, text: String(value), textAt: at };
    if (value === null || value === undefined) return nothing(at);
    // Other types come only with `%YAML 1.1` (time stamps, binary): rules mean their text.
    const text = typeof value === 'string' ? value : source.trim();
    const quoted = node.type === 'QUOTE_SINGLE' || node.type === 'QUOTE_DOUBLE';
    const inner = quoted ? source.slice(1, -1) : source;
    return { kind: 'scalar', at, value: text, text, textAt: inner === text ? at + (quoted ? 1 : 0) : -1 };
  }
}

function nothing(at: number): YamlScalar {
  return { kind: 'scalar', at, value: null, text: '', textAt: -1 };
}

const CODE = /^[-+]?(?:0\d|[\d.]+e)/i;

/** Numbers as logs print them. Whole ones come from the source: a double would round long ids. */
function numberText(value: number, source: string): string {
  const plain = source.trim();
  if (/^[-+]?\d+$/.test(plain) || /^0[xo][\da-f]+$/i.test(plain)) return BigInt(plain.replace(/^\+/, '')).toString();
  return String(value);
}
