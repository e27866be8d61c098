import type { FieldTable, TextFinder, Value } from '../../base/fields.ts';
import { type Problem, problem } from '../../base/problem.ts';
import { CHUNK_SIZE, EvtxDecoder, type EvtxRecord, FILE_HEADER_SIZE } from '../../evtx/index.ts';
import type { LogEvent } from '../../model/event.ts';
import type { LogInput, LogReader, Part } from '../reader.ts';
import { blocks } from './bytes/blocks.ts';
import { isFirst } from './bytes/parts.ts';

const FILE_MAGIC = Buffer.from('ElfFile\0', 'latin1');
const CHUNK_MAGIC = Buffer.from('ElfChnk\0', 'latin1');

/**
 * Event logs of Windows (EVTX), chunk by chunk: plain files by position, everything else from the stream. Chunks without a
 * file header, as carving tools leave them, are read as well.
 */
export const evtxReader: LogReader = {
  name: 'evtx',
  splits: true,
  recognises: (head) => (startsWith(head, FILE_MAGIC) || startsWith(head, CHUNK_MAGIC) ? 2 : 0),
  async read(input, fields, sink, part) {
    const decoder = DECODERS.take(fields);
    const event = new EvtxEvent(fields.id('EventRecordID'));
    const onRecord = (record: EvtxRecord): void => {
      event.source = record;
      sink.event(event);
    };
    const onProblem = ({ code, place, details, severity }: Problem): void =>
      sink.problem(problem(code, { ...place, source: input.name }, details, severity));
    try {
      for await (const { header, bytes, offset } of pieces(input, part)) {
        if (header) {
          const found = decoder.begin(header);
          if (isFirst(part)) for (const one of found) onProblem(one);
        }
        for (let at = 0; at < bytes.length; at += CHUNK_SIZE)
          decoder.chunk(bytes.subarray(at, at + CHUNK_SIZE), offset + at, onRecord, onProblem);
        if (sink.done(bytes.length)) return;
      }
    } finally {
      DECODERS.give(fields, decoder);
    }
  },
};

interface Piece {
  /** The file header, once, before all chunks. */
  readonly header: Buffer | null;
  /** Whole chunks; the last of a file may be cut off. */
  readonly bytes: Buffer;
  readonly offset: number;
}

/** The file header, then chunks in pieces of up to a block; those that begin in the part. */
async function* pieces(input: LogInput, part: Part | undefined): AsyncGenerator<Piece> {
  if (!input.readAt) return yield* streamed(input);
  const header = Buffer.from(await input.readAt(0, FILE_HEADER_SIZE));
  const base = startsWith(header, FILE_MAGIC) ? FILE_HEADER_SIZE : 0;
  if (base > 0) yield { header, bytes: NOTHING, offset: 0 };
  let at = base + chunksBefore(part?.start ?? 0, base) * CHUNK_SIZE;
  const end = base + chunksBefore(Math.min(part?.end ?? input.size, input.size), base) * CHUNK_SIZE;
  // Blocks are whole chunks, unless the file shrinks while it is read.
  for await (const bytes of blocks(input, at, end)) {
    yield { header: null, bytes, offset: at };
    at += bytes.length;
  }
}

async function* streamed(input: LogInput): AsyncGenerator<Piece> {
  let held: Buffer = NOTHING;
  let offset = 0;
  let begun = false;
  for await (const block of blocks(input)) {
    held = held.length > 0 ? Buffer.concat([held, block]) : block;
    if (!begun) {
      if (held.length < FILE_HEADER_SIZE) continue;
      begun = true;
      if (startsWith(held, FILE_MAGIC)) {
        yield { header: held.subarray(0, FILE_HEADER_SIZE), bytes: NOTHING, offset: 0 };
        offset = FILE_HEADER_SIZE;
        held = held.subarray(FILE_HEADER_SIZE);
      }
    }
    const whole = held.length - (held.length % CHUNK_SIZE);
    if (whole === 0) continue;
    yield { header: null, bytes: held.subarray(0, whole), offset };
    offset += whole;
    held = held.subarray(whole);
  }
  if (begun) yield { header: null, bytes: held, offset };
  else yield { header: held, bytes: NOTHING, offset: 0 };
}

/** How many chunks begin before a byte of the file. */
function chunksBefore(at: number, base: number): number {
  return Math.max(0, Math.ceil((at - base) / CHUNK_SIZE));
}

function startsWith(bytes: Uint8Array, magic: Buffer): boolean {
  return bytes.length >= magic.length && magic.compare(bytes, 0, magic.length) === 0;
}

const NOTHING: Buffer = Buffer.alloc(0);

/** A decoder keeps what it learnt of templates, so it goes on to the next file; files read at the same time have one each. */
const DECODERS = {
  idle: new WeakMap<FieldTable, EvtxDecoder[]>(),
  take(fields: FieldTable): EvtxDecoder {
    return this.idle.get(fields)?.pop() ?? new EvtxDecoder(fields);
  },
  give(fields: FieldTable, decoder: EvtxDecoder): void {
    const waiting = this.idle.get(fields);
    if (waiting) waiting.push(decoder);
    else this.idle.set(fields, [decoder]);
  },
};

/** A record of an event log as a log event. One object serves all records of a file. */
class EvtxEvent implements LogEvent {
  source!: EvtxRecord;
  readonly product = 'windows';
  readonly category = '';
  readonly service = '';
  private readonly numberId: number;

  constructor(numberId: number) {
    this.numberId = numberId;
  }

  /** As the record says; the number in its header differs where records were exported to a new file. */
  get record(): number {
    const own = this.source.value(this.numberId);
    return typeof own === 'string' && /^\d{1,15}$/.test(own) ? Number(own) : this.source.record;
  }
  get time(): number {
    return this.source.time;
  }
  get channel(): string {
    return this.source.channel;
  }
  get eventId(): number {
    return this.source.eventId;
  }
  get provider(): string {
    return this.source.provider;
  }
  get computer(): string {
    return this.source.computer;
  }
  value(id: number): Value {
    return this.source.value(id);
  }
  texts(): readonly string[] {
    return this.source.texts();
  }
  mayHold(finder: TextFinder): boolean {
    return this.source.mayHold(finder);
  }
  each(visit: (name: string, value: Exclude<Value, undefined>) => void): void {
    this.source.each(visit);
  }
  /** The bytes of the record, for matchers that look at them before they ask for fields. */
  rawBytes(): ReturnType<EvtxRecord['rawBytes']> {
    return this.source.rawBytes();
  }
}
