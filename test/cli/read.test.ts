import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { ended, longwatch, start, temporaryFolder } from './run.ts';

const ARTICLE = `Seoul says its ministry was attacked

South Korea's foreign ministry said on 21 March 2017 that hackers from China attacked its website. The attack was blocked, it said.

China's foreign ministry denied any knowledge of the attack. The malware was fetched from hxxp://update.example[.]net/a.exe.
`;

/** What was found moves with every improvement of the reader; which fields there are does not. */
function shapeOf(json: string): string {
  const read = JSON.parse(json);
  const fields = (list: readonly object[]) => [...new Set(list.map((one) => Object.keys(one).join(' ')))];
  const reduced = { statements: fields(read.statements), techniques: fields(read.techniques) };
  return `${JSON.stringify({ ...read, ...reduced }, null, 2)}\n`;
}

test('read --json gives one document a line in the agreed shape', async () => {
  using folder = temporaryFolder();
  writeFileSync(join(folder.path, 'article.txt'), ARTICLE);
  const args = ['read', 'article.txt', '--json', '--published', '2017-03-22', '--publisher', 'A Paper'];
  const { code, stdout, stderr } = await longwatch(folder.path, args);
  expect({ code, stderr }).toEqual({ code: 0, stderr: '' });
  const lines = stdout.trimEnd().split('\n');
  expect(lines).toHaveLength(1);
  const read = JSON.parse(lines[0]!);
  expect(Object.keys(read)).toEqual(['document', 'statements', 'indicators', 'techniques', 'problems']);
  expect(read.document).toMatchObject({ publisher: 'A Paper', published: '2017-03-22', language: 'eng', origin: null });
  expect(read.statements.length).toBeGreaterThan(1);
  for (const { start, end, quote } of read.statements) expect(ARTICLE.slice(start, end)).toBe(quote);
  expect(read.indicators).toContainEqual(
    expect.objectContaining({ type: 'url', value: 'http://update.example.net/a.exe', reason: 'reserved-name' }),
  );
  await expect(shapeOf(lines[0]!)).toMatchFileSnapshot('../golden/cli/read.json');
  expect(readdirSync(folder.path)).toEqual(['article.txt']);
});

test('read for people is a list with glyphs', async () => {
  using folder = temporaryFolder();
  const { code, stdout, stderr } = await longwatch(folder.path, ['read', '-', '--published', '2017-03-22'], ARTICLE);
  expect(code).toBe(0);
  expect(stderr).toMatch(/^Read 1 document: \d+ statements\.\n$/);
  expect(stdout).toMatch(/^Seoul says its ministry was attacked\n {2}2017-03-22 · eng\n {2}[●⊘○▸◐] /);
  expect(stdout).toContain('    “hackers from China attacked its website”\n');
});

test('--out writes a file an input; names that are taken get a number', async () => {
  using folder = temporaryFolder();
  mkdirSync(join(folder.path, 'in', 'deep'), { recursive: true });
  writeFileSync(join(folder.path, 'in', 'a.txt'), ARTICLE);
  writeFileSync(join(folder.path, 'in', 'a.md'), `# Title\n\n${ARTICLE}`);
  writeFileSync(join(folder.path, 'in', 'deep', 'A.txt'), ARTICLE);
  const { code, stdout } = await longwatch(folder.path, [
    'read',
    'in/a.txt',
    'in/a.md',
    'in/deep/A.txt',
    '--out',
    'out',
  ]);
  expect({ code, stdout }).toEqual({ code: 0, stdout: '' });
  expect(readdirSync(join(folder.path, 'out')).sort()).toEqual(['A-3.json', 'a-2.json', 'a.json']);
  const { document, statements } = JSON.parse(readFileSync(join(folder.path, 'out', 'a-2.json'), 'utf8'));
  expect([document.medium, statements.length > 0]).toEqual(['markdown', true]);
});

test('an input that gives nothing is told with its place, and the others are read', async () => {
  using folder = temporaryFolder();
  writeFileSync(join(folder.path, 'good.txt'), ARTICLE);
  writeFileSync(join(folder.path, 'empty.txt'), '');
  const { code, stdout, stderr } = await longwatch(folder.path, [
    'read',
    'gone.txt',
    'empty.txt',
    'good.txt',
    '--json',
  ]);
  expect(code).toBe(1);
  expect(
    stdout
      .trimEnd()
      .split('\n')
      .map((line) => JSON.parse(line).statements.length > 0),
  ).toEqual([false, true]);
  expect(stderr).toContain('gone.txt');
  expect(stderr).toContain('empty.txt');
});

test('a document in another language is kept and said not to be read', async () => {
  using folder = temporaryFolder();
  const german =
    'Das Bundesamt teilte am Montag mit, dass Unbekannte die Rechner des Ministeriums angegriffen haben. '.repeat(4);
  const { code, stdout } = await longwatch(folder.path, ['read', '-', '--json'], german);
  const { document, statements, problems } = JSON.parse(stdout);
  expect(code).toBe(0);
  expect([document.language, document.read, statements]).toEqual(['deu', false, []]);
  expect(problems).toEqual([expect.objectContaining({ code: 'not-english', message: expect.stringMatching(/\w/) })]);
});

test('many inputs are read by several threads, in their order', async () => {
  using folder = temporaryFolder();
  mkdirSync(join(folder.path, 'in'));
  const names = Array.from({ length: 40 }, (_, i) => `n${String(i).padStart(2, '0')}`);
  for (const name of names) writeFileSync(join(folder.path, 'in', `${name}.txt`), `${name}. ${ARTICLE}`);
  const many = await longwatch(folder.path, ['read', 'in', '--json', '--jobs', '2']);
  const alone = await longwatch(folder.path, ['read', 'in', '--json', '--jobs', '1']);
  expect(many.code).toBe(0);
  expect(many.stdout).toBe(alone.stdout);
  const read = many.stdout
    .trimEnd()
    .split('\n')
    .map((line) => JSON.parse(line).document.name);
  expect(read).toEqual(names.map((name) => join('in', `${name}.txt`)));
});

test('Ctrl-C ends a long run after what it is at; what was finished is whole', async () => {
  using folder = temporaryFolder();
  mkdirSync(join(folder.path, 'in'));
  for (let i = 0; i < 2000; i++) writeFileSync(join(folder.path, 'in', `n${i}.txt`), `${i}. ${ARTICLE}`);
  const child = start(folder.path, ['read', 'in', '--out', 'out', '--jobs', '1']);
  const end = ended(child);
  const out = join(folder.path, 'out');
  const written = () => (existsSync(out) ? readdirSync(out).filter((name) => name.endsWith('.json')) : []);
  while (written().length === 0) await new Promise((wait) => setTimeout(wait, 20));
  child.kill('SIGINT');
  const { code, stderr } = await end;
  expect(code).toBe(130);
  expect(stderr).toContain(`Stopped after ${written().length} of 2000 inputs`);
  expect(readdirSync(out)).toEqual(written());
  for (const name of written()) expect(JSON.parse(readFileSync(join(out, name), 'utf8')).document.read).toBe(true);
});
