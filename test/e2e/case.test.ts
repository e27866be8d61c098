import { execFileSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { CaseSubject } from '../../src/http/contract/index.ts';
import { startBrowser } from './browser.ts';
import { seriousFindings, watch } from './watch.ts';
import { startWorkbench, type Workbench } from './workbench.ts';

const browser = await startBrowser();
const ROOT = resolve(import.meta.dirname, '../..');
const CASES = ['document-system', 'false-flag'] as const;

describe.skipIf(!browser)('a case', () => {
  let workbench: Workbench;
  let folder: string;
  beforeAll(async () => {
    workbench = await startWorkbench();
    folder = mkdtempSync(join(tmpdir(), 'longwatch-case-'));
    const { DATABASE_URL: _, NODE_ENV: __, ...env } = process.env;
    const longwatch = (...args: string[]) =>
      execFileSync(process.execPath, ['bin/longwatch.mjs', ...args], {
        ...{ cwd: ROOT, env: { ...env, LONGWATCH_HOME: workbench.home }, stdio: ['ignore', 'ignore', 'pipe'] },
      });
    for (const name of CASES) {
      longwatch('scenario', name, '--seed', '3', '--size', '1MB', '--out', join(folder, name));
      longwatch('case', 'build', join(folder, name, 'logs'), '--case', name);
    }
    // What the sample dossier says of 300 machines, against what the logs show.
    const { rows } = await workbench.call('statements.search', { limit: 500 });
    const said = rows.find(({ quantities }) => quantities.some(({ value }) => value === 300))!;
    await workbench.call('cases.record', {
      name: 'document-system',
      parts: [{ part: 'link', body: { statement: said.id, fact: 'hosts-controlled' } }],
    });
  }, 180_000);
  afterAll(async () => {
    await browser?.close();
    await workbench?.stop();
    rmSync(folder, { recursive: true, force: true });
  });

  async function open(path: string, { colorScheme = 'light' as 'light' | 'dark', width = 1280 } = {}): Promise<Page> {
    const page = await browser!.newPage({ colorScheme, viewport: { width, height: 900 }, acceptDownloads: true });
    await page.goto(workbench.url + path);
    await page.locator('[data-fact], main article').first().waitFor();
    return page;
  }

  const drawer = (page: Page) => page.getByRole('complementary', { name: 'Evidence' });

  test.each([
    ['light', 1280],
    ['dark', 420],
  ] as const)(
    'every part, %s, %d wide: no errors, no request elsewhere, accessible, fits',
    async (colorScheme, width) => {
      for (const tab of ['overview', 'timeline', 'path', 'techniques', 'relays', 'related', 'left-out', 'bulletin']) {
        const page = await browser!.newPage({ colorScheme, viewport: { width, height: 900 } });
        const faults = watch(page, workbench.url);
        await page.goto(`${workbench.url}/cases/document-system?tab=${tab}`);
        await page.locator('main [data-fact], main article, main table').first().waitFor();
        await page.waitForLoadState('networkidle');
        expect(await seriousFindings(page), tab).toEqual([]);
        expect(faults, tab).toEqual([]);
        expect(await page.locator('main').evaluate((main) => main.scrollWidth <= main.clientWidth), tab).toBe(true);
        await page.close();
      }
    },
    180_000,
  );

  test('a figure opens its records by click: file, number, rule, and the fields that matched', async () => {
    const page = await open('/cases/document-system');
    await page.getByRole('button', { name: /^T1190 / }).click();
    await page.waitForURL('**e=*');
    const record = drawer(page).getByRole('region', { name: /^Record \d+ of / });
    await record.first().waitFor();
    const text = await record.first().innerText();
    expect(text).toContain('Rule:');
    expect(text).toContain('T1190');
    expect(await record.first().locator('tr[data-matched] mark').count()).toBeGreaterThan(0);
    await page.reload();
    await record.first().waitFor();
    await page.close();
  });

  test('by keys: j goes to the first figure, e opens it, Escape closes; a sentence of a report stands beside the count', async () => {
    const page = await open('/cases/document-system');
    await page.keyboard.press('j');
    await page.keyboard.press('e');
    await drawer(page).getByText('over 300 machines').first().waitFor();
    await drawer(page)
      .getByText(/bears the sentence out/)
      .waitFor();
    await page.keyboard.press('Escape');
    await drawer(page).waitFor({ state: 'detached' });
    await page.close();
  });

  test('hosts, accounts, relays, files and gaps have records, and only those of their own machine', async () => {
    const view = await workbench.call('cases.get', { name: 'false-flag' });
    const one = view.logs!.intrusions[0]!;
    const evidence = (subject: CaseSubject, key: string) =>
      workbench.call('cases.evidence', { name: 'false-flag', subject, key });
    for (const { name } of one.hosts) {
      const { records, not_kept: missing } = await evidence('host', name);
      expect([name, records.length > 0, missing]).toEqual([name, true, []]);
      for (const { computer } of records) if (computer !== '') expect(computer.toUpperCase()).toContain(name);
    }
    for (const { address } of one.relays) {
      const { records } = await evidence('relay', address);
      expect(records.length).toBeGreaterThan(0);
      for (const { fields } of records) expect(Object.values(fields).join(' ')).toContain(address);
    }
    for (const [n] of one.gaps.entries()) expect((await evidence('gap', String(n))).records.length).toBeGreaterThan(0);
    for (const { from, to } of one.moves)
      expect((await evidence('move', `${from} ${to}`)).records.length).toBeGreaterThan(0);
    for (const { relay, start } of one.visits)
      expect((await evidence('visit', `${relay} ${start}`)).records.length).toBeGreaterThan(0);
    await expect(evidence('host', 'NOBODY')).rejects.toThrow('holds no host NOBODY');
  });

  test('the graph shows entry, the server, the updated machines as one; each opens', async () => {
    const page = await open('/cases/document-system?tab=path');
    const graph = page.getByRole('group', { name: /^Path over / });
    await graph.getByRole('button', { name: /^DOC01 ▸ entry/ }).waitFor();
    await graph.getByRole('button', { name: /^WS-\d+ \+ \d{3} hosts ■ controlled/ }).click();
    await drawer(page)
      .getByRole('heading', { name: /^\d{3} machines that look alike/ })
      .waitFor();
    await drawer(page).getByRole('button', { name: /^WS-/ }).first().click();
    await drawer(page).getByText('Rule:').first().waitFor();
    expect(await graph.getByRole('button', { name: /^Software update from UPD01/ }).count()).toBe(1);
    await page.getByLabel('Group machines that look alike').uncheck();
    await page.waitForURL('**each=true*');
    expect(await graph.getByRole('button', { name: /^WS-\d+ ■ controlled/ }).count()).toBeGreaterThan(250);
    await page.close();
  });

  test('the map has a dot a country, the table beside it says the same, both open the records', async () => {
    const page = await open('/cases/false-flag?tab=relays');
    const dots = page.getByRole('group', { name: /^Map of / }).getByRole('button');
    await dots.first().waitFor();
    const rows = page.getByRole('table', { name: 'By country' }).locator('tbody tr');
    expect(await dots.count()).toBe(await rows.count());
    await dots.first().click();
    await drawer(page)
      .getByRole('heading', { name: /^Relays in / })
      .waitFor();
    await drawer(page).getByText('Rule:').first().waitFor();
    expect(await page.locator('main').innerText()).toContain('not where it came from');
    await page.keyboard.press('Escape');
    await drawer(page).waitFor({ state: 'detached' });
    const download = async (kind: string) => {
      await page.getByRole('button', { name: 'Download' }).click();
      const waiting = page.waitForEvent('download');
      await page.getByRole('button', { name: kind }).click();
      return readFileSync(await (await waiting).path());
    };
    const svg = (await download('Figure as SVG')).toString();
    expect(svg).toContain('<circle');
    expect(svg).not.toContain('var(--');
    const png = await download('Figure as PNG');
    expect(png.subarray(1, 4).toString()).toBe('PNG');
    if (process.env.LONGWATCH_SHOTS) writeFileSync(join(process.env.LONGWATCH_SHOTS, 'map.png'), png);
    expect((await download('Data as CSV')).toString()).toContain('country,address,network,first,last,visits');
    await page.close();
  });

  test('the timeline goes from months to seconds, its span is in the address, a mark opens its records', async () => {
    const page = await open('/cases/false-flag?tab=timeline');
    await page
      .getByRole('status')
      .getByText(/months on screen/)
      .waitFor();
    for (let n = 0; n < 5; n++) await page.keyboard.press('+');
    await page.waitForURL('**from=*');
    await page.keyboard.press('0');
    await page.waitForURL((url) => !url.search.includes('from='));
    const view = await workbench.call('cases.get', { name: 'false-flag' });
    const { technique, host, time } = view.logs!.intrusions[0]!.steps[0]!;
    const at = (seconds: number) => new Date(Date.parse(time) + seconds * 1000).toISOString();
    const near = await open(`/cases/false-flag?tab=timeline&from=${at(-4)}&to=${at(6)}`);
    await near.getByRole('status').getByText('10 seconds on screen').waitFor();
    await near.getByRole('button', { name: new RegExp(`^${technique} .* on ${host}`) }).click();
    await drawer(near).getByText('Rule:').first().waitFor();
    await page.close();
    await near.close();
  });

  test('a related case stands beside this one, trait by trait', async () => {
    const page = await browser!.newPage();
    await page.goto(`${workbench.url}/cases/false-flag?tab=related&beside=document-system`);
    await page.getByRole('columnheader', { name: 'Only in document-system' }).waitFor();
    expect(await page.getByRole('row', { name: /^techniques / }).innerText()).toContain('T1071.001');
    await page.close();
  });

  test('a number of a report is held against a figure on the page; what was left out of it can be taken into the bulletin', async () => {
    const { rows } = await workbench.call('statements.search', { limit: 500 });
    const two = rows.find(({ quote }) => quote.includes('over 300 machines'))!;
    await workbench.call('cases.record', {
      name: 'false-flag',
      parts: [{ part: 'document', body: { document: two.document_id } }],
    });
    const page = await open('/cases/false-flag');
    await page.getByRole('button', { name: 'Hold its numbers against the logs' }).click();
    const line = page.locator('li', { hasText: 'over 300 machines' });
    await line.getByRole('combobox').selectOption('hosts-controlled');
    await line.getByRole('button', { name: 'Hold against it' }).click();
    await page.locator('td', { hasText: 'over 300 machines' }).waitFor();
    await page.goto(`${workbench.url}/cases/false-flag?tab=bulletin`);
    await page.getByText(/left out, because of their time/).click();
    const left = page.locator('li', { hasText: 'military networks' });
    await left.getByRole('button', { name: 'It is about this case' }).click();
    await left.waitFor({ state: 'detached' });
    expect(await page.locator('article').textContent()).toContain('military networks');
    await page.close();
  });

  test('the bulletin comes as a PDF with its marking; a case without logs has none', async () => {
    const page = await open('/cases/document-system?tab=bulletin&tlp=GREEN');
    const waiting = page.waitForEvent('download');
    await page.getByRole('link', { name: 'PDF' }).click();
    expect((await waiting).suggestedFilename()).toBe('document-system.pdf');
    await page.close();
    const answer = await fetch(`${workbench.url}/api/bulletin.pdf?name=document-system&tlp=GREEN`);
    expect(answer.headers.get('content-type')).toBe('application/pdf');
    const bytes = Buffer.from(await answer.arrayBuffer());
    expect(bytes.subarray(0, 5).toString()).toBe('%PDF-');
    expect((await fetch(`${workbench.url}/api/bulletin.pdf?name=nothing`)).status).toBe(404);
    expect((await fetch(`${workbench.url}/api/bulletin.pdf?name=document-system&tlp=PURPLE`)).status).toBe(400);
  });
});
