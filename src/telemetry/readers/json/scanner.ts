import { LIST_BEGINS } from './wrappers.ts';

/** A record longer than this is none: the scanner gives it up and looks for the next. Bytes. */
export const MAX_VALUE = 64 << 20;
/** Deeper nesting is an attack or a mistake. */
const MAX_DEPTH = 1000;
/** Bytes of an object that show whether it is a wrapped list. */
const PEEK = 2048;

const TAB = 0x09;
const NEWLINE = 0x0a;
const RETURN = 0x0d;
const SPACE = 0x20;
const QUOTE = 0x22;
const COMMA = 0x2c;
const COLON = 0x3a;
const OPEN_LIST = 0x5b;
const BACKSLASH = 0x5c;
const CLOSE_LIST = 0x5d;
const OPEN = 0x7b;
const CLOSE = 0x7d;
/** What may stand between records: evtx_dump numbers them. */
const PASSED_OVER = /^(?:Record \d+)?$/;

export interface ScannerSink {
  value(text: string, line: number): void;
  broken(line: number, reason: string): void;
}

/**
 * Finds JSON objects in bytes by their brackets, without parsing them. An object that cannot be continued (an opening brace where
 * none may stand, a text that runs over the end of its line) is given up at that very place, so that a damaged record costs
 * itself and at most the one after it; nothing is ever scanned twice.
 */
export class Scanner {
  private readonly sink: ScannerSink;
  private readonly limit: number;
  private data: Buffer = Buffer.alloc(0);
  private at = 0;
  private line = 1;
  private ended = false;

  /** Where the present object begins in `data`, -1 outside of any. */
  private begin = -1;
  private beginLine = 1;
  /** Brackets that are open inside the present object, `{` or `[`. */
  private readonly open: number[] = [];
  private before = 0;
  private inString = false;
  private escaped = false;
  /** The object is skipped: what follows the list of a wrapper. */
  private discards = false;
  /** Lists that records stand in; the outermost may be that of a wrapper. */
  private lists = 0;
  private wrapped = false;
  /** After a damaged record: nothing counts until a line begins with a brace. */
  private lost = false;
  private lineBlank = true;

  constructor(sink: ScannerSink, limit: number = MAX_VALUE) {
    this.sink = sink;
    this.limit = limit;
  }

  /** Takes the next bytes. They are not kept beyond the object they belong to. */
  push(bytes: Buffer): void {
    const from = this.begin >= 0 ? this.begin : this.at;
    const rest = this.data.subarray(from);
    this.data = rest.length > 0 ? Buffer.concat([rest, bytes]) : bytes;
    this.at -= from;
    if (this.begin >= 0) this.begin = 0;
    this.scan();
    if (this.begin >= 0 && this.data.length - this.begin > this.limit) this.giveUp(`longer than ${this.limit} bytes`);
  }

  /** No more bytes come: what is open is broken. */
  end(): void {
    this.ended = true;
    this.scan();
    if (this.begin >= 0 && !this.discards) this.giveUp('it is cut off at the end of the file');
  }

  private scan(): void {
    for (;;) {
      const before = this.at;
      if (this.begin >= 0) this.inside();
      else this.outside();
      if (this.at >= this.data.length || this.at === before) return;
    }
  }

  /** Between objects: up to the brace that begins the next. Stays where it is if more bytes are needed to decide. */
  private outside(): void {
    const { data } = this;
    while (this.at < data.length) {
      const byte = data[this.at]!;
      if (byte === NEWLINE) {
        this.line++;
        this.lineBlank = true;
        this.at++;
      } else if (byte === SPACE || byte === RETURN || byte === TAB) this.at++;
      else if (this.lost && !(byte === OPEN && this.lineBlank)) {
        this.lineBlank = false;
        this.at++;
      } else if (byte === OPEN) {
        if (!this.start()) return;
        if (this.begin >= 0) return;
      } else if (byte === COMMA) this.at++;
      else if (byte === OPEN_LIST) {
        this.lists++;
        this.at++;
      } else if (byte === CLOSE_LIST && this.lists > 0) this.closeList();
      else if (!this.other()) return;
      if (this.begin >= 0) return;
    }
  }

