import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { longwatch, temporaryFolder } from './run.ts';

const rule = (id: number, detection: string): string => `title: Rule ${id}
id: 00000000-0000-0000-0000-00000000000${id}
logsource:
    product: windows
    service: security
detection:
    selection:
        ${detection}
    condition: selection
`;

function rules(folder: string): void {
  mkdirSync(join(folder, 'rules', 'deep'), { recursive: true });
  const write = (name: string, text: string): void => writeFileSync(join(folder, 'rules', name), text);
  write('a.yml', `${rule(1, 'A|all: x')}---\n${rule(2, 'A|contians: x')}`);
  write('b.yaml', rule(3, "A|expand: '%Servers%'"));
  write('deep/c.yml', '# nothing yet\n');
  write('notes.txt', 'no rule');
}

test('accounts for every document, with place, reason and totals', async () => {
  using folder = temporaryFolder();
  rules(folder.path);
  const { code, stdout, stderr } = await longwatch(folder.path, ['rules', 'check', 'rules']);
  expect({ code, stderr }).toEqual({ code: 1, stderr: '' });
  expect(stdout).toBe(`rules/a.yml, line 8, column 9: "all" in A|all needs a list of values. [all-with-one-value]
rules/a.yml, line 18, column 11: there is no modifier "contians". [modifier-unknown]
rules/b.yaml, line 8, column 19: the placeholder %Servers% has no value; give one with --variables. [placeholder-without-value]
rules/deep/c.yml, line 1, column 1: the file holds no document. [no-document]

3 files, 4 documents: 1 loaded (1 rule), 3 not.

Not loaded:
     1  modifier-unknown
     1  no-document
     1  placeholder-without-value

Remarks:
     1  all-with-one-value
`);
});

test('--json says the same for programs; variables give placeholders their values', async () => {
  using folder = temporaryFolder();
  rules(folder.path);
  writeFileSync(join(folder.path, 'own.yml'), 'Servers: [srv*]\n');
  const { code, stdout } = await longwatch(folder.path, [
    'rules',
    'check',
    'rules',
    '--json',
    '--variables',
    'own.yml',
  ]);
  const lines = stdout
    .trim()
    .split('\n')
    .map((line) => JSON.parse(line));
  expect(code).toBe(1);
  expect(lines.map(({ file, document, id, loaded, why }) => [file, document, id?.at(-1), loaded, why])).toEqual([
    ['rules/a.yml', 1, '1', true, null],
    ['rules/a.yml', 2, '2', false, 'modifier-unknown'],
    ['rules/b.yaml', 1, '3', true, null],
    ['rules/deep/c.yml', 0, undefined, false, 'no-document'],
  ]);
  expect(lines[1].problems).toEqual([
    { code: 'modifier-unknown', severity: 'error', message: 'there is no modifier "contians".', line: 18, column: 11 },
  ]);
});

test('rules that all load end with 0; settings that cannot be read are wrong usage', async () => {
  using folder = temporaryFolder();
  writeFileSync(join(folder.path, 'good.yml'), rule(1, 'A: x'));
  writeFileSync(join(folder.path, 'bad.yml'), 'channels: [a]');
  const check = (...args: string[]) => longwatch(folder.path, ['rules', 'check', 'good.yml', ...args]);
  expect(await check()).toEqual({ code: 0, stdout: '1 file, 1 document: 1 loaded (1 rule), 0 not.\n', stderr: '' });
  const usage = { code: 2, stdout: '' };
  expect(await check('--variables', 'gone.yml')).toMatchObject({
    ...usage,
    stderr: expect.stringContaining('gone.yml: there is no such file'),
  });
  expect(await check('--logsources', 'bad.yml')).toMatchObject({
    ...usage,
    stderr: expect.stringContaining('bad.yml, line 1, column 11'),
  });
});
