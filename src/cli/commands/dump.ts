import { createWriteStream, statSync } from 'node:fs';
import { rename } from 'node:fs/promises';
import { dirname } from 'node:path';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { UsageError } from '../../base/errors.ts';
import { withLedger } from '../connection.ts';
import { EXIT } from '../exit.ts';
import { print, say } from '../output.ts';

/** Writes beside the wanted file and renames at the end, so that a dump cut short is never taken for a whole one. */
export async function dumpCommand(file: string): Promise<number> {
  const folder = dirname(file);
  if (!statSync(folder, { throwIfNoEntry: false })?.isDirectory()) throw new UsageError(`there is no folder ${folder}`);
  if (statSync(file, { throwIfNoEntry: false })?.isDirectory())
    throw new UsageError(`${file} is a folder; a file is expected`);
  await withLedger(async (connection) => {
    if (file === '-') {
      for await (const text of connection.dump()) await print(text);
      return;
    }
    const draft = `${file}.part`;
    await pipeline(Readable.from(connection.dump()), createWriteStream(draft, { mode: 0o600 }));
    await rename(draft, file);
    say(`The ledger is written to ${file}.`);
  });
  return EXIT.done;
}
