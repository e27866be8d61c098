import { MAX_NESTING } from './limits.ts';
import { type Fault, FRAGMENT, isFault, parseBinXml, TEMPLATE } from './parse-binxml.ts';
import { CONTEXT, type Context, Plan } from './plan.ts';
import { Shape } from './shape.ts';
import type { Template } from './template.ts';
import type { Templates } from './templates.ts';
import { TYPE } from './values.ts';

/**
 * The templates a record uses, and where their values are: the event itself is instance 0, what its values hold as BinXML
 * follows. One object serves all records, so that reading one costs no memory. Offsets are of the chunk.
 */
export class Instances {
  /** By value: offset, bytes, type, and the instance the value holds as BinXML, else -1. */
  offsets = new Int32Array(256);
  sizes = new Int32Array(256);
  types = new Uint8Array(256);
  inner = new Int32Array(256);
  /** By instance: what it holds, number of its first value, how many values. */
  readonly plans: Plan[] = [];
  readonly roots: Template['roots'][] = [];
  readonly bases: number[] = [];
  readonly counts: number[] = [];
  /** The instance that follows in the same value, -1 for none. */
  readonly siblings: number[] = [];
  /** Which plans came together: the key to all that can be known before looking at values. */
  shape: Shape = NO_SHAPE;
  /** What was wrong with a part of the record that could be left out. */
  fault: Fault | null = null;
  /** Whether a definition of another chunk stands in for a damaged one. */
  stoodIn = false;
  private used = 0;
  /** Offset behind the template instance that was read last. */
  private after = 0;
  private readonly templates: Templates;
  private bytes: Buffer = Buffer.alloc(0);

  constructor(templates: Templates) {
    this.templates = templates;
  }

  open(bytes: Buffer): void {
    this.bytes = bytes;
    this.plans.length = 0;
  }

  /** Reads the BinXML of a record. On a fault in the event itself nothing is there; one further inside leaves that part out. */
  load(start: number, end: number): Fault | null {
    this.plans.length = 0;
    this.roots.length = 0;
    this.bases.length = 0;
    this.counts.length = 0;
    this.siblings.length = 0;
    this.used = 0;
    this.shape = NO_SHAPE;
    this.fault = null;
    this.stoodIn = false;
    return this.fragment(start, end, CONTEXT.document, 0);
  }

  private fragment(start: number, end: number, context: Context, depth: number): Fault | null {
    const { bytes } = this;
    if (depth > MAX_NESTING) return { reason: 'BinXML is nested too deeply', at: start };
    const first = this.templateAt(start, end);
    if (first < 0) {
      let at = start;
      while (at < end && (bytes[at]! & 0xbf) === FRAGMENT) at += 4;
      return this.literal(at, end, context);
    }
    let number = this.plans.length;
    const fault = this.instance(first, end, context, depth);
    if (fault) return fault;
    // What was rendered by a collector may follow in a fragment of its own.
    for (let at = this.templateAt(this.after, end); at >= 0; at = this.templateAt(this.after, end)) {
      const next = this.plans.length;
      const broken = this.instance(at, end, context, depth);
      if (broken) {
        this.fault ??= broken;
        break;
      }
      this.siblings[number] = next;
      number = next;
    }
    return null;
  }

  /** Where a template instance begins behind fragment headers, -1 if none follows. */
  private templateAt(start: number, end: number): number {
    let at = start;
    while (at < end && (this.bytes[at]! & 0xbf) === FRAGMENT) at += 4;
    return at < end && (this.bytes[at]! & 0xbf) === TEMPLATE ? at : -1;
  }

  private instance(start: number, end: number, context: Context, depth: number): Fault | null {
    const { bytes, templates } = this;
    let at = start + 10;
    if (at > end) return { reason: 'it breaks off', at: start };
    const offset = bytes.readUInt32LE(start + 6);
    let template = templates.find(offset);
    if (isFault(template)) {
      const other = templates.standIn(bytes.readUInt32LE(start + 2));
      if (other === null) return template;
      template = other;
      this.stoodIn = true;
    }
    if (offset === at) at += templates.size(offset);
    if (at + 4 > end) return { reason: 'the values of a template are cut off', at };
    const count = bytes.readUInt32LE(at);
    at += 4;
    let data = at + 4 * count;
    if (data > end) return { reason: 'the values of a template are cut off', at };

    const base = this.used;
    this.used = base + count;
    if (this.used > this.offsets.length) this.grow();
    const { offsets, sizes, types, inner } = this;
    for (let i = base; i < base + count; i++, at += 4) {
      const size = bytes[at]! | (bytes[at + 1]! << 8);
      offsets[i] = data;
      sizes[i] = size;
      types[i] = bytes[at + 2]!;
      inner[i] = -1;
      data += size;
    }
    if (data > end) return { reason: 'the values of a template are cut off', at };
    const plan = template.plan(context);
    this.add(plan, template.roots, base, count, true);
    const { nested } = plan;
    for (let i = 0; i < nested.length; i++) {
      const place = nested[i]!;
      const slot = base + place.index;
      if (place.index >= count || this.types[slot] !== TYPE.binXml || this.inner[slot] !== -1) continue;
      const from = this.offsets[slot]!;
      if (this.sizes[slot] === 0) continue;
      const number = this.plans.length;
      const fault = this.fragment(from, from + this.sizes[slot]!, place.context, depth + 1);
      if (fault) this.fault ??= fault;
      else this.inner[slot] = number;
    }
    this.after = data;
    return null;
  }

  /** BinXML that uses no template: read anew each time, as there is nothing to know it by. */
  private literal(start: number, end: number, context: Context): Fault | null {
    const { names } = this.templates;
    let parsed = parseBinXml(this.bytes, names, start, end, false);
    if (isFault(parsed)) {
      const retried = parseBinXml(this.bytes, names, start, end, true);
      if (!isFault(retried)) parsed = retried;
    }
    if (isFault(parsed)) return parsed;
    if (parsed.roots.length === 0) return { reason: 'it is empty', at: start };
    this.add(new Plan(parsed.roots, context), parsed.roots, this.used, 0, false);
    return null;
  }

  private add(plan: Plan, roots: Template['roots'], base: number, count: number, lasting: boolean): void {
    this.shape = this.plans.length === 0 ? Shape.of(plan, lasting) : this.shape.with(plan, lasting);
    this.plans.push(plan);
    this.roots.push(roots);
    this.bases.push(base);
    this.counts.push(count);
    this.siblings.push(-1);
  }

  private grow(): void {
    const size = 2 * this.used;
    this.offsets = copy(new Int32Array(size), this.offsets);
    this.sizes = copy(new Int32Array(size), this.sizes);
    this.types = copy(new Uint8Array(size), this.types);
    this.inner = copy(new Int32Array(size), this.inner);
  }
}

const NO_SHAPE = new Shape([]);

function copy<T extends Int32Array | Uint8Array>(to: T, from: T): T {
  to.set(from);
  return to;
}
