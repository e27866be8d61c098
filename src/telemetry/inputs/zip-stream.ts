import type { Pieces } from './pieces.ts';

/** A deflated byte may stand for a thousand: little is handed over at a time. */
const SLICE = 32 << 10;

export interface StreamedEntry {
  readonly name: string;
  stream(): AsyncIterable<Uint8Array>;
}

interface Waiting extends StreamedEntry {
  readonly ready: Uint8Array[];
  done: boolean;
  error: Error | null;
}

/**
 * The files of a zip archive that comes as a stream (standard input, inside another archive), in order. The stream of an entry has
 * to be read before the next entry is asked for. Entries that are encrypted or packed in another way than deflate are left out.
 */
export async function* streamedZip(pieces: Pieces, leftOut: (name: string) => void): AsyncGenerator<StreamedEntry> {
  // Loaded when an archive comes as a stream: few do.
  const { Unzip, UnzipInflate } = await import('fflate');
  const entries: Waiting[] = [];
  let ended = false;
  const unzip = new Unzip((file) => {
    if (file.name.endsWith('/')) return;
    if (file.compression !== 0 && file.compression !== 8) {
      leftOut(file.name);
      return;
    }
    const entry: Waiting = { name: file.name, ready: [], done: false, error: null, stream: () => read(entry) };
    file.ondata = (error, bytes, final) => {
      if (error) entry.error = Object.assign(new Error(error.message), { code: 'ERR_ZIP' });
      else if (bytes.length > 0) entry.ready.push(bytes);
      if (final || error) entry.done = true;
    };
    entries.push(entry);
    file.start();
  });
  unzip.register(UnzipInflate);

  const more = async (): Promise<boolean> => {
    if (ended) return false;
    const bytes = await pieces.some(SLICE);
    ended = bytes === null;
    try {
      unzip.push(bytes ? Uint8Array.from(bytes) : new Uint8Array(0), ended);
    } catch (error) {
      ended = true;
      const last = entries.at(-1);
      if (!last || last.done) throw Object.assign(new Error((error as Error).message), { code: 'ERR_ZIP' });
      last.error = Object.assign(new Error((error as Error).message), { code: 'ERR_ZIP' });
      last.done = true;
    }
    return true;
  };

  async function* read(entry: Waiting): AsyncGenerator<Uint8Array> {
    for (;;) {
      for (let bytes = entry.ready.shift(); bytes; bytes = entry.ready.shift()) yield bytes;
      if (entry.error) throw entry.error;
      if (entry.done) return;
      if (!(await more())) throw Object.assign(new Error('unexpected end of the archive'), { code: 'ERR_ZIP' });
    }
  }

  for (;;) {
    while (entries.length === 0) if (!(await more())) return;
    const entry = entries[0]!;
    yield entry;
    // What the caller did not read goes by unseen.
    while (!entry.done) {
      entry.ready.length = 0;
      if (!(await more())) break;
    }
    entries.shift();
  }
}
