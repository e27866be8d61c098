import { createReadStream } from 'node:fs';
import { createInterface } from 'node:readline';
import type { Readable } from 'node:stream';
import type { Ledger } from '../store/ledger.ts';

/** Reads a dump (a path, or `-` for standard input) back into an empty ledger. Throws UsageError when it is not empty. */
export async function restoreFrom(ledger: Ledger, path: string): Promise<Awaited<ReturnType<Ledger['restore']>>> {
  const input: Readable = path === '-' ? process.stdin : createReadStream(path);
  return ledger.restore(createInterface({ input, crlfDelay: Number.POSITIVE_INFINITY }));
}
