import type { FieldTable } from '../base/fields.ts';
import type { Problem } from '../base/problem.ts';
import type { LogEvent } from '../model/event.ts';

/** A log file to be read: a name for messages, and its bytes either whole (mapped, small files) or as a stream. */
export interface LogInput {
  readonly name: string;
  /** Bytes of the file, -1 for a stream of unknown length. */
  readonly size: number;
  /** Reads `length` bytes at `offset`; only for inputs that are plain files. */
  readonly readAt: ((offset: number, length: number) => Promise<Uint8Array>) | null;
  stream(): AsyncIterable<Uint8Array>;
  /** What its user says it is, for formats that do not say so themselves (CSV, unknown JSON). */
  readonly hint?: LogsourceHint;
  /** When the file was changed last, milliseconds since 1970: the year of syslog lines, which name none. */
  readonly modified?: number;
  /** For compressed inputs: bytes of the file, and how many of them are read. Progress goes by these. */
  readonly packed?: { readonly size: number; done(): number };
}

/** `product`, `category`, `service` in Sigma's words, lower case, '' where nothing is said. */
export interface LogsourceHint {
  readonly product: string;
  readonly category: string;
  readonly service: string;
}

/** What a reader hands on in one go. `event` is called for each record, synchronously: what it gets may be reused. */
export interface LogSink {
  event(event: LogEvent): void;
  problem(problem: Problem): void;
  /** Bytes done since the last call, for progress; return true to make the reader stop. */
  done(bytes: number): boolean;
}

/** A family of log formats. The registry in `readers/index.ts` asks each whether it knows a file by its first bytes and name. */
export interface LogReader {
  /** `evtx`, `json`, `zeek`, `iis`, `access`, `csv`. */
  readonly name: string;
  /** How sure it is that these are its bytes: 0 no, 1 maybe (by name or weak signs), 2 certain. `head` holds up to 64 KiB. */
  recognises(head: Uint8Array, name: string): 0 | 1 | 2;
  /** Whether parts of one large plain file can be read side by side. */
  readonly splits: boolean;
  /**
   * Reads all records, or those that begin in a part of the file; bad ones become problems with their place. Throws only when
   * the input itself fails (I/O).
   */
  read(input: LogInput, fields: FieldTable, sink: LogSink, part?: Part): Promise<void>;
}

/** Bytes `start` up to, not including, `end`. Parts need not fall between records: one belongs to the part it begins in. */
export interface Part {
  readonly start: number;
  readonly end: number;
  /** One more than the line feeds before `start`, if known; otherwise line readers count them. */
  readonly line?: number;
}
