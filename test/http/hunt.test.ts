import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { createApp } from '../../src/http/app.ts';
import type { ActionAnswer, ActionInput, ActionName, ActionOutput, HuntLine } from '../../src/http/contract/index.ts';
import { fakeContext } from './fakes.ts';

const RULE = `title: Encoded command
id: 0f06a3a5-6a09-413f-8743-e6cf35561297
status: test
level: high
logsource: { product: windows, category: process_creation }
detection:
  selection: { CommandLine|contains: ' -enc ' }
  condition: selection
`;
const EVENTS = [
  { Computer: 'PC1', UtcTime: '2024-05-01 08:00:00.000', CommandLine: 'powershell -enc AAAA', Image: 'C:\\ps.exe' },
  { Computer: 'PC2', UtcTime: '2024-05-02 08:00:00.000', CommandLine: 'notepad', Image: 'C:\\notepad.exe' },
].map((fields, i) =>
  JSON.stringify({ EventID: 1, Channel: 'Microsoft-Windows-Sysmon/Operational', EventRecordID: i + 1, ...fields }),
);

describe('hunts that a page asks for', () => {
  let folder = '';
  beforeAll(() => {
    folder = mkdtempSync(join(tmpdir(), 'longwatch-http-hunt-'));
    writeFileSync(join(folder, 'rule.yml'), RULE);
    writeFileSync(join(folder, 'events.jsonl'), `${EVENTS.join('\n')}\n`);
  });
  afterAll(() => rmSync(folder, { recursive: true, force: true }));

  const app = (anyAddress = false) =>
    createApp({ context: { ...fakeContext(), home: folder }, webRoot: null, token: 't', hosts: [], anyAddress });
  const post = async (path: string, body: unknown, where = app(), headers: Record<string, string> = {}) =>
    where.request(`http://localhost${path}`, {
      method: 'POST',
      headers: { 'content-type': 'application/json', host: 'localhost', ...headers },
      body: JSON.stringify(body),
    });
  const lines = async (response: Response) =>
    (await response.text())
      .trim()
      .split('\n')
      .map((line) => JSON.parse(line) as HuntLine);
  const call = async <N extends ActionName>(name: N, input: ActionInput<N>): Promise<ActionOutput<N>> => {
    const answer = (await (await post(`/api/actions/${name}`, input)).json()) as ActionAnswer<N>;
    if (!answer.ok) throw new Error(answer.error.message);
    return answer.output;
  };
  const asked = () => ({ inputs: [join(folder, 'events.jsonl')], rules: [join(folder, 'rule.yml')], own_rules: false });

  test('run, are kept, and answer by rule, host and record', async () => {
    const said = (await lines(await post('/api/hunt', asked()))).at(-1)!;
    if (said.type !== 'result' || !('hunt' in said.output)) throw new Error(JSON.stringify(said));
    const { hunt: id, hits } = said.output;
    expect(hits).toBe(1);
    expect(await call('hunts.get', { id })).toMatchObject({
      matching: 1,
      by_host: [{ name: 'PC1', hits: 1 }],
      ran: { rules_loaded: 1, events: 2 },
    });
    const { rows } = await call('hunts.hits', { id, host: 'PC1' });
    expect(rows).toMatchObject([{ n: 0, fields: { CommandLine: 'powershell -enc AAAA' } }]);
    expect(rows[0]!.record_fields).toEqual({ CommandLine: 'powershell -enc AAAA', Image: 'C:\\ps.exe' });
    expect((await call('hunts.hit', { id, n: 0 })).hit?.computer).toBe('PC1');
    expect((await call('hunts.list', {})).rows[0]).toMatchObject({ id, opened: false, hits: 1 });
  });

  test('text logs are laid to the machine of their folder, as in a case, and the rest can be asked for alone', async () => {
    const logs = join(folder, 'logs');
    const web = `title: Odd page
id: 0f06a3a5-6a09-413f-8743-e6cf35561298
status: test
level: critical
logsource: { category: webserver }
detection:
  selection: { cs-uri-stem|endswith: '/odd.aspx' }
  condition: selection
`;
    const iis = (ip: string) =>
      `#Software: Microsoft Internet Information Services 10.0\n#Fields: date time cs-method cs-uri-stem cs-uri-query c-ip sc-status\n2024-05-03 10:00:00 GET /odd.aspx - ${ip} 200\n`;
    for (const where of ['PC1/iis', 'elsewhere']) mkdirSync(join(logs, where), { recursive: true });
    writeFileSync(join(folder, 'web.yml'), web);
    writeFileSync(join(logs, 'events.jsonl'), `${EVENTS.join('\n')}\n`);
    writeFileSync(join(logs, 'PC1/iis/u_ex240503.log'), iis('192.0.2.7'));
    writeFileSync(join(logs, 'elsewhere/u_ex240503.log'), iis('192.0.2.8'));
    const rules = [join(folder, 'rule.yml'), join(folder, 'web.yml')];
    const said = (await lines(await post('/api/hunt', { ...asked(), inputs: [logs], rules }))).at(-1)!;
    if (said.type !== 'result' || !('hunt' in said.output)) throw new Error(JSON.stringify(said));
    const id = said.output.hunt;
    expect(await call('hunts.get', { id })).toMatchObject({
      matching: 3,
      matching_hosts: 1,
      matching_nowhere: 1,
      by_host: [
        { name: 'PC1', hits: 2, laid: 1 },
        { name: '', hits: 1, laid: 0 },
      ],
    });
    const alone = await call('hunts.hits', { id, host: '-' });
    expect(alone.rows.map(({ file }) => file)).toEqual([join(logs, 'elsewhere/u_ex240503.log')]);
    const grave = await call('hunts.hits', { id, host: 'PC1', sort: 'level' });
    expect(grave.rows.map(({ rule, host_by }) => [rule.level, host_by])).toEqual([
      ['critical', 'folder'],
      ['high', 'record'],
    ]);
  });

  test('refuse paths that are not whole or not there, other sites, and every page where the workbench listens beyond this machine', async () => {
    const wrong = await lines(await post('/api/hunt', { ...asked(), inputs: ['events.jsonl'] }));
    expect(wrong.at(-1)).toMatchObject({ type: 'error', error: { code: 'usage' } });
    const absent = await lines(await post('/api/hunt', { ...asked(), inputs: [join(folder, 'no')] }));
    expect(absent.at(-1)).toMatchObject({ type: 'error', error: { code: 'usage' } });
    expect((await post('/api/hunt', asked(), app(), { origin: 'http://example.org' })).status).toBe(403);
    const beyond = await lines(await post('/api/hunt', asked(), app(true)));
    expect(beyond.at(-1)).toMatchObject({ type: 'error', error: { code: 'unavailable' } });
    const opened = await post('/api/actions/hunts.open', { path: join(folder, 'events.jsonl') }, app(true));
    expect(opened.status).toBe(503);
    for (const id of ['../../etc/passwd', 'hunt-00000000000000000000'])
      expect((await post('/api/actions/hunts.get', { id })).status).toBe(404);
  });

  test('lines that are no hits cannot be opened', async () => {
    await expect(call('hunts.open', { path: join(folder, 'events.jsonl') })).rejects.toThrow('no lines of hits');
  });
});
