/**
 * How well statements of a dispute are put on lanes, against lanes given by hand (`bench/lanes/labels.json`: document, offset,
 * kind, lane; null for a statement that has no place in a dispute). Cues were mended on every second label (`dev`); the others
 * (`test`) are reported. `npx tsx bench/lanes.ts [dev|test] [show]`; needs the articles of the shared folder.
 */
import { existsSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { gunzipSync } from 'node:zlib';
import { LANES, laneOf } from '../src/analysis/dispute/lanes.ts';
import { wilson } from '../src/analysis/trend/numerics.ts';
import type { DocumentText } from '../src/model/document.ts';
import type { Statement } from '../src/model/statement.ts';
import { rulesReader } from '../src/reading/read.ts';

type Label = readonly [document: string, offset: number, kind: string, lane: string | null];

const ROOT = resolve(import.meta.dirname, '..');
const SHARED = resolve(ROOT, process.env.LONGWATCH_SHARED ?? '../shared');
const half = process.argv[2] ?? 'test';
const show = process.argv[3] === 'show';
const labels: readonly Label[] = JSON.parse(readFileSync(join(ROOT, 'bench/lanes/labels.json'), 'utf8'));

const lines = (name: string): Record<string, string>[] =>
  gunzipSync(readFileSync(join(SHARED, 'data/reading', name)))
    .toString()
    .trim()
    .split('\n')
    .map((line) => JSON.parse(line) as Record<string, string>);
const casie = new Map(lines('casie-dev.jsonl.gz').map((row) => [`casie/${row.sourcefile}`, row.content!]));
const polnear = new Map(
  lines('polnear-train-dev.jsonl.gz').map((row) => [`polnear/${row.id!.slice(0, 40)}`, row.text!]),
);

function textOf(name: string): string | undefined {
  const file = name.startsWith('dossier/') ? join(ROOT, 'data', name) : join(SHARED, 'gold/articles', name.slice(5));
  return casie.get(name) ?? polnear.get(name) ?? (existsSync(file) ? readFileSync(file, 'utf8') : undefined);
}

const reader = rulesReader();
const read = new Map<string, readonly Statement[]>();
async function statementsOf(name: string): Promise<readonly Statement[]> {
  const held = read.get(name);
  if (held) return held;
  const text = textOf(name);
  const blocks = [{ start: 0, end: text?.length ?? 0, kind: 'paragraph' }];
  const plain = { id: name, text, title: null, publisher: null, author: null, published: null, url: null };
  const document = { ...plain, language: 'eng', medium: 'text', blocks } as unknown as DocumentText;
  const { statements } = text ? await reader.read(document) : { statements: [] };
  read.set(name, statements);
  return statements;
}

const wanted = labels.filter((_, i) => half === 'all' || (i % 2 === 0) === (half === 'dev'));
const pairs: { readonly said: string | null; readonly found: string | null }[] = [];
let missing = 0;
for (const [name, offset, kind, said] of wanted) {
  const statement = (await statementsOf(name)).find((s) => s.start === offset && s.kind === kind);
  if (!statement) {
    missing++;
    continue;
  }
  const found = laneOf(statement);
  pairs.push({ said, found });
  if (show && said !== found)
    console.log(`${name.slice(0, 24)} ${kind}: ${found}, not ${said}: ${statement.quote.slice(0, 130)}`);
}

console.log(`${half}: ${pairs.length} statements, ${missing} labels whose statement is read otherwise today\n`);
console.log('| lane | labels | precision | recall |\n|---|---|---|---|');
for (const lane of LANES) {
  const right = pairs.filter((p) => p.said === lane && p.found === lane).length;
  const [said, found] = [pairs.filter((p) => p.said === lane).length, pairs.filter((p) => p.found === lane).length];
  console.log(`| ${lane} | ${said} | ${share(right, found)} | ${share(right, said)} |`);
}
const agree = pairs.filter((p) => p.said === p.found).length;
console.log(`| all, with those that have no lane | ${pairs.length} | ${share(agree, pairs.length)} | |`);

function share(n: number, of: number): string {
  if (of === 0) return '–';
  const [low, high] = wilson(n, of).map((x) => (100 * x).toFixed(0));
  return `${((100 * n) / of).toFixed(0)} % (${low} to ${high}; ${n} of ${of})`;
}
