import { readdirSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { expect, test } from 'vitest';
import { sha256 } from '../base/hash.ts';
import { extract } from '../text/extract.ts';
import { RULES } from './read.ts';
import { readByRules } from './rules.ts';

/**
 * What each version of the rules made of the sample dossier, as a digest. When this fails the rules read differently: count
 * `RULES.version` up and write the new digest beside it, so that readings made before and after can be told apart.
 */
const DIGESTS: Readonly<Record<string, string>> = {
  '2': 'f7a0c4fbf2be1cc1',
};

test('the version of the rules is counted up when they read differently', async () => {
  const folder = new URL('../../data/dossier/', import.meta.url);
  const read: unknown[] = [];
  for (const name of readdirSync(folder)
    .filter((file) => file.endsWith('.md'))
    .sort()) {
    const bytes = readFileSync(fileURLToPath(new URL(name, folder)));
    const { documents } = await extract({ name, bytes });
    for (const document of documents) read.push(readByRules(document));
  }
  expect(read).toHaveLength(8);
  expect({ version: RULES.version, digest: sha256(Buffer.from(JSON.stringify(read))).slice(0, 16) }).toEqual({
    version: RULES.version,
    digest: DIGESTS[RULES.version],
  });
});
