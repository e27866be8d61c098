/**
 * AssemblyScript: the inner loop of `longwatch evtx dump`. Walks the records of a chunk and writes each as a line of JSON, as
 * long as everything about it is plain; at the first record that is not, it stops and says why, and the program in TypeScript
 * (`src/evtx/json.ts`, which this repeats) takes that one. What it writes is the same, byte for byte.
 *
 * Longer than other files, because it is one AssemblyScript module: `build.mjs` compiles this file alone, and nearly every function
 * moves the same variables (where it reads, where it writes, why it stops), which a module can read from another one but not set.
 *
 * Memory is laid out by `src/evtx/kernel.ts`, which also puts the programs of templates there.
 */

// Where things are; `src/evtx/kernel.ts` says the same.
const CHUNK: i32 = 0x10000;
/** By chunk offset of a definition: address of its program, 0 where none was asked for, -1 where TypeScript has to do it. */
const PROGRAMS: i32 = 0x30000;
/** By value of the instances that are open: address, then type and size. */
const SLOTS: i32 = 0x70000;
const SLOTS_END: i32 = 0x90000;
/** Where the objects that are open begin. */
const STARTS: i32 = 0x90000;
const STARTS_END: i32 = 0x91000;

// Why it stopped.
const DONE: i32 = 0;
const TEMPLATE: i32 = 1;
const ODD: i32 = 2;
const FULL: i32 = 3;

const OP_BYTES: i32 = 0;
const OP_VALUE: i32 = 1;
const OP_MEMBERS: i32 = 2;
const OP_OPEN: i32 = 4;
const OP_CLOSE: i32 = 5;
const OP_ELEMENT: i32 = 6;
const TAIL_VALUE: i32 = 1;
const TAIL_PROGRAM: i32 = 3;
const ABSENT_NULL: i32 = 0;
const ABSENT_ITEM: i32 = 2;

const MAX_DEPTH: i32 = 48;
const MAX_NODES: i32 = 1 << 16;
/** Room that everything of fixed width has at once. */
const SLACK: i32 = 512;

let out: i32 = 0;
let limit: i32 = 0;
let slots: i32 = SLOTS;
let starts: i32 = STARTS;
let nodes: i32 = 0;
let why: i32 = 0;
let wanted: i32 = 0;
/** Address behind the template instance that was read last. */
let after: i32 = 0;

/** Where the records that were not read begin, what was written, and the definition that is asked for. */
let stoppedAt: i32 = 0;

export function stopped(): i32 {
  return stoppedAt;
}

export function written(): i32 {
  return out;
}

export function definition(): i32 {
  return wanted;
}

/** Writes the records from chunk offset `from` up to `end` to address `to`, as far as address `bound`; says why it stopped. */
export function records(from: i32, end: i32, to: i32, bound: i32): i32 {
  let at = CHUNK + from;
  const last = CHUNK + end;
  out = to;
  limit = bound - SLACK;
  why = DONE;
  while (at + 28 <= last) {
    const size = load<u32>(at, 4);
    if (load<u32>(at) !== 0x2a2a || size < 28 || size > <u32>(last - at) || load<u32>(at + <i32>size - 4) !== size) {
      why = ODD;
      break;
    }
    const start = out;
    slots = SLOTS;
    starts = STARTS;
    nodes = 0;
    store<u8>(out++, 0x7b);
    if (!fragment(at + 24, at + <i32>size - 4, 0)) {
      out = start;
      break;
    }
    if (out > start + 1) store<u8>(out - 1, 0x7d);
    else store<u8>(out++, 0x7d);
    store<u8>(out++, 0x0a);
    at += <i32>size;
  }
  stoppedAt = at - CHUNK;
  return why;
}

/**
 * Whether the definition from chunk offset `from` up to `to` is that of a signature: the bytes between its holes, with a hole for
 * each size (0) and name (address of its hash, length and text). As `Template.matches` in TypeScript, but for names beyond `end`.
 */
export function same(signature: i32, from: i32, to: i32, end: i32): bool {
  let at = CHUNK + from;
  const stop = CHUNK + to;
  let s = signature + 4;
  let left = load<i32>(signature);
  while (true) {
    const run = load<i32>(s);
    if (at + run > stop || !equal(at, s + 4, run)) return false;
    at += run;
    s += 4 + ((run + 3) & ~3);
    if (left === 0) return at === stop;
    left--;
    if (at + 4 > stop) return false;
    const name = load<i32>(s);
    s += 4;
    if (name !== 0) {
      const offset = load<u32>(at);
      if (offset + 8 > <u32>end || offset > 0xffff) return false;
      const place = CHUNK + <i32>offset;
      const key = load<u32>(place, 4);
      const size = <i32>((key >> 16) << 1);
      if (key !== load<u32>(name) || <i32>offset + 8 + size > end || !equal(place + 8, name + 4, size)) return false;
      if (place === at + 4) at += 10 + size;
    }
    at += 4;
  }
}

