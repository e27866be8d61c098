import type { FieldTable } from '../base/fields.ts';
import { type Problem, problem } from '../base/problem.ts';
import { EvtxDecoder } from './decoder.ts';
import { JsonBuffer } from './json-buffer.ts';
import { type JsonProgram, jsonProgram } from './json-program.ts';
import { Kernel, STOPPED } from './kernel.ts';
import { isFault } from './parse-binxml.ts';
import type { EvtxRecord } from './record.ts';
import type { Template } from './template.ts';

/** Bytes of output from which a piece is handed on. */
const FULL = 1 << 20;
const NEWLINE = 0x0a;

/**
 * Event logs as lines of JSON, in the shape of `evtx_dump`. Gives the same as `EvtxRecord.writeJson` for every record, several
 * times faster; whatever is not plain about a record is left to that. Keeps templates from file to file, as `EvtxDecoder` does.
 */
export class JsonLines {
  private readonly decoder: EvtxDecoder;
  private readonly kernel: Kernel | null;
  private readonly programs = new WeakMap<Template, JsonProgram>();
  /** Single records that the kernel leaves, and all of them where there is no kernel. */
  private readonly out = new JsonBuffer();
  private report: (problem: Problem) => void = () => undefined;
  private readonly write = (record: EvtxRecord): void => {
    if (record.writeJson(this.out)) this.out.byte(NEWLINE);
    else this.report(problem('evtx-record-too-big', { offset: record.offset }, { record: record.record }));
  };

  /** `kernel` can be left out, to see that nothing depends on it. */
  constructor(fields: FieldTable, kernel = Kernel.create()) {
    this.decoder = new EvtxDecoder(fields);
    this.kernel = kernel;
  }

  /** Begins a file, as `EvtxDecoder.begin`. */
  begin(header: Uint8Array): Problem[] {
    return this.decoder.begin(header);
  }

  /**
   * Reads a chunk. Gives pieces of about a megabyte whenever so much has come together, each good until the next is asked for;
   * what remains waits for the next chunk, or for `rest`.
   */
  *chunk(chunk: Uint8Array, fileOffset: number, onProblem: (problem: Problem) => void): Generator<Buffer> {
    const { decoder, kernel, out } = this;
    this.report = onProblem;
    if (!decoder.open(chunk, fileOffset, onProblem)) return;
    kernel?.open(chunk, decoder.end);
    for (;;) {
      const why = kernel === null ? STOPPED.odd : this.records(kernel);
      if (why === STOPPED.done) break;
      if (why === STOPPED.full && kernel !== null && kernel.length > 0) yield kernel.take();
      else if (why !== STOPPED.template) {
        const more = decoder.next(this.write, onProblem);
        if (kernel === null || out.length > kernel.room) {
          if (kernel !== null && kernel.length > 0) yield kernel.take();
          if (kernel !== null || out.length >= FULL) yield this.taken();
        } else if (out.length > 0) kernel.append(this.taken());
        if (!more) break;
      }
    }
    if (kernel !== null && kernel.length >= FULL) yield kernel.take();
  }

  /** What has not been given yet. */
  rest(): Buffer {
    return this.kernel === null ? this.taken() : this.kernel.take();
  }

  private records(kernel: Kernel): number {
    const { decoder } = this;
    const why = kernel.records(decoder.at, decoder.end);
    decoder.at = kernel.at;
    if (why === STOPPED.template) this.define(kernel, kernel.wanted);
    return why;
  }

  /** Tells the kernel of the template at a chunk offset, which it asked for. */
  private define(kernel: Kernel, offset: number): void {
    if (kernel.recognise(offset)) return;
    const { templates } = this.decoder;
    const template = templates.find(offset);
    if (isFault(template)) {
      kernel.define(offset, null, null, templates.names);
      return;
    }
    let program = this.programs.get(template);
    if (program === undefined) {
      program = jsonProgram(template.roots);
      this.programs.set(template, program);
    }
    kernel.define(offset, template, program, templates.names);
  }

  private taken(): Buffer {
    const taken = this.out.view();
    this.out.length = 0;
    return taken;
  }
}
