import { readdirSync, readFileSync } from 'node:fs';
import { dirname, join, relative, resolve, sep } from 'node:path';
import { expect, test } from 'vitest';

const ROOT = resolve(import.meta.dirname, '..');

/** Which folders of src/ a folder may import from (besides itself). The same table stands in docs/ARCHITECTURE.md. */
const ALLOWED: Record<string, readonly string[]> = {
  base: [],
  model: ['base'],
  evtx: ['base'],
  sigma: ['base'],
  knowledge: ['base', 'model'],
  text: ['base', 'model'],
  reading: ['base', 'model', 'text', 'knowledge'],
  telemetry: ['base', 'model', 'evtx', 'sigma'],
  analysis: ['base', 'model', 'knowledge'],
  exchange: ['base', 'model', 'knowledge', 'text'],
  report: ['base', 'model', 'analysis'],
  scenario: ['base', 'evtx'],
  casework: ['base', 'model', 'knowledge'],
  store: ['base', 'model'],
  collect: ['base', 'model', 'text'],
  actions: [
    'base',
    'model',
    'evtx',
    'sigma',
    'knowledge',
    'text',
    'reading',
    'telemetry',
    'scenario',
    'casework',
    'report',
    'analysis',
    'exchange',
    'store',
    'collect',
  ],
  cli: ['base', 'model', 'sigma', 'scenario', 'analysis', 'exchange', 'report', 'actions', 'http'],
  http: ['base', 'model', 'report', 'actions'],
};

/** Folders that must not touch files, sockets or processes: they turn values into values. */
const PURE = [
  'base',
  'model',
  'evtx',
  'sigma',
  'knowledge',
  'text',
  'reading',
  'scenario',
  'casework',
  'report',
  'analysis',
  'exchange',
];
const IO = /^node:(fs|net|http|https|dgram|tls|child_process|dns|worker_threads)/;
/** Loading one's own data tables is not the I/O meant here. */
const IO_EXCEPTIONS: readonly string[] = ['src/knowledge/load.ts', 'src/reading/endpoint/ask.ts'];

const SOURCE = /\.tsx?$/;
const IMPORT = /(?:^|\n)\s*(?:import|export)\s(?:[^'"`;]*?from\s*)?['"]([^'"]+)['"]|import\(\s*['"]([^'"]+)['"]\s*\)/g;

function files(folder: string): string[] {
  return readdirSync(join(ROOT, folder), { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && SOURCE.test(entry.name))
    .map((entry) => join(entry.parentPath, entry.name));
}

function imports(file: string): string[] {
  return [...readFileSync(file, 'utf8').matchAll(IMPORT)].map((m) => (m[1] ?? m[2])!);
}

const layer = (file: string): string => relative(join(ROOT, 'src'), file).split(sep)[0]!;

test('folders of src import only what lies below them', () => {
  const breaches: string[] = [];
  let seen = 0;
  for (const file of files('src')) {
    if (file.endsWith('.test.ts')) continue;
    const from = layer(file);
    if (!(from in ALLOWED)) breaches.push(`${relative(ROOT, file)}: folder "${from}" is not in the table`);
    for (const target of imports(file)) {
      seen++;
      if (!target.startsWith('.')) continue;
      const to = layer(resolve(dirname(file), target));
      if (to !== from && !ALLOWED[from]?.includes(to))
        breaches.push(`${relative(ROOT, file)} imports ${to} (${target})`);
    }
  }
  expect(seen).toBeGreaterThan(50);
  expect(breaches).toEqual([]);
});

test('the core does no input or output', () => {
  const breaches = files('src')
    .filter((file) => PURE.includes(layer(file)) && !file.endsWith('.test.ts'))
    .filter((file) => !IO_EXCEPTIONS.includes(relative(ROOT, file)))
    .flatMap((file) =>
      imports(file)
        .filter((target) => IO.test(target))
        .map((target) => `${relative(ROOT, file)}: ${target}`),
    );
  expect(breaches).toEqual([]);
});

test('the web client takes nothing but wire types from the program', () => {
  const breaches: string[] = [];
  let seen = 0;
  for (const file of files('web')) {
    const text = readFileSync(file, 'utf8');
    for (const target of imports(file)) {
      seen++;
      const path = relative(ROOT, resolve(dirname(file), target));
      if (!target.startsWith('.') || !path.startsWith('src')) continue;
      const typeOnly = new RegExp(`import type [^;]*['"]${target.replace(/[.*+?^${}()|[\]\\]/g, '\\$&')}['"]`).test(
        text,
      );
      if (path !== join('src', 'http', 'contract', 'index.ts') || !typeOnly)
        breaches.push(`${relative(ROOT, file)} imports ${target}`);
    }
  }
  expect(seen).toBeGreaterThan(20);
  expect(breaches).toEqual([]);
});