function equal(a: i32, b: i32, size: i32): bool {
  let i = 0;
  for (; i + 8 <= size; i += 8) if (load<u64>(a + i) !== load<u64>(b + i)) return false;
  for (; i < size; i++) if (load<u8>(a + i) !== load<u8>(b + i)) return false;
  return true;
}

function odd(): bool {
  why = ODD;
  return false;
}

function full(): bool {
  why = FULL;
  return false;
}

/** The members of the template instances from `start` up to `end`. */
function fragment(start: i32, end: i32, depth: i32): bool {
  let at = instanceAt(start, end);
  if (at < 0) return odd();
  while (at >= 0) {
    if (!instance(at, end, depth)) return false;
    at = instanceAt(after, end);
  }
  return true;
}

/** Where a template instance begins behind fragment headers, -1 if none follows. */
function instanceAt(start: i32, end: i32): i32 {
  let at = start;
  while (at < end && (load<u8>(at) & 0xbf) === 0x0f) at += 4;
  return at < end && (load<u8>(at) & 0xbf) === 0x0c ? at : -1;
}

function instance(start: i32, end: i32, depth: i32): bool {
  let at = start + 10;
  if (depth > MAX_DEPTH || at + 4 > end) return odd();
  const offset = load<u32>(start, 6);
  if (offset > 0xffff) return odd();
  const program = load<i32>(PROGRAMS + ((<i32>offset) << 2));
  if (program <= 0) {
    wanted = <i32>offset;
    why = program === 0 ? TEMPLATE : ODD;
    return false;
  }
  if (CHUNK + <i32>offset === at) {
    const size = load<u32>(at, 20);
    if (size > 0x10000) return odd();
    at += 24 + <i32>size;
    if (at + 4 > end) return odd();
  }
  const count = load<u32>(at);
  at += 4;
  if (count > 0x4000) return odd();
  let data = at + ((<i32>count) << 2);
  const base = slots;
  if (data > end || base + ((<i32>count) << 3) > SLOTS_END) return odd();
  for (let i: u32 = 0; i < count; i++) {
    const word = load<u32>(at);
    store<i32>(slots, data);
    store<u32>(slots, word, 4);
    slots += 8;
    at += 4;
    data += <i32>(word & 0xffff);
  }
  if (data > end) return odd();
  const whole = run(program, base, <i32>count, depth);
  slots = base;
  after = data;
  return whole;
}

/** Type of value number `index`; the null type where the record does not hold it. */
function typeOf(base: i32, count: i32, index: i32): i32 {
  return index >= count ? 0 : <i32>load<u8>(base + (index << 3), 6);
}

/** A program is the number of its words, then the words; see `src/evtx/json-program.ts`. */
function run(program: i32, base: i32, count: i32, depth: i32): bool {
  const words = load<i32>(program);
  let i = program + 4;
  const end = i + (words << 2);
  nodes += words;
  if (depth > MAX_DEPTH || nodes > MAX_NODES) return odd();
  while (i < end) {
    switch (load<i32>(i)) {
      case OP_BYTES: {
        if (!bytes(load<i32>(i, 4), load<i32>(i, 8))) return false;
        i += 12;
        break;
      }
      case OP_VALUE: {
        if (!value(base, count, load<i32>(i, 4), load<i32>(i, 8), depth, true)) return false;
        i += 12;
        break;
      }
      case OP_MEMBERS: {
        if (!between(base, count, load<i32>(i, 4), depth)) return false;
        i += 8;
        break;
      }
      case OP_OPEN: {
        if (starts >= STARTS_END) return odd();
        store<i32>(starts, out);
        starts += 4;
        store<u8>(out++, 0x7b);
        i += 4;
        break;
      }
      case OP_CLOSE: {
        starts -= 4;
        close(load<i32>(starts));
        i += 4;
        break;
      }
      case OP_ELEMENT: {
        if (!element(i, base, count, depth)) return false;
        i += 24 + 12 * load<i32>(i, 12);
        break;
      }
      default:
        return odd();
    }
    if (out > limit) return full();
  }
  return true;
}

