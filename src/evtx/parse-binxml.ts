import { MAX_OPEN_ELEMENTS } from './limits.ts';
import type { Names } from './names.ts';
import type { Attribute, Element, Leaf, Node, Text } from './node.ts';

/** The tokens of BinXML ([MS-EVEN6] 2.2.12), without the bit 0x40 ("more follows", attributes for an element). */
const END = 0x00;
const OPEN = 0x01;
const CLOSE_START = 0x02;
const CLOSE_EMPTY = 0x03;
const END_ELEMENT = 0x04;
const VALUE = 0x05;
const ATTRIBUTE = 0x06;
const CDATA = 0x07;
const CHARACTER = 0x08;
const ENTITY = 0x09;
const PI_TARGET = 0x0a;
const PI_DATA = 0x0b;
export const TEMPLATE = 0x0c;
const SUBSTITUTION = 0x0d;
const OPTIONAL = 0x0e;
export const FRAGMENT = 0x0f;

const ENTITIES: Readonly<Record<string, string>> = { amp: '&', lt: '<', gt: '>', quot: '"', apos: "'" };

/** A part of a definition that differs from chunk to chunk: where it begins, and the number of the name there or -1 for a size. */
export interface Hole {
  readonly at: number;
  readonly name: number;
}

export interface Parsed {
  readonly roots: readonly Node[];
  /** Offset behind the last token that was read. */
  readonly end: number;
  readonly holes: readonly Hole[];
}

/** Why bytes are no BinXML, and where. */
export interface Fault {
  readonly reason: string;
  readonly at: number;
}

/**
 * Reads the tokens from `start` up to the end token or `end`. Elements of template definitions carry a dependency number, those
 * of fragments written into values do not; `dependency` says which to expect.
 */
export function parseBinXml(
  bytes: Buffer,
  names: Names,
  start: number,
  end: number,
  dependency: boolean,
): Parsed | Fault {
  const parser = new Parser(bytes, names, start, Math.min(end, bytes.length), dependency);
  parser.run();
  return parser.fault ?? { roots: parser.roots, end: parser.pos, holes: parser.holes };
}

export function isFault(result: object): result is Fault {
  return 'reason' in result;
}

interface OpenElement {
  readonly element: Element;
  readonly attributes: Attribute[];
  readonly children: Node[];
}

class Parser {
  readonly roots: Node[] = [];
  readonly holes: Hole[] = [];
  fault: Fault | null = null;
  pos: number;
  private readonly bytes: Buffer;
  private readonly names: Names;
  private readonly end: number;
  private readonly dependency: boolean;
  private readonly stack: OpenElement[] = [];
  /** Where leaves go while attributes are read; null between tags. */
  private parts: Leaf[] | null = null;
  /** Between the open token and the close of the start tag. */
  private inTag = false;

  constructor(bytes: Buffer, names: Names, start: number, end: number, dependency: boolean) {
    this.bytes = bytes;
    this.names = names;
    this.pos = start;
    this.end = end;
    this.dependency = dependency;
  }

  run(): void {
    while (this.fault === null && this.pos < this.end) {
      const token = this.bytes[this.pos++]!;
      if (token === END) {
        if (this.stack.length > 0) this.fail('an element is not closed');
        return;
      }
      this.token(token & 0xbf);
    }
    if (this.fault === null && this.stack.length > 0) this.fail('it breaks off inside an element');
  }

