import { MAX_TEMPLATES, MAX_VARIANTS } from './limits.ts';
import { Names } from './names.ts';
import { type Fault, isFault, parseBinXml } from './parse-binxml.ts';
import { Template } from './template.ts';

/** Next definition, GUID, size of the data behind it. */
const DEFINITION_HEADER = 24;

/**
 * The template definitions met so far, over all chunks and files. A definition is known again by its GUID and its content; the
 * GUID alone does not do, as damaged or foreign files repeat it over other content.
 */
export class Templates {
  readonly names = new Names();
  private readonly byGuid = new Map<number, Template[]>();
  private count = 0;
  private bytes: Buffer = EMPTY;
  private epoch = 0;
  private readonly epochs = new Int32Array(65_536);
  private readonly at: (Template | Fault)[] = new Array<Template | Fault>(65_536);

  /** Makes a chunk the one that offsets refer to. */
  open(bytes: Buffer): void {
    if (this.names.full || this.count >= MAX_TEMPLATES) {
      this.names.clear();
      this.byGuid.clear();
      this.count = 0;
    }
    this.bytes = bytes;
    this.names.open(bytes);
    this.epoch = (this.epoch + 1) | 0;
    if (this.epoch === 0) this.epochs.fill(-1);
  }

  /** The definition at a chunk offset, or why there is none. */
  find(offset: number): Template | Fault {
    if (this.epochs[offset] === this.epoch) return this.at[offset]!;
    if (offset > this.bytes.length - DEFINITION_HEADER)
      return { reason: 'a template is outside the chunk', at: offset };
    const found = this.read(offset);
    this.epochs[offset] = this.epoch;
    this.at[offset] = found;
    return found;
  }

  /** Bytes a definition takes, header and data. Only for offsets that `find` was asked for. */
  size(offset: number): number {
    return DEFINITION_HEADER + this.bytes.readUInt32LE(offset + 20);
  }

  /**
   * The only definition known by the first four bytes of its GUID, which every use of a template repeats: stands in for a
   * definition that is damaged in this chunk and was whole in another.
   */
  standIn(id: number): Template | null {
    const known = this.byGuid.get(id);
    return known?.length === 1 ? known[0]! : null;
  }

  private read(offset: number): Template | Fault {
    const { bytes, names } = this;
    const start = offset + DEFINITION_HEADER;
    const end = offset + this.size(offset);
    if (end > bytes.length) return { reason: 'a template is cut off', at: offset };
    const key = bytes.readUInt32LE(offset + 4);
    let known = this.byGuid.get(key);
    if (known) for (const template of known) if (template.matches(bytes, names, start, end)) return template;
    const parsed = parseBinXml(bytes, names, start, end, true);
    if (isFault(parsed)) return parsed;
    const template = new Template(bytes, names, start, end, parsed);
    if (known === undefined) {
      known = [];
      this.byGuid.set(key, known);
    }
    if (known.length >= MAX_VARIANTS) known.shift();
    else this.count++;
    known.push(template);
    return template;
  }
}

const EMPTY = Buffer.alloc(0);