/** Closes the object that began at `start`, over its last comma; one without members becomes null. */
function close(start: i32): void {
  if (out > start + 1) store<u8>(out - 1, 0x7d);
  else {
    out = start;
    none();
  }
}

function none(): void {
  store<u32>(out, 0x6c6c_756e);
  out += 4;
}

function empty(): void {
  store<u16>(out, 0x2222);
  out += 2;
}

/** `"#text":` */
function textKey(): void {
  store<u32>(out, 0x6574_2322);
  store<u32>(out, 0x3a22_7478, 4);
  out += 8;
}

function bytes(from: i32, size: i32): bool {
  if (out + size > limit) return full();
  for (let i = 0; i < size; i += 16) v128.store(out + i, v128.load(from + i));
  out += size;
  return true;
}

/** An element with attributes: those that are null are left out, and without any its text stands for itself. */
function element(i: i32, base: i32, count: i32, depth: i32): bool {
  if (!bytes(load<i32>(i, 4), load<i32>(i, 8))) return false;
  const start = out;
  // {"#attributes":{
  store<u32>(out, 0x6123_227b);
  store<u32>(out, 0x6972_7474, 4);
  store<u32>(out, 0x6574_7562, 8);
  store<u32>(out, 0x7b3a_2273, 12);
  out += 16;
  const bare = out;
  let a = i + 24;
  for (let n = load<i32>(i, 12); n > 0; n--, a += 12) {
    const index = load<i32>(a, 8);
    if (index < -1) return odd();
    if (index >= 0 && typeOf(base, count, index) === 0) continue;
    if (!bytes(load<i32>(a), load<i32>(a, 4))) return false;
    if (index >= 0 && !value(base, count, index, ABSENT_NULL, depth, false)) return false;
    store<u8>(out++, 0x2c);
  }
  const attributed = out > bare;
  if (attributed) {
    store<u8>(out - 1, 0x7d);
    store<u8>(out++, 0x2c);
  } else {
    out = start;
    store<u8>(out++, 0x7b);
  }
  if (out > limit) return full();
  const tail = load<i32>(i, 16);
  const argument = load<i32>(i, 20);
  if (tail === TAIL_PROGRAM) {
    if (!run(argument, base, count, depth + 1)) return false;
    close(start);
  } else if (tail === TAIL_VALUE && typeOf(base, count, argument) !== 0) {
    if (attributed) textKey();
    else out = start;
    if (!value(base, count, argument, ABSENT_NULL, depth, true)) return false;
    if (attributed) store<u8>(out++, 0x7d);
  } else if (tail > TAIL_VALUE) return odd();
  else close(start);
  store<u8>(out++, 0x2c);
  return true;
}

/** A value between elements: the members of its BinXML, else `#text`. */
function between(base: i32, count: i32, index: i32, depth: i32): bool {
  const type = typeOf(base, count, index);
  if (type === 0) return true;
  const slot = base + (index << 3);
  const size = <i32>load<u16>(slot, 4);
  if (size === 0) return true;
  if (type === 0x21) {
    const at = load<i32>(slot);
    return fragment(at, at + size, depth + 1);
  }
  textKey();
  if (!value(base, count, index, ABSENT_NULL, depth, false)) return false;
  store<u8>(out++, 0x2c);
  return true;
}

/** One value; a value that the template asks for and the record does not hold is null. */
function value(base: i32, count: i32, index: i32, absent: i32, depth: i32, nested: bool): bool {
  const type = typeOf(base, count, index);
  if (type === 0) {
    if (absent === ABSENT_NULL) none();
    else empty();
    return true;
  }
  const slot = base + (index << 3);
  const at = load<i32>(slot);
  const size = <i32>load<u16>(slot, 4);
  if (type < 22 && size < <i32>load<u8>(WIDTHS + type)) {
    none();
    return true;
  }
  switch (type) {
    case 0x01:
      return utf16(at, at + size);
    case 0x03:
      whole(<i64>load<i8>(at));
      return true;
    case 0x04:
      digits(<u64>load<u8>(at));
      return true;
    case 0x05:
      whole(<i64>load<i16>(at));
      return true;
    case 0x06:
      digits(<u64>load<u16>(at));
      return true;
    case 0x07:
      whole(<i64>load<i32>(at));
      return true;
    case 0x08:
      digits(<u64>load<u32>(at));
      return true;
    case 0x09:
      whole(load<i64>(at));
      return true;
    case 0x0a:
      digits(load<u64>(at));
      return true;
    case 0x0d:
      truth(load<i32>(at));
      return true;
    case 0x0e:
      return binary(at, size);
    case 0x0f:
      guid(at);
      return true;
    case 0x10:
    case 0x20:
      if (size === 4) hexadecimal(<u64>load<u32>(at));
      else if (size === 8) hexadecimal(load<u64>(at));
      else none();
      return true;
    case 0x11:
      return fileTime(load<u64>(at));
    case 0x13:
      return sid(at, size);
    case 0x14:
      hexadecimal(<u64>load<u32>(at));
      return true;
    case 0x15:
      hexadecimal(load<u64>(at));
      return true;
    case 0x21:
      return nested ? object(at, size, depth) : odd();
    case 0x81:
      return texts(at, size, absent === ABSENT_ITEM);
    default:
      return odd();
  }
}