  private token(token: number): void {
    switch (token) {
      case FRAGMENT:
        this.skip(3);
        break;
      case OPEN:
        this.open();
        break;
      case ATTRIBUTE:
        this.attribute();
        break;
      case CLOSE_START:
        if (!this.inTag) this.fail('a start tag is closed twice');
        this.inTag = false;
        this.parts = null;
        break;
      case CLOSE_EMPTY:
        if (!this.inTag) this.fail('a start tag is closed twice');
        else this.close();
        break;
      case END_ELEMENT:
        this.close();
        break;
      case VALUE:
        if (this.skip(1) && this.bytes[this.pos - 1] !== 0x01) this.fail('a literal value is no text');
        else this.text();
        break;
      case CDATA:
        this.text();
        break;
      case CHARACTER:
        if (this.skip(2)) this.leaf(text(String.fromCharCode(this.u16(this.pos - 2))));
        break;
      case ENTITY: {
        const name = this.name();
        if (name >= 0) this.leaf(text(ENTITIES[this.names.text(name)] ?? `&${this.names.text(name)};`));
        break;
      }
      case PI_TARGET:
        this.name();
        break;
      case PI_DATA:
        if (this.skip(2)) this.skip(2 * this.u16(this.pos - 2));
        break;
      case SUBSTITUTION:
      case OPTIONAL:
        if (this.skip(3))
          this.leaf({ kind: 'substitution', index: this.u16(this.pos - 3), optional: token === OPTIONAL });
        break;
      default:
        this.fail(`unknown token ${token}`);
    }
  }

  private open(): void {
    if (this.inTag) this.fail('an element begins inside a tag');
    if (this.stack.length >= MAX_OPEN_ELEMENTS) this.fail('too many open elements');
    if (this.fault) return;
    const attributed = (this.bytes[this.pos - 1]! & 0x40) !== 0;
    if (this.dependency && !this.skip(2)) return;
    this.hole(-1);
    if (!this.skip(4)) return;
    const name = this.name();
    if (name < 0) return;
    if (attributed) {
      this.hole(-1);
      if (!this.skip(4)) return;
    }
    const attributes: Attribute[] = [];
    const children: Node[] = [];
    const element: Element = { kind: 'element', name: this.names.text(name), attributes, children };
    (this.stack.at(-1)?.children ?? this.roots).push(element);
    this.stack.push({ element, attributes, children });
    this.inTag = true;
    this.parts = null;
  }

  private attribute(): void {
    const open = this.stack.at(-1);
    if (!this.inTag || open === undefined) {
      this.fail('an attribute stands outside a tag');
      return;
    }
    const name = this.name();
    if (name < 0) return;
    const parts: Leaf[] = [];
    open.attributes.push({ name: this.names.text(name), parts });
    this.parts = parts;
  }

  private close(): void {
    if (this.stack.pop() === undefined) this.fail('an element is closed that is not open');
    this.inTag = false;
    this.parts = null;
  }

  private leaf(leaf: Leaf): void {
    if (this.parts !== null) this.parts.push(leaf);
    else if (this.inTag) this.fail('text stands inside a tag');
    else (this.stack.at(-1)?.children ?? this.roots).push(leaf);
  }

  private text(): void {
    if (!this.skip(2)) return;
    const start = this.pos;
    if (this.skip(2 * this.u16(start - 2))) this.leaf(text(this.bytes.toString('utf16le', start, this.pos)));
  }

  /** Reads a reference to a name, and the name itself if this is where the chunk first writes it; -1 on a fault. */
  private name(): number {
    const at = this.pos;
    if (!this.skip(4)) return -1;
    const offset = this.bytes.readUInt32LE(at);
    const name = this.names.find(offset);
    if (name < 0) {
      this.fail('a name is outside the chunk');
      return -1;
    }
    if (offset === this.pos && !this.skip(this.names.size(offset))) return -1;
    this.holes.push({ at, name });
    return name;
  }

  private hole(name: number): void {
    this.holes.push({ at: this.pos, name });
  }

  private skip(count: number): boolean {
    if (this.pos + count > this.end) {
      this.fail('it breaks off');
      return false;
    }
    this.pos += count;
    return true;
  }

  private u16(at: number): number {
    return this.bytes[at]! | (this.bytes[at + 1]! << 8);
  }

  private fail(reason: string): void {
    this.fault ??= { reason, at: this.pos };
  }
}

function text(content: string): Text {
  return { kind: 'text', text: content };
}