  /** A brace: an object begins, or a wrapper, of which the list is entered. False if that cannot be told yet. */
  private start(): boolean {
    const { data, at } = this;
    if (this.lists === 0) {
      if (data.length - at < PEEK && !this.ended) return false;
      const head = data.toString('latin1', at, at + PEEK);
      const wrapper = LIST_BEGINS.exec(head)?.[0];
      if (wrapper) {
        const list = wrapper.lastIndexOf('[');
        for (const character of head.slice(0, list)) if (character === '\n') this.line++;
        this.at = at + list + 1;
        this.lists = 1;
        this.wrapped = true;
        this.lost = false;
        return true;
      }
    }
    this.enter(OPEN);
    return true;
  }

  private enter(bracket: number): void {
    this.begin = this.at;
    this.beginLine = this.line;
    this.open.length = 0;
    this.open.push(bracket);
    this.before = bracket;
    this.inString = false;
    this.escaped = false;
    this.lost = false;
    this.at++;
  }

  private closeList(): void {
    this.at++;
    this.lists--;
    if (this.lists > 0 || !this.wrapped) return;
    // The rest of the wrapper is of no interest.
    this.wrapped = false;
    this.begin = this.at;
    this.beginLine = this.line;
    this.open.length = 0;
    this.open.push(OPEN);
    this.before = CLOSE_LIST;
    this.inString = false;
    this.escaped = false;
    this.discards = true;
  }

  /** Text that is no object: the rest of its line, or up to a brace on it. False if its end has not come yet. */
  private other(): boolean {
    const { data, at } = this;
    let to = at;
    while (to < data.length && data[to] !== NEWLINE && data[to] !== OPEN) to++;
    if (to === data.length && !this.ended && to - at < PEEK) return false;
    const text = data.toString('utf8', at, Math.min(to, at + 60)).trim();
    if (!PASSED_OVER.test(text)) this.sink.broken(this.line, `"${text}" stands where a record should begin`);
    this.at = to;
    this.lineBlank = false;
    return true;
  }

  /** Inside an object: up to its last brace. */
  private inside(): void {
    const { data, open } = this;
    const end = data.length;
    let { at, before, inString, escaped } = this;
    while (at < end) {
      const byte = data[at]!;
      if (inString) {
        if (escaped) escaped = false;
        else if (byte === QUOTE) inString = false;
        else if (byte === BACKSLASH) escaped = true;
        else if (byte === NEWLINE) {
          this.at = at;
          this.giveUp('a text runs over the end of its line');
          return;
        }
        at++;
        continue;
      }
      at++;
      if (byte <= SPACE) {
        if (byte === NEWLINE) this.line++;
        continue;
      }
      if (byte === QUOTE) inString = true;
      else if (byte === OPEN || byte === OPEN_LIST) {
        const inList = open[open.length - 1] === OPEN_LIST;
        if (before !== COLON && !(inList && (before === COMMA || before === OPEN_LIST))) {
          this.at = at - 1;
          this.giveUp('another record begins inside it');
          return;
        }
        if (open.length >= MAX_DEPTH) {
          this.at = at;
          this.giveUp(`nested deeper than ${MAX_DEPTH}`);
          return;
        }
        open.push(byte);
      } else if (byte === CLOSE || byte === CLOSE_LIST) {
        const opened = open.pop();
        if (opened !== (byte === CLOSE ? OPEN : OPEN_LIST)) {
          this.at = at;
          this.giveUp('its brackets do not match');
          return;
        }
        if (open.length === 0) {
          this.at = at;
          this.finish();
          return;
        }
      }
      before = byte;
    }
    this.at = at;
    this.before = before;
    this.inString = inString;
    this.escaped = escaped;
    // What is thrown away need not be kept.
    if (this.discards) this.begin = at;
  }

  private finish(): void {
    const { begin, at } = this;
    this.begin = -1;
    this.lineBlank = false;
    if (this.discards) this.discards = false;
    else this.sink.value(this.data.toString('utf8', begin, at), this.beginLine);
  }

  /** Drops the present object. Scanning goes on outside, from where it is. */
  private giveUp(reason: string): void {
    if (!this.discards) this.sink.broken(this.beginLine, reason);
    this.discards = false;
    this.begin = -1;
    this.lost = this.data[this.at] !== OPEN;
    this.lineBlank = false;
  }
}