/** Bytes of one item, by type; 0 where it varies. */
const WIDTHS: usize = memory.data<u8>([0, 0, 0, 1, 1, 2, 2, 4, 4, 8, 8, 4, 8, 4, 0, 16, 0, 8, 16, 0, 4, 8]);

function object(at: i32, size: i32, depth: i32): bool {
  if (size === 0) {
    none();
    return true;
  }
  const start = out;
  store<u8>(out++, 0x7b);
  if (!fragment(at, at + size, depth + 1)) return false;
  close(start);
  return true;
}

/** Texts that each end with NUL. One stands for itself, and so do several inside a list. */
function texts(start: i32, size: i32, inside: bool): bool {
  const end = start + size;
  const first = out;
  let from = start;
  let items = 0;
  store<u8>(out++, 0x5b);
  for (let at = start; at + 1 < end; at += 2)
    if (load<u16>(at) === 0) {
      if (!utf16(from, at)) return false;
      store<u8>(out++, 0x2c);
      items++;
      from = at + 2;
      if (out > limit) return full();
    }
  if (from + 1 < end) {
    if (!utf16(from, end)) return false;
    store<u8>(out++, 0x2c);
    items++;
  }
  if (items === 0) {
    out = first;
    empty();
  } else if (items === 1 || inside) {
    memory.copy(first, first + 1, out - first - 2);
    out -= 2;
  } else store<u8>(out - 1, 0x5d);
  return true;
}

/** UTF-16LE up to the first NUL, as text in quotes. Halves of pairs that stand alone become U+FFFD. */
function utf16(start: i32, end: i32): bool {
  if (out + 3 * (end - start) > limit) return full();
  let to = out;
  store<u8>(to++, 0x22);
  const last = end - 1;
  let i = start;
  while (i < last) {
    // Sixteen units at once; what cannot be written as it is becomes negative, below a blank, a quote or a backslash.
    const units = i8x16.narrow_i16x8_u(v128.load(i), v128.load(i, 16));
    v128.store(to, units);
    const special = v128.or(
      i8x16.lt_s(units, i8x16.splat(0x20)),
      v128.or(i8x16.eq(units, i8x16.splat(0x22)), i8x16.eq(units, i8x16.splat(0x5c))),
    );
    const plain = ctz(i8x16.bitmask(special) | 0x10000);
    const left = (last - i + 1) >> 1;
    if (plain >= left) {
      to += left;
      break;
    }
    to += plain;
    i += plain << 1;
    if (plain === 16) continue;
    const unit = <u32>load<u16>(i);
    i += 2;
    if (unit === 0x5c || unit === 0x22) {
      store<u16>(to, <u16>(0x5c | (unit << 8)));
      to += 2;
    } else if (unit >= 0x80) {
      const pair: u32 = (unit & 0xfc00) === 0xd800 && i < last ? <u32>load<u16>(i) : 0;
      if ((pair & 0xfc00) === 0xdc00) i += 2;
      to = beyondAscii(to, unit, pair);
    } else if (unit === 0) break;
    else to = control(to, unit);
  }
  store<u8>(to++, 0x22);
  out = to;
  return true;
}

