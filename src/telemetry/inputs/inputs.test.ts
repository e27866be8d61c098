import { mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { zipSync } from 'fflate';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { FieldTable } from '../../base/fields.ts';
import type { Problem } from '../../base/problem.ts';
import { readLog } from '../readers/index.ts';
import { listLogs } from './list.ts';
import { eachInput, type OpenOptions } from './open.ts';

const LINES = '{"a":1}\n{"a":2}\n';
let root: string;
beforeAll(() => {
  root = mkdtempSync(join(tmpdir(), 'longwatch-inputs-'));
});
afterAll(() => rmSync(root, { recursive: true }));

function file(name: string, bytes: string | Uint8Array): string {
  const path = join(root, name);
  writeFileSync(path, bytes);
  return path;
}

/** What a path gives: the inputs with the values of `a` in them, and the codes of problems. */
async function read(path: string, options: OpenOptions = {}) {
  const fields = new FieldTable();
  const id = fields.id('a');
  const { files, problems } = await listLogs([path]);
  const found: Problem[] = [...problems];
  const inputs: Record<string, string> = {};
  for (const one of files)
    await eachInput(one, { problem: (p) => void found.push(p), ...options }, async (input) => {
      const values: unknown[] = [];
      const sink = {
        event: (event: { value(id: number): unknown }) => void values.push(event.value(id)),
        problem: (p: Problem) => void (p.code === 'kind-unknown' || found.push(p)),
        done: () => false,
      };
      await readLog(input, fields, sink);
      inputs[input.name.replace(`${root}/`, '')] = values.join('');
    });
  return { inputs, problems: found.map(({ code, place }) => `${code} ${place.source?.replace(root, '') ?? ''}`) };
}

/** A ustar archive; names of more than 100 characters as GNU tar writes them. */
function tar(files: Readonly<Record<string, string | Uint8Array>>): Buffer {
  const blocks: Buffer[] = [];
  const add = (name: string, type: string, data: Buffer): void => {
    const header = Buffer.alloc(512);
    header.write(name.slice(0, 100), 0);
    header.write(`${data.length.toString(8).padStart(11, '0')}\0`, 124);
    header.write(type, 156);
    header.write('ustar\x0000', 257, 'latin1');
    blocks.push(header, data, Buffer.alloc((512 - (data.length % 512)) % 512));
  };
  for (const [name, content] of Object.entries(files)) {
    if (name.length > 100) add('././@LongLink', 'L', Buffer.from(`${name}\0`));
    add(name, name.endsWith('/') ? '5' : '0', Buffer.from(content));
  }
  return Buffer.concat([...blocks, Buffer.alloc(1024)]);
}

/** The two lines as one stored block: magic, one segment of 16 bytes, header of the last block. */
const ZSTD = Buffer.from('28b52ffd20108100007b2261223a317d0a7b2261223a327d0a', 'hex');

describe('forms of compression', () => {
  test('gzip, of several members, with zeros after them', async () => {
    const bytes = Buffer.concat([gzipSync('{"a":1}\n{"a"'), gzipSync(':2}\n'), Buffer.alloc(100)]);
    expect(await read(file('x.gz', bytes))).toEqual({ inputs: { 'x.gz': '12' }, problems: [] });
  });

  test('gzip that is cut off gives what came before', async () => {
    const many = Array.from({ length: 30_000 }, (_, i) => `{"a":1,"b":${Math.imul(i, 2654435761)}}`).join('\n');
    const packed = gzipSync(many);
    const { inputs, problems } = await read(file('cut.gz', packed.subarray(0, packed.length * 0.9)));
    expect(inputs['cut.gz']!.length).toBeGreaterThan(10_000);
    expect(problems).toEqual(['log-cut-off /cut.gz']);
  });

  test('a form inside a form, whatever it is called', async () => {
    const bytes = gzipSync(gzipSync(LINES));
    expect(await read(file('letter.doc', bytes))).toEqual({ inputs: { 'letter.doc': '12' }, problems: [] });
  });

  test('only so deep', async () => {
    let bytes: Uint8Array = Buffer.from(LINES);
    for (let i = 0; i < 7; i++) bytes = gzipSync(bytes);
    expect(await read(file('deep.gz', bytes))).toEqual({ inputs: {}, problems: ['archive-too-deep /deep.gz'] });
  });

  test('what unpacks to too much is stopped', async () => {
    const bytes = gzipSync(`${LINES.repeat(100_000)}`);
    const { inputs, problems } = await read(file('bomb.gz', bytes), { unpackedLimit: 300_000 });
    expect(inputs['bomb.gz']!.length).toBeLessThan(60_000);
    expect(problems).toEqual(['log-cut-off /bomb.gz']);
  });
});

describe('archives', () => {
  const entries = {
    'b/two.jsonl': Buffer.from('{"a":2}'),
    'one.gz': gzipSync('{"a":1}'),
    '.hidden': Buffer.from(LINES),
    '__MACOSX/x': Buffer.from(LINES),
    'note.txt': Buffer.from('hello'),
  };
  const expected = {
    inputs: { 'X/b/two.jsonl': '2', 'X/one.gz': '1', 'X/note.txt': '' },
    problems: ['not-a-log /X/note.txt'],
  };
  const named = (name: string) => JSON.parse(JSON.stringify(expected).replaceAll('X/', `${name}/`)) as typeof expected;

  test.each([0, 9] as const)('zip at level %d', async (level) => {
    const bytes = zipSync(entries, { level });
    expect(await read(file('a.zip', bytes))).toEqual(named('a.zip'));
  });

  test('zip from standard input', async () => {
    const bytes = zipSync(entries);
    const stdin = (async function* () {
      for (let at = 0; at < bytes.length; at += 50) yield bytes.subarray(at, at + 50);
    })();
    expect(await read('-', { stdin })).toEqual(
      JSON.parse(JSON.stringify(expected).replaceAll('/X', '-').replaceAll('X/', '-/')),
    );
  });

  test('zip in zip, tar in gzip', async () => {
    expect((await read(file('z.zip', zipSync({ 'in.zip': zipSync(entries) })))).inputs).toEqual(
      named('z.zip/in.zip').inputs,
    );
    expect(await read(file('t.tgz', gzipSync(tar(entries))))).toEqual(named('t.tgz'));
  });

  test('tar with long names, empty files, folders; one that breaks off', async () => {
    const long = `${'d'.repeat(120)}/x.json`;
    const bytes = tar({ 'd/': '', empty: '', [long]: LINES, 'last.json': LINES });
    expect(await read(file('l.tar', bytes))).toEqual({
      inputs: { 'l.tar/empty': '', [`l.tar/${long}`]: '12', 'l.tar/last.json': '12' },
      problems: ['empty-file /l.tar/empty'],
    });
    const header = await read(file('c.tar', bytes.subarray(0, bytes.length - 2048 + 10)));
    expect(header.inputs).toMatchObject({ [`c.tar/${long}`]: '12' });
    expect(header.problems).toContain('log-cut-off /c.tar');
    const data = await read(file('e.tar', bytes.subarray(0, bytes.length - 1024 - 504)));
    expect(data.inputs).toMatchObject({ [`e.tar/${long}`]: '12', 'e.tar/last.json': '1' });
    expect(data.problems).toContain('log-cut-off /e.tar/last.json');
  });

  test('a damaged entry does not keep the others from being read; a damaged directory is a problem', async () => {
    const noise = Buffer.from(
      Array.from({ length: 3000 }, (_, i) => `{"a":${i % 10},"b":${Math.imul(i, 2654435761)}}`).join('\n'),
    );
    const bytes = Buffer.from(zipSync({ 'bad.json': noise, 'good.json': Buffer.from(LINES) }));
    bytes.fill(0xff, 2000, 4000);
    const { inputs, problems } = await read(file('d.zip', bytes));
    expect(inputs['d.zip/good.json']).toBe('12');
    expect(problems).toContain('log-cut-off /d.zip/bad.json');
    expect(await read(file('n.zip', bytes.subarray(0, 5000)))).toEqual({
      inputs: {},
      problems: ['archive-damaged /n.zip'],
    });
  });
});

test('zstd', async () => {
  expect(await read(file('x.zst', ZSTD))).toEqual({ inputs: { 'x.zst': '12' }, problems: [] });
  expect((await read(file('2.zst', Buffer.concat([ZSTD, ZSTD])))).inputs).toEqual({ '2.zst': '1212' });
  expect((await read(file('cut.zst', ZSTD.subarray(0, 15)))).problems).toEqual(['log-cut-off /cut.zst']);
});

describe('folders', () => {
  test('in order, without hidden files and links; files named twice once', async () => {
    const folder = join(root, 'logs');
    mkdirSync(join(folder, 'b', '.git'), { recursive: true });
    for (const name of ['c.json', 'a.json', 'b/z.json', '.secret']) writeFileSync(join(folder, name), LINES);
    symlinkSync(folder, join(folder, 'b', 'loop'));
    const { files, problems } = await listLogs([join(folder, 'c.json'), folder]);
    expect(files.map(({ path, size }) => [path.slice(folder.length), size])).toEqual([
      ['/c.json', 16],
      ['/a.json', 16],
      ['/b/z.json', 16],
    ]);
    expect(problems.map(({ code, details }) => [code, details.count])).toEqual([['entries-left-out', 3]]);
  });

  test('what is not there, and what is empty', async () => {
    mkdirSync(join(root, 'empty'), { recursive: true });
    const { files, problems } = await listLogs([join(root, 'nowhere'), join(root, 'empty')]);
    expect(files).toEqual([]);
    expect(problems.map((p) => p.code)).toEqual(['not-found', 'folder-empty']);
  });
});

test('use can stop an archive; what it throws is thrown', async () => {
  const path = file('s.tar', tar({ a: LINES, b: LINES }));
  const { files } = await listLogs([path]);
  const seen: string[] = [];
  await eachInput(files[0]!, {}, async (input) => {
    seen.push(input.name);
    return true;
  });
  expect(seen).toHaveLength(1);
  const failing = eachInput(files[0]!, {}, async () => {
    throw new Error('own');
  });
  await expect(failing).rejects.toThrow('own');
});
