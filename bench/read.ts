/**
 * How fast documents are read: 1,000 documents of about 4 KB, made from the sentences of the sample dossier in an order drawn with
 * a seed, plus the files of a folder given as argument. One process, one thread; extraction, indicators, techniques, statements.
 *
 *   npx tsx bench/read.ts [FOLDER]          limits: 200 documents a second on 2 cores, under 400 MB
 */
import { readdirSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { readingTools } from '../src/actions/load-tools.ts';
import { readSource } from '../src/actions/read-source.ts';
import type { Source } from '../src/model/document.ts';

const DOCUMENTS = 1_000;
const CHARACTERS = 4_000;
const SEED = 20_170_707;
const LEAST_A_SECOND = 200;
const MOST_MEGABYTES = 400;

const dossier = resolve(import.meta.dirname, '..', 'data', 'dossier');
const sources = [...madeDocuments(DOCUMENTS), ...folderDocuments(process.argv[2])];
const tools = await readingTools('rules')();
// The first document pays for loading the tables; it is not counted.
await readSource(tools, sources[0]!);

let statements = 0;
const problems = new Map<string, number>();
let bytes = 0;
const began = performance.now();
for (const source of sources) {
  bytes += source.bytes.length;
  for (const { reading } of await readSource(tools, source)) {
    statements += reading.statements.length;
    for (const { code } of reading.problems) problems.set(code, (problems.get(code) ?? 0) + 1);
  }
}
const seconds = (performance.now() - began) / 1000;
const perSecond = sources.length / seconds;
const megabytes = process.resourceUsage().maxRSS / 1024;

console.log(
  `documents      ${sources.length} (${(bytes / 1e6).toFixed(1)} MB), ${statements} statements, problems ${JSON.stringify([...problems])}`,
);
console.log(`time           ${seconds.toFixed(2)} s`);
console.log(`documents/s    ${perSecond.toFixed(0)} (${(perSecond / LEAST_A_SECOND).toFixed(2)} of the least wanted)`);
console.log(`MB/s           ${(bytes / 1e6 / seconds).toFixed(2)}`);
console.log(
  `peak memory    ${megabytes.toFixed(0)} MB (${(megabytes / MOST_MEGABYTES).toFixed(2)} of the most allowed)`,
);

function madeDocuments(count: number): Source[] {
  const paragraphs = dossierSentences();
  const random = randomFrom(SEED);
  return Array.from({ length: count }, (_, index) => {
    const lines = [`# Report ${index + 1}`, ''];
    for (let length = 0; length < CHARACTERS; ) {
      const picked = Array.from({ length: 4 }, () => paragraphs[Math.floor(random() * paragraphs.length)]!);
      lines.push(picked.join(' '), '');
      length += picked.join(' ').length + 2;
    }
    return { name: `report-${index + 1}.md`, bytes: Buffer.from(lines.join('\n')), given: { published: '2017-04-28' } };
  });
}

function dossierSentences(): string[] {
  return folderDocuments(dossier).flatMap(({ bytes }) =>
    Buffer.from(bytes)
      .toString('utf8')
      .replace(/^---\n[\s\S]*?\n---\n/, '')
      .split(/\n+/)
      .filter((line) => line !== '' && !line.startsWith('#'))
      .flatMap((line) => line.match(/[^.!?]+[.!?]+["”]?(?:\s|$)/g) ?? [])
      .map((sentence) => sentence.trim()),
  );
}

function folderDocuments(folder: string | undefined): Source[] {
  if (folder === undefined) return [];
  return readdirSync(folder, { withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map(({ name }) => ({ name, bytes: readFileSync(join(folder, name)) }));
}

/** mulberry32: small, good enough to shuffle with, the same everywhere. */
function randomFrom(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
}