function beyondAscii(to: i32, unit: u32, pair: u32): i32 {
  if (unit < 0x800) {
    store<u8>(to, 0xc0 | (unit >> 6));
    store<u8>(to, 0x80 | (unit & 0x3f), 1);
    return to + 2;
  }
  if ((pair & 0xfc00) === 0xdc00) {
    const point = 0x10000 + ((unit & 0x3ff) << 10) + (pair & 0x3ff);
    store<u8>(to, 0xf0 | (point >> 18));
    store<u8>(to, 0x80 | ((point >> 12) & 0x3f), 1);
    store<u8>(to, 0x80 | ((point >> 6) & 0x3f), 2);
    store<u8>(to, 0x80 | (point & 0x3f), 3);
    return to + 4;
  }
  const point: u32 = (unit & 0xf800) === 0xd800 ? 0xfffd : unit;
  store<u8>(to, 0xe0 | (point >> 12));
  store<u8>(to, 0x80 | ((point >> 6) & 0x3f), 1);
  store<u8>(to, 0x80 | (point & 0x3f), 2);
  return to + 3;
}

/** The letter behind the backslash for a control character, 'u' for those without one of their own. */
function control(to: i32, unit: u32): i32 {
  let letter: u32 = 0x75;
  if (unit === 0x08) letter = 0x62;
  else if (unit === 0x09) letter = 0x74;
  else if (unit === 0x0a) letter = 0x6e;
  else if (unit === 0x0c) letter = 0x66;
  else if (unit === 0x0d) letter = 0x72;
  store<u16>(to, <u16>(0x5c | (letter << 8)));
  if (letter !== 0x75) return to + 2;
  store<u16>(to, 0x3030, 2);
  store<u8>(to, lower(unit >> 4), 4);
  store<u8>(to, lower(unit & 15), 5);
  return to + 6;
}

function lower(digit: u32): u32 {
  return digit < 10 ? 48 + digit : 87 + digit;
}

function upper(digit: u32): u32 {
  return digit < 10 ? 48 + digit : 55 + digit;
}

/** `00` to `99` at an address. */
function two(to: i32, n: u32): void {
  const tens = n / 10;
  store<u16>(to, <u16>((48 + tens) | ((48 + n - 10 * tens) << 8)));
}

function digits(value: u64): void {
  let rest = value;
  let count = 1;
  for (let bound: u64 = 10; value >= bound; bound *= 10) {
    count++;
    if (count === 20) break;
  }
  let at = out + count - 1;
  out += count;
  while (rest > 0xffff_ffff) {
    const next = rest / 10;
    store<u8>(at--, 48 + <u32>(rest - 10 * next));
    rest = next;
  }
  let small = <u32>rest;
  while (small >= 10) {
    const next = small / 10;
    store<u8>(at--, 48 + small - 10 * next);
    small = next;
  }
  store<u8>(at, 48 + small);
}

function whole(value: i64): void {
  if (value < 0) {
    store<u8>(out++, 0x2d);
    digits(<u64>-value);
  } else digits(<u64>value);
}

/** Irregular truth values are kept as the numbers they are. */
function truth(value: i32): void {
  if (value === 0) {
    store<u32>(out, 0x736c_6166);
    store<u8>(out, 0x65, 4);
    out += 5;
  } else if (value === 1) {
    store<u32>(out, 0x6575_7274);
    out += 4;
  } else whole(<i64>value);
}

/** `"0x…"` */
function hexadecimal(value: u64): void {
  store<u32>(out, 0x78_3022);
  out += 3;
  for (let shift = 60 - (<i32>clz(value | 1) & ~3); shift >= 0; shift -= 4)
    store<u8>(out++, lower(<u32>(value >> <u64>shift) & 15));
  store<u8>(out++, 0x22);
}

function pair(at: i32): void {
  const byte = <u32>load<u8>(at);
  store<u16>(out, <u16>(upper(byte >> 4) | (upper(byte & 15) << 8)));
  out += 2;
}

function binary(at: i32, size: i32): bool {
  if (out + 2 * size > limit) return full();
  store<u8>(out++, 0x22);
  for (let i = 0; i < size; i++) pair(at + i);
  store<u8>(out++, 0x22);
  return true;
}

