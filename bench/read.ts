/**
 * How fast documents are read by `longwatch read FOLDER --out DIR`: 1,000 documents of about 4 KB, made from the sentences of the
 * sample dossier in an order drawn with a seed, lie in a temporary folder (or in the folder given, whatever it holds) and are read
 * by the program as it is shipped, in one process, once with one thread and once with as many as the command takes. Each in a
 * process of its own, so that the memory is its own; starting, loading and writing the results count.
 *
 *   npx tsx bench/read.ts [FOLDER]          limits: 200 documents a second on 2 cores, under 400 MB
 */
import { execFileSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { availableParallelism, tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import type { ReadShape } from '../src/cli/shape.ts';

const DOCUMENTS = 1_000;
const CHARACTERS = 4_000;
const SEED = 20_170_707;
const LEAST_A_SECOND = 200;
const MOST_MEGABYTES = 400;
const MODES = { 'one thread': '1', threads: '' } as const;

interface Measured {
  /** What the command says when it ends. */
  readonly code: number;
  readonly documents: number;
  readonly bytes: number;
  readonly statements: number;
  readonly problems: Readonly<Record<string, number>>;
  readonly seconds: number;
  /** Computing of all threads; on a machine with other work it tells more than the clock. */
  readonly computed: number;
  readonly megabytes: number;
}

const root = resolve(import.meta.dirname, '..');
const [folder, jobs] = process.argv.slice(2);
if (jobs === undefined) await compare(folder);
else console.log(JSON.stringify(await measure(folder!, jobs)));

async function compare(given: string | undefined): Promise<void> {
  const { ensureBuilt } = (await import(pathToFileURL(join(root, 'scripts/build.mjs')).href)) as {
    ensureBuilt: (parts: { page: boolean }) => Promise<void>;
  };
  await ensureBuilt({ page: false });
  const made = given ?? makeDocuments();
  console.log(
    `${availableParallelism()} cores, Node ${process.versions.node}, ${new Date().toISOString().slice(0, 10)}`,
  );
  try {
    for (const [mode, jobs] of Object.entries(MODES)) {
      const child = [...process.execArgv, fileURLToPath(import.meta.url), made, jobs];
      print(
        mode,
        JSON.parse(
          execFileSync(process.execPath, child, { encoding: 'utf8', stdio: ['ignore', 'pipe', 'ignore'] }),
        ) as Measured,
      );
    }
  } finally {
    if (given === undefined) rmSync(made, { recursive: true });
  }
}

function print(
  mode: string,
  { code, documents, bytes, statements, problems, seconds, computed, megabytes }: Measured,
): void {
  const perSecond = documents / seconds;
  const codes = Object.entries(problems).map(([code, count]) => `${count} ${code}`);
  console.log(`
${mode}${code === 0 ? '' : ` (ended with ${code})`}: ${documents} documents, ${(bytes / 1e6).toFixed(1)} MB, ${statements} statements${codes.length > 0 ? `, problems: ${codes.join(', ')}` : ''}
  time         ${seconds.toFixed(2)} s (${computed.toFixed(2)} s of computing)
  documents/s  ${perSecond.toFixed(0)} (${(perSecond / LEAST_A_SECOND).toFixed(2)} of the least wanted)
  MB/s         ${(bytes / 1e6 / seconds).toFixed(2)}
  peak memory  ${megabytes.toFixed(0)} MB (${(megabytes / MOST_MEGABYTES).toFixed(2)} of the most allowed)`);
}

async function measure(folder: string, jobs: string): Promise<Measured> {
  const out = mkdtempSync(join(tmpdir(), 'longwatch-bench-out-'));
  try {
    const began = performance.now();
    const { cli } = await program<typeof import('../src/cli/cli.ts')>('program/cli.js');
    const code = await cli([
      'read',
      folder,
      '--out',
      out,
      '--published',
      '2017-04-28',
      ...(jobs ? ['--jobs', jobs] : []),
    ]);
    const seconds = (performance.now() - began) / 1000;
    const { maxRSS, userCPUTime, systemCPUTime } = process.resourceUsage();
    const computed = (userCPUTime + systemCPUTime) / 1e6;
    return { code, bytes: bytesIn(folder), ...counted(out), seconds, computed, megabytes: maxRSS / 1024 };
  } finally {
    rmSync(out, { recursive: true });
  }
}

/** What the files say that were written. */
function counted(out: string): Pick<Measured, 'documents' | 'statements' | 'problems'> {
  const problems: Record<string, number> = {};
  const files = readdirSync(out);
  let statements = 0;
  for (const name of files) {
    const read = JSON.parse(readFileSync(join(out, name), 'utf8')) as ReadShape;
    statements += read.statements.length;
    for (const { code } of read.problems) problems[code] = (problems[code] ?? 0) + 1;
  }
  return { documents: files.length, statements, problems };
}

function bytesIn(folder: string): number {
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .reduce((sum, { parentPath, name }) => sum + statSync(join(parentPath, name)).size, 0);
}

/** A module as it is compiled, with the types of its source. */
async function program<Module>(path: string): Promise<Module> {
  return (await import(pathToFileURL(join(root, 'dist', path)).href)) as Module;
}

function makeDocuments(): string {
  const sentences = dossierSentences();
  const random = randomFrom(SEED);
  const folder = mkdtempSync(join(tmpdir(), 'longwatch-bench-'));
  mkdirSync(folder, { recursive: true });
  for (let index = 1; index <= DOCUMENTS; index++) {
    const lines = [`# Report ${index}`, ''];
    for (let length = 0; length < CHARACTERS; ) {
      const picked = Array.from({ length: 4 }, () => sentences[Math.floor(random() * sentences.length)]!).join(' ');
      lines.push(picked, '');
      length += picked.length + 2;
    }
    writeFileSync(join(folder, `report-${String(index).padStart(4, '0')}.md`), lines.join('\n'));
  }
  return folder;
}

function dossierSentences(): string[] {
  const dossier = join(root, 'data', 'dossier');
  return readdirSync(dossier).flatMap((name) =>
    readFileSync(join(dossier, name), 'utf8')
      .replace(/^---\n[\s\S]*?\n---\n/, '')
      .split(/\n+/)
      .filter((line) => line !== '' && !line.startsWith('#'))
      .flatMap((line) => line.match(/[^.!?]+[.!?]+["”]?(?:\s|$)/g) ?? [])
      .map((sentence) => sentence.trim()),
  );
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
