import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { longwatch, start, temporaryFolder } from './run.ts';

test('--help lists the commands', async () => {
  using folder = temporaryFolder();
  const { code, stdout, stderr } = await longwatch(folder.path, ['--help']);
  expect({ code, stderr }).toEqual({ code: 0, stderr: '' });
  await expect(stdout).toMatchFileSnapshot('../golden/cli/help.txt');
});

test.each([
  [['forecast'], 'there is no command "forecast"'],
  [['read'], "missing required argument 'input'"],
  [['read', '-', '--colour'], "unknown option '--colour'"],
  [['read', '-', '--published', 'May'], '--published takes YYYY, YYYY-MM or YYYY-MM-DD'],
  [['read', '-', '--reader', 'oracle'], 'Allowed choices are rules, endpoint'],
  [['statements', '--kind', 'theft'], 'Allowed choices are intrusion'],
  [['serve', '--port', 'x'], 'It must be a whole number'],
  [['serve', '--port', '99999999'], 'Ports go up to 65535'],
  [['restore', 'gone.jsonl'], 'there is no file gone.jsonl'],
  [['restore', '.'], '. is a folder; a file is expected'],
  [['dump', 'gone/ledger.jsonl'], 'there is no folder gone'],
  [['case', 'bulletin', 'gone.json'], 'there is no file gone.json'],
  [['case', 'build', 'gone'], 'there is no file or folder gone'],
  [['evtx', 'dump', 'gone.evtx'], 'there is no file or folder gone.evtx'],
  [['read', 'gone.txt'], 'there is no file or folder gone.txt'],
  [['rules', 'check', 'gone'], 'there is no file or folder gone'],
  [['hunt', 'gone.log', '--stats'], 'there is no file or folder gone.log'],
  [['hunt', '.', '--indicators', 'gone.txt'], 'there is no file gone.txt'],
  [['import', 'attack', 'gone.json'], 'there is no file gone.json'],
  [['import', 'stix', 'gone.json'], 'there is no file or folder gone.json'],
  [['weigh', 'gone.yaml'], 'there is no file gone.yaml'],
  [['scenario', 'nope'], 'there is no scenario "nope"'],
  [['actors', 'show', ''], 'actors show takes a name'],
  [['statements', '--country', 'XX'], 'there is no country "XX"'],
])('longwatch %j is wrong usage', async (args, words) => {
  using folder = temporaryFolder();
  const { code, stdout, stderr } = await longwatch(folder.path, args);
  expect({ code, stdout }).toEqual({ code: 2, stdout: '' });
  expect(stderr).toContain(words);
  expect(stderr).not.toMatch(/E[A-Z]{4,}|^\s+at /m);
});

test('a folder that cannot be made is said in one sentence', async () => {
  using folder = temporaryFolder();
  writeFileSync(join(folder.path, 'home'), 'a file where the ledger would go');
  writeFileSync(join(folder.path, 'taken'), '');
  const said = async (...args: string[]) => {
    const { code, stdout, stderr } = await longwatch(folder.path, args, 'Nothing happened.');
    return { code, stdout, stderr };
  };
  expect(await said('statements')).toEqual({
    code: 3,
    stdout: '',
    stderr: `longwatch: the folder ${folder.path}/home cannot be made: ${folder.path}/home is not a folder\n`,
  });
  expect(await said('read', '-', '--out', 'taken/out')).toEqual({
    code: 3,
    stdout: '',
    stderr: `longwatch: the folder ${folder.path}/taken/out cannot be made: ${folder.path}/taken is not a folder\n`,
  });
});

test('a case is not built from nothing', async () => {
  using folder = temporaryFolder();
  writeFileSync(join(folder.path, 'empty.log'), '');
  const { code, stdout, stderr } = await longwatch(folder.path, ['case', 'build', 'empty.log']);
  expect({ code, stdout }).toEqual({ code: 1, stdout: '' });
  expect(stderr).toContain('Nothing was read');
});

test('a reader that stops early is no error', async () => {
  using folder = temporaryFolder();
  const child = start(folder.path, ['read', '-', '--json']);
  const codes = new Promise<number | null>((done) => child.on('close', done));
  let errors = '';
  child.stderr.on('data', (chunk) => {
    errors += chunk;
  });
  child.stdout.destroy();
  child.stdin.end('South Korea said hackers attacked its ministry. '.repeat(2000));
  expect([await codes, errors]).toEqual([0, '']);
});