/** `"5770385F-C22A-43E0-BF4C-06F5698FFBD9"`: the first three parts are numbers, low byte first. */
function guid(at: i32): void {
  const order = i8x16(3, 2, 1, 0, 5, 4, 7, 6, 8, 9, 10, 11, 12, 13, 14, 15);
  const all = i8x16.swizzle(v128.load(at), order);
  const high = i8x16.shr_u(all, 4);
  const low = v128.and(all, i8x16.splat(15));
  const first = letters(i8x16.shuffle(high, low, 0, 16, 1, 17, 2, 18, 3, 19, 4, 20, 5, 21, 6, 22, 7, 23));
  const second = letters(i8x16.shuffle(high, low, 8, 24, 9, 25, 10, 26, 11, 27, 12, 28, 13, 29, 14, 30, 15, 31));
  store<u8>(out, 0x22);
  store<u64>(out, i64x2.extract_lane(first, 0), 1);
  store<u8>(out, 0x2d, 9);
  store<u32>(out, i32x4.extract_lane(first, 2), 10);
  store<u8>(out, 0x2d, 14);
  store<u32>(out, i32x4.extract_lane(first, 3), 15);
  store<u8>(out, 0x2d, 19);
  store<u32>(out, i32x4.extract_lane(second, 0), 20);
  store<u8>(out, 0x2d, 24);
  store<u64>(
    out,
    i64x2.extract_lane(i8x16.shuffle(second, second, 4, 5, 6, 7, 8, 9, 10, 11, 0, 1, 2, 3, 0, 1, 2, 3), 0),
    25,
  );
  store<u32>(out, i32x4.extract_lane(second, 3), 33);
  store<u8>(out, 0x22, 37);
  out += 38;
}

/** Sixteen numbers below 16 as hexadecimal digits. */
function letters(numbers: v128): v128 {
  const beyond = v128.and(i8x16.gt_s(numbers, i8x16.splat(9)), i8x16.splat(7));
  return i8x16.add(i8x16.add(numbers, i8x16.splat(48)), beyond);
}

/** `"2024-01-01T00:00:00.123456Z"`; the seventh digit of a FILETIME is dropped. */
function fileTime(ticks: u64): bool {
  if (ticks >= LAST_TIME) return odd();
  const seconds = ticks / 10_000_000;
  const micros = <u32>(ticks - seconds * 10_000_000) / 10;
  const days = <u32>(seconds / 86_400);
  const rest = <u32>(seconds - <u64>days * 86_400);
  const hours = rest / 3_600;
  const minutes = (rest - hours * 3_600) / 60;
  if (days !== lastDay) {
    lastDay = days;
    civil(days);
  }
  store<u8>(out, 0x22);
  two(out + 1, lastYear / 100);
  two(out + 3, lastYear % 100);
  store<u8>(out, 0x2d, 5);
  two(out + 6, lastMonth);
  store<u8>(out, 0x2d, 8);
  two(out + 9, lastDate);
  store<u8>(out, 0x54, 11);
  two(out + 12, hours);
  store<u8>(out, 0x3a, 14);
  two(out + 15, minutes);
  store<u8>(out, 0x3a, 17);
  two(out + 18, rest - hours * 3_600 - minutes * 60);
  store<u8>(out, 0x2e, 20);
  two(out + 21, micros / 10_000);
  two(out + 23, (micros / 100) % 100);
  two(out + 25, micros % 100);
  store<u16>(out, 0x225a, 27);
  out += 29;
  return true;
}

/** The year 9999 ends before this. */
const LAST_TIME: u64 = 2_650_000_000 * 1_000_000_000;
let lastDay: u32 = 0xffff_ffff;
let lastYear: u32 = 0;
let lastMonth: u32 = 0;
let lastDate: u32 = 0;

/** The civil date of a day number since 1601-01-01 (days are counted from March, in eras of 400 years). */
function civil(days: u32): void {
  const shifted = days + 584_694;
  const era = shifted / 146_097;
  const day = shifted - era * 146_097;
  const year = (day - day / 1_460 + day / 36_524 - day / 146_096) / 365;
  const dayOfYear = day - (365 * year + year / 4 - year / 100);
  const month = (5 * dayOfYear + 2) / 153;
  lastDate = dayOfYear - (153 * month + 2) / 5 + 1;
  lastMonth = month < 10 ? month + 3 : month - 9;
  lastYear = year + era * 400 + (lastMonth <= 2 ? 1 : 0);
}

/** `"S-1-5-18"` */
function sid(at: i32, size: i32): bool {
  if (size < 8) return odd();
  const count = <i32>load<u8>(at, 1);
  if (count > 15 || size < 8 + (count << 2)) return odd();
  store<u32>(out, 0x2d_5322);
  out += 3;
  digits(<u64>load<u8>(at));
  store<u8>(out++, 0x2d);
  // The authority stands with its high byte first.
  const swapped = load<u64>(at);
  let authority: u64 = 0;
  for (let i: u64 = 16; i < 64; i += 8) authority = (authority << 8) | ((swapped >> i) & 0xff);
  digits(authority);
  for (let i = 0; i < count; i++) {
    store<u8>(out++, 0x2d);
    digits(<u64>load<u32>(at + 8 + (i << 2)));
  }
  store<u8>(out++, 0x22);
  return true;
}
