import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { UsageError } from '../../../base/errors.ts';
import type { KeptSource } from '../sql/engine.ts';

/** What stands beside kept records. Apart from the engine, so that asking for it does not load DuckDB. */
export interface Manifest {
  readonly version: number;
  readonly columns: readonly string[];
  readonly sources: readonly KeptSource[];
  /** Whether every field of every record was kept, so that any rules can be run; not so in folders of older versions. */
  readonly whole?: boolean;
}

export const MANIFEST = 'kept.json';
export const VERSION = 1;

/** Whether a folder holds records that a hunt kept. */
export async function isKept(folder: string): Promise<boolean> {
  return readManifest(folder).then(
    () => true,
    () => false,
  );
}

/** Throws UsageError for a folder that holds none. */
export async function readManifest(folder: string): Promise<Manifest> {
  try {
    const manifest = JSON.parse(await readFile(join(folder, MANIFEST), 'utf8')) as Manifest;
    if (manifest.version === VERSION) return manifest;
  } catch {
    // Said below.
  }
  throw new UsageError(`${folder} holds no records kept by a hunt`);
}
