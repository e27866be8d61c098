/**
 * Builds data/knowledge/attack.json.gz, the facts of one ATT&CK Enterprise version, from a STIX bundle:
 *   npx tsx scripts/knowledge/build-attack.ts BUNDLE.json[.gz] [VERSION]
 *   (default: $LONGWATCH_SHARED/data/attack/enterprise-attack-18.1.json.gz, else ../shared/...)
 */
import { readFileSync, writeFileSync } from 'node:fs';
import { basename, join, resolve } from 'node:path';
import { gunzipSync, gzipSync } from 'node:zlib';
import { describe } from '../../src/base/problem-words.ts';
import { readAttackBundle } from '../../src/knowledge/attack.ts';

const ROOT = resolve(import.meta.dirname, '../..');
const SHARED = process.env.LONGWATCH_SHARED ?? join(ROOT, '../shared');
const from = process.argv[2] ?? join(SHARED, 'data/attack/enterprise-attack-18.1.json.gz');
const bytes = readFileSync(from);
const version = process.argv[3] ?? /(\d+\.\d+)\.json/.exec(basename(from))?.[1];
const bundle = JSON.parse((bytes[0] === 0x1f ? gunzipSync(bytes) : bytes).toString('utf8')) as unknown;
const { table, problems } = readAttackBundle(bundle, { version });
for (const problem of problems) console.error(describe(problem));
const packed = gzipSync(JSON.stringify(table), { level: 9 });
writeFileSync(join(ROOT, 'data/knowledge/attack.json.gz'), packed);
console.log(
  `attack.json.gz: ${packed.length} bytes, version ${table.version}, ${table.uses.length} uses, ${problems.length} problems`,
);
