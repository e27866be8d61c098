import { type JsonProgram, OP, TAIL } from './json-program.ts';
import { KERNEL } from './kernel-code.ts';
import { MAX_VARIANTS } from './limits.ts';
import type { Names } from './names.ts';
import type { Template } from './template.ts';

/** Why the kernel stopped: all records were written, it needs a template, it met something it leaves to others, no room is left. */
export const STOPPED = { done: 0, template: 1, odd: 2, full: 3 } as const;

/** Its memory, as `scripts/kernel/records.ts` has it: statics, chunk, programs by offset, stacks, programs, output. */
const MEMORY = 0xc0_0000;
const PAGE = 0x1_0000;
const CHUNK = 0x1_0000;
const TABLE = 0x3_0000;
const PROGRAMS = 0x10_0000;
const OUT = 0x60_0000;
/** The kernel looks at the size of a definition, which stands at the end of its header. */
const DEFINITION_HEADER = 24;
/** What the table says of records that are not for the kernel. */
const ODD = -1;
/** The kernel copies sixteen bytes at once, so it reads beyond the last one. */
const PADDING = 16;

/**
 * The inner loop of writing records as JSON, in WebAssembly: it reads sixteen characters at a time, which JavaScript has no means
 * for. Its source is `scripts/kernel/records.ts`. It writes what `JsonRecords` would, or stops in front of the record.
 */
export class Kernel {
  private readonly code: Exports;
  private readonly bytes: Buffer;
  private readonly words: Int32Array;
  /** Where the next program goes. */
  private free = PROGRAMS;
  private programs = new WeakMap<JsonProgram, number>();
  /** Addresses of signatures and programs by the first four bytes of the GUID. */
  private readonly byGuid = new Map<number, { readonly signature: number; readonly program: number }[]>();
  /** Addresses of names. */
  private readonly names = new Map<string, number>();
  /** Chunk offsets whose entry in the table is set. */
  private readonly known: number[] = [];
  private used = OUT;
  private end = 0;

  private constructor(code: Exports, memory: ArrayBuffer) {
    this.code = code;
    this.bytes = Buffer.from(memory);
    this.words = new Int32Array(memory);
  }

  /** null where WebAssembly, or its instructions for many values at once, are not to be had. */
  static create(): Kernel | null {
    const wasm = (globalThis as { WebAssembly?: Wasm }).WebAssembly;
    if (wasm === undefined) return null;
    try {
      MODULE ??= new wasm.Module(Buffer.from(KERNEL, 'base64'));
      const memory = new wasm.Memory({ initial: MEMORY / PAGE, maximum: MEMORY / PAGE });
      const { exports } = new wasm.Instance(MODULE, { env: { memory } });
      return new Kernel(exports, memory.buffer);
    } catch (error) {
      if (error instanceof wasm.CompileError) return null;
      throw error;
    }
  }

  /** Makes a chunk the one that is read, as far as its records go. */
  open(chunk: Uint8Array, end: number): void {
    const { words, known } = this;
    for (let i = 0; i < known.length; i++) words[(TABLE >> 2) + known[i]!] = 0;
    known.length = 0;
    if (this.free > PROGRAMS + (OUT - PROGRAMS) / 2) {
      this.free = PROGRAMS;
      this.programs = new WeakMap();
      this.byGuid.clear();
      this.names.clear();
    }
    this.bytes.set(chunk.subarray(0, end), CHUNK);
    this.end = end;
  }

  /** Appends the records from chunk offset `from` up to `end`, as many as it can; says why it stopped. */
  records(from: number, end: number): number {
    const why = this.code.records(from, end, this.used, MEMORY);
    this.used = this.code.written();
    return why;
  }

  /** Chunk offset of the first record that was not written. */
  get at(): number {
    return this.code.stopped();
  }

  /** Chunk offset of the template that was asked for. */
  get wanted(): number {
    return this.code.definition();
  }

  /** Looks whether the template at a chunk offset is one that was defined before. */
  recognise(offset: number): boolean {
    const start = offset + DEFINITION_HEADER;
    if (start > this.end) return false;
    const stop = start + this.bytes.readUInt32LE(CHUNK + offset + 20);
    const known = stop <= this.end && this.byGuid.get(this.bytes.readUInt32LE(CHUNK + offset + 4));
    if (!known) return false;
    for (const { signature, program } of known)
      if (this.code.same(signature, start, stop, this.end) !== 0) {
        this.set(offset, program);
        return true;
      }
    return false;
  }

  /** Says what stands at a chunk offset; null if records that use it are not for the kernel. */
  define(offset: number, template: Template | null, program: JsonProgram | null, names: Names): void {
    if (program === null || template === null || offset + DEFINITION_HEADER > this.end) {
      this.set(offset, ODD);
      return;
    }
    const place = this.place(program);
    this.set(offset, place);
    const signature = place === ODD ? ODD : this.sign(template, names);
    if (signature === ODD) return;
    const guid = this.bytes.readUInt32LE(CHUNK + offset + 4);
    const known = this.byGuid.get(guid) ?? [];
    known.push({ signature, program: place });
    if (known.length > MAX_VARIANTS) known.shift();
    this.byGuid.set(guid, known);
  }

