import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { startBrowser } from './browser.ts';
import { seriousFindings } from './watch.ts';
import { startWorkbench, type Workbench } from './workbench.ts';

const browser = await startBrowser();
const COUNTS = readFileSync(join(import.meta.dirname, '../fixtures/measure/ministry-2017.csv'));
const REPORTS = [
  'The national response agency of China said it recorded more than 600 cyber incidents in 2024. In March 2024, US hackers broke into a Chinese university with phishing mails.',
  'Security firm Example Labs said it counted over 1,300 cyber attacks on China in 2024. The number had never been higher, the company said.',
];

describe.skipIf(!browser)('attacks by year', () => {
  let workbench: Workbench;
  beforeAll(async () => {
    workbench = await startWorkbench();
    for (const text of REPORTS) await workbench.call('documents.add', { from: { text } });
    await workbench.call('data.import', { files: [{ name: 'ministry-2017.csv', bytes: COUNTS.toString('base64') }] });
  });
  afterAll(async () => {
    await browser?.close();
    await workbench?.stop();
  });

  async function open(path: string, { width = 1280, dark = false } = {}) {
    const page = await browser!.newPage({ viewport: { width, height: 1000 }, colorScheme: dark ? 'dark' : 'light' });
    await page.goto(workbench.url + path);
    await page.getByText('Stated by others').first().waitFor();
    if (process.env.LONGWATCH_SHOTS)
      await page.screenshot({ path: join(process.env.LONGWATCH_SHOTS, `years-${width}.png`), fullPage: true });
    return page;
  }

  test('counted and stated stand apart; two counters of one year point at each other; a share that does not add up is marked', async () => {
    const page = await open('/years');
    const text = await page.locator('main').innerText();
    expect(text).toMatch(/Differs from ≥ 600 incidents by .*\(another counter, another unit\)/);
    expect(text).toMatch(/Differs from ≥ 1,300 attacks by Example Labs \(another counter, another unit\)/);
    expect(text).toContain('The share does not add up');
    expect(await page.getByRole('img', { name: /Attacks by year/ }).count()).toBe(1);
    await page.getByRole('button', { name: '≥ 1,300 attacks' }).click();
    await page.waitForURL('**e=st-*');
    await page.close();
  });

  test('a figure opens what was counted, in the address; a sentence of it opens in the drawer', async () => {
    const page = await open('/years?by=entry');
    const cell = page
      .getByRole('row', { name: /^Phishing \(T1566\)/ })
      .getByRole('button')
      .first();
    const n = Number(await cell.innerText());
    await cell.click();
    await page.waitForURL('**row=T1566**');
    const records = page.getByRole('region', { name: 'What was counted' });
    await records.getByText(`: ${n} reported attack`).waitFor();
    const again = await open(new URL(page.url()).pathname + new URL(page.url()).search);
    await again
      .getByRole('region', { name: 'What was counted' })
      .getByRole('listitem')
      .first()
      .getByRole('button')
      .click();
    await again.waitForURL('**e=st-*');
    await page.close();
    await again.close();
  });

  test('what is asked goes into the address', async () => {
    const page = await open('/years');
    await page.getByLabel('Split by').selectOption('accused');
    await page.waitForURL('**by=accused**');
    await page.getByLabel('From').fill('2024');
    await page.waitForURL('**from=2024**');
    await page.getByRole('columnheader', { name: '2024' }).first().waitFor();
    await page.close();
  });

  test.each([
    [1280, false],
    [420, true],
  ] as const)('no serious findings of axe, and the page fits %d pixels (dark %s)', async (width, dark) => {
    const page = await open('/years?by=sector', { width, dark });
    expect(await seriousFindings(page)).toEqual([]);
    expect(await page.locator('main').evaluate((main) => main.scrollWidth <= main.clientWidth)).toBe(true);
    await page.close();
  });
});
