import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { startBrowser } from './browser.ts';
import { seriousFindings } from './watch.ts';
import { startWorkbench, type Workbench } from './workbench.ts';

const browser = await startBrowser();
const RULE = `title: Encoded command
id: 0f06a3a5-6a09-413f-8743-e6cf35561297
status: test
level: high
logsource: { product: windows, category: process_creation }
detection:
  selection: { CommandLine|contains: ' -enc ' }
  condition: selection
`;
const MANY = 100_000;

describe.skipIf(!browser)('hunting in the workbench', () => {
  let workbench: Workbench;
  let folder = '';
  beforeAll(async () => {
    folder = mkdtempSync(join(tmpdir(), 'longwatch-e2e-hunt-'));
    writeFileSync(join(folder, 'rule.yml'), RULE);
    writeFileSync(join(folder, 'broken.yml'), 'title: no detection\nlogsource: { product: windows }\n');
    const events = Array.from({ length: 40 }, (_, i) => ({
      ...{ EventID: 1, Channel: 'Microsoft-Windows-Sysmon/Operational', EventRecordID: i + 1, Computer: `PC${i % 3}` },
      UtcTime: `2024-05-0${1 + (i % 5)} 08:00:00.000`,
      ...{ CommandLine: i % 2 ? `powershell -enc ${i}` : 'notepad', Image: 'C:\\ps.exe' },
    }));
    writeFileSync(join(folder, 'events.jsonl'), events.map((event) => `${JSON.stringify(event)}\n`).join(''));
    const hits = Array.from({ length: MANY }, (_, i) => ({
      ...{
        file: '/logs/a.evtx',
        record: i,
        time: `2024-0${1 + (i % 9)}-10T08:00:00Z`,
        channel: 'Security',
        event_id: 4688,
      },
      computer: i % 50 ? `HOST${i % 50}` : '',
      rule: { id: `r${i % 20}`, title: `Rule ${i % 20}`, level: i % 20 ? 'low' : 'critical', tags: [], status: 'test' },
      fields: { CommandLine: `run ${i}` },
    }));
    writeFileSync(join(folder, 'hits.jsonl'), hits.map((hit) => `${JSON.stringify(hit)}\n`).join(''));
    workbench = await startWorkbench({ sample: false });
  });
  afterAll(async () => {
    await browser?.close();
    await workbench?.stop();
    rmSync(folder, { recursive: true, force: true });
  });

  async function open(path: string, { width = 1280, dark = false } = {}) {
    const page = await browser!.newPage({ viewport: { width, height: 1000 }, colorScheme: dark ? 'dark' : 'light' });
    await page.goto(workbench.url + path);
    await page.getByRole('heading', { name: 'Hunt', exact: true }).waitFor();
    return page;
  }
  const shot = (name: string) => join(process.env.LONGWATCH_SHOTS ?? tmpdir(), `${name}.png`);

  test('a hunt runs from the page; a hit opens its record with the matching field marked; what did not load is said', async () => {
    const page = await open('/hunt');
    await page.getByLabel('Log files and folders').fill(join(folder, 'events.jsonl'));
    await page.getByLabel('Folders of Sigma rules').fill(folder);
    await page.getByLabel('the rules that come with Longwatch').uncheck();
    await page.getByRole('button', { name: 'Hunt', exact: true }).click();
    await page.waitForURL('**/hunt?id=hunt-*');
    await page.getByText('20 hits by 1 rule on 3 hosts').waitFor();
    await page.getByText('1 rule not loaded').waitFor();
    await page.getByRole('button', { name: 'PC1', exact: true }).click();
    await page.waitForURL('**host=PC1**');
    await page.getByText('7 of 20 hits by 1 rule on 1 host in').waitFor();
    await page.locator('[role=row][data-index="0"]').click();
    const drawer = page.getByRole('complementary', { name: 'Evidence' });
    await drawer.locator('mark', { hasText: 'powershell -enc' }).waitFor();
    expect(await drawer.getByText('C:\\ps.exe').count()).toBe(1);
    if (process.env.LONGWATCH_SHOTS) await page.screenshot({ path: shot('hunt-1280') });
    expect(await seriousFindings(page)).toEqual([]);
    await page.close();
  });

  test('lines of an earlier hunt: 100,000 rows, of which a screenful is drawn; the last one can be reached', async () => {
    const page = await open('/hunt');
    await page.getByLabel('Lines of an earlier hunt').fill(join(folder, 'hits.jsonl'));
    await page.getByRole('button', { name: 'Open' }).click();
    await page.getByText('100,000 hits by 20 rules on 49 hosts (2,000 on no named machine)').waitFor();
    await page.locator('[role=row][data-index="0"]').waitFor();
    expect(await page.locator('[role=row][data-index]').count()).toBeLessThan(100);
    await page
      .locator('[role=rowgroup]')
      .last()
      .evaluate((rows) => rows.scrollTo(0, rows.scrollHeight));
    await page.locator(`[role=row][data-index="${MANY - 1}"]`, { hasText: `run ${MANY - 1}` }).waitFor();
    await page.getByRole('columnheader', { name: 'Level' }).getByRole('button').click();
    await page.waitForURL('**sort=level**');
    await page.getByRole('button', { name: 'not said', exact: true }).click();
    await page.waitForURL('**host=-**');
    await page.getByText('2,000 of 100,000 hits by 2 rules on 0 hosts (all on no named machine)').waitFor();
    await page.locator('[role=row][data-index="0"]', { hasText: 'critical' }).waitFor();
    expect(await page.locator('[role=row][data-index]', { hasText: /HOST\d/ }).count()).toBe(0);
    if (process.env.LONGWATCH_SHOTS) await page.screenshot({ path: shot('hunt-many') });
    await page.close();
  });

  test('a path that is not there is said in words; the narrow dark page fits and has no serious findings', async () => {
    const page = await open('/hunt', { width: 420, dark: true });
    await page.getByLabel('Log files and folders').fill('/nowhere/at/all');
    await page.getByRole('button', { name: 'Hunt', exact: true }).click();
    await page.getByText('there is no file or folder /nowhere/at/all').waitFor();
    expect(await seriousFindings(page)).toEqual([]);
    expect(await page.locator('main').evaluate((main) => main.scrollWidth <= main.clientWidth)).toBe(true);
    if (process.env.LONGWATCH_SHOTS) await page.screenshot({ path: shot('hunt-420') });
    await page.close();
  });
});