  private set(offset: number, program: number): void {
    this.words[(TABLE >> 2) + offset] = program;
    this.known.push(offset);
  }

  /** Bytes that wait to be taken. */
  get length(): number {
    return this.used - OUT;
  }

  get room(): number {
    return MEMORY - this.used;
  }

  append(bytes: Uint8Array): void {
    this.bytes.set(bytes, this.used);
    this.used += bytes.length;
  }

  /** What was written, good until the next call; the room is free again. */
  take(): Buffer {
    const taken = this.bytes.subarray(OUT, this.used);
    this.used = OUT;
    return taken;
  }

  /** Address of what a definition is known again by, `ODD` if there is no room. */
  private sign({ fixed, runs, holes }: Template, names: Names): number {
    const named = Array.from(holes, (name) => (name < 0 ? 0 : this.name(names, name)));
    const most = 4 * (1 + 2 * runs.length) + fixed.length + 4 * runs.length;
    if (named.includes(ODD) || this.free + most > OUT) return ODD;
    const { words, bytes } = this;
    const signature = this.free;
    let at = signature;
    const word = (value: number): void => {
      words[at >> 2] = value;
      at += 4;
    };
    word(holes.length);
    let from = 0;
    for (const [i, run] of runs.entries()) {
      word(run);
      bytes.set(fixed.subarray(from, from + run), at);
      from += run;
      at += (run + 3) & ~3;
      if (i < named.length) word(named[i]!);
    }
    this.free = at;
    return signature;
  }

  private name(names: Names, id: number): number {
    const raw = names.raw(id);
    const hash = names.hash(id);
    const key = `${hash} ${names.text(id)}`;
    const before = this.names.get(key);
    if (before !== undefined) return before;
    const place = this.free;
    if (place + 8 + raw.length > OUT) return ODD;
    this.words[place >> 2] = hash | (raw.length << 15);
    this.bytes.set(raw, place + 4);
    this.free = (place + 4 + raw.length + 3) & ~3;
    this.names.set(key, place);
    return place;
  }

  /** Address of a program in the memory, `ODD` if it does not fit. */
  private place(program: JsonProgram): number {
    const before = this.programs.get(program);
    if (before !== undefined) return before;
    const inner = program.programs.map((one) => this.place(one));
    const pool = this.free;
    const code = pool + 4 * program.pool.length + PADDING;
    if (inner.includes(ODD) || code + 4 * (program.code.length + 1) > OUT) return ODD;
    this.words.set(program.pool, pool >> 2);
    this.words[code >> 2] = program.code.length;
    this.words.set(linked(program, pool, inner), (code >> 2) + 1);
    this.free = code + 4 * (program.code.length + 1);
    this.programs.set(program, code);
    return code;
  }
}

/** The code of a program with addresses and sizes in place of starts and ends in the pool, and addresses of its inner programs. */
function linked(program: JsonProgram, pool: number, inner: readonly number[]): Int32Array {
  const code = program.code.slice();
  const piece = (at: number): void => {
    code[at + 1]! -= code[at]!;
    code[at]! += pool;
  };
  for (let i = 0; i < code.length; ) {
    const op = code[i]!;
    if (op === OP.bytes) piece(i + 1);
    if (op !== OP.element) {
      i += WIDTH[op]!;
      continue;
    }
    piece(i + 1);
    if (code[i + 4] === TAIL.program) code[i + 5] = inner[code[i + 5]!]!;
    const end = i + 6 + 3 * code[i + 3]!;
    for (let a = i + 6; a < end; a += 3) piece(a);
    i = end;
  }
  return code;
}

/** Words an operation takes, by its code; `element` says itself. */
const WIDTH: Readonly<Record<number, number>> = {
  [OP.bytes]: 3,
  [OP.value]: 3,
  [OP.members]: 2,
  [OP.text]: 2,
  [OP.open]: 1,
  [OP.close]: 1,
};

/** As much of WebAssembly as is used; the types of Node leave it out. */
interface Wasm {
  readonly Module: new (bytes: Uint8Array) => object;
  readonly Memory: new (size: { initial: number; maximum: number }) => { readonly buffer: ArrayBuffer };
  readonly Instance: new (module: object, imports: object) => { readonly exports: Exports };
  readonly CompileError: new () => Error;
}

interface Exports {
  records(from: number, end: number, to: number, bound: number): number;
  same(signature: number, from: number, to: number, end: number): number;
  stopped(): number;
  written(): number;
  definition(): number;
}

/** Compiled once a thread. */
let MODULE: object | undefined;
