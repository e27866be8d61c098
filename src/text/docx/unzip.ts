import { Unzip, UnzipInflate } from 'fflate';

export interface ZipLimits {
  /** Bytes an entry may have unpacked, by its own word and in fact. */
  readonly maxInflated: number;
  readonly maxEntries: number;
}

export type Unzipped =
  | { readonly entries: ReadonlyMap<string, Uint8Array>; readonly names: readonly string[] }
  | { readonly failed: 'archive-too-big'; readonly declared: number }
  | { readonly failed: 'archive-damaged' | 'archive-encrypted'; readonly reason: string };

/** Small steps, so that a bomb is noticed before it has unpacked: deflate makes at most about 1,000 bytes of one. */
const STEP = 16 * 1024;

/** Unpacks the wanted entries of a ZIP archive as a stream that stops at the limit, whatever the archive claims about itself. */
export function unzip(
  bytes: Uint8Array,
  wanted: (name: string) => boolean,
  { maxInflated, maxEntries }: ZipLimits,
): Unzipped {
  const open = new Map<string, Uint8Array[]>();
  const entries = new Map<string, Uint8Array>();
  const names: string[] = [];
  const state: { result: Unzipped | null; total: number } = { result: null, total: 0 };
  const stop = (result: Unzipped) => {
    state.result ??= result;
  };
  const unzipper = new Unzip((file) => {
    names.push(file.name);
    if (names.length > maxEntries) stop({ failed: 'archive-too-big', declared: names.length });
    const declared = file.originalSize ?? 0;
    if (!wanted(file.name) || state.result) return;
    if (declared > maxInflated) return stop({ failed: 'archive-too-big', declared });
    const chunks: Uint8Array[] = [];
    open.set(file.name, chunks);
    file.ondata = (error, data, final) => {
      if (error) return stop({ failed: 'archive-damaged', reason: error.message });
      state.total += data.length;
      if (state.total > maxInflated) {
        stop({ failed: 'archive-too-big', declared });
        file.terminate();
        return;
      }
      chunks.push(data);
      if (final) entries.set(file.name, Buffer.concat(chunks));
    };
    file.start();
  });
  unzipper.register(UnzipInflate);
  if (isEncrypted(bytes)) return { failed: 'archive-encrypted', reason: 'encrypted entries' };
  try {
    for (let at = 0; at < bytes.length && !state.result; at += STEP)
      unzipper.push(bytes.subarray(at, at + STEP), at + STEP >= bytes.length);
  } catch (error) {
    stop({ failed: 'archive-damaged', reason: error instanceof Error ? error.message : String(error) });
  }
  if (state.result) return state.result;
  const unfinished = [...open.keys()].find((name) => !entries.has(name));
  if (unfinished) return { failed: 'archive-damaged', reason: `${unfinished} breaks off` };
  return { entries, names };
}

/** Bit 0 of an entry's flags. */
function isEncrypted(bytes: Uint8Array): boolean {
  return bytes[0] === 0x50 && bytes[2] === 3 && ((bytes[6] ?? 0) & 1) === 1;
}
