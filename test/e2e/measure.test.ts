import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { startBrowser } from './browser.ts';
import { startWorkbench, type Workbench } from './workbench.ts';

const browser = await startBrowser();
const COUNTS = readFileSync(join(import.meta.dirname, '../fixtures/measure/ministry-2017.csv'));
const ASKED = 'a=CN&b=KR&trigger=2017-02-28:land%20swap&window=2m/1m';

describe.skipIf(!browser)('disputes, questions, countries', () => {
  let workbench: Workbench;
  beforeAll(async () => {
    workbench = await startWorkbench();
    await workbench.call('data.import', { files: [{ name: 'ministry-2017.csv', bytes: COUNTS.toString('base64') }] });
  });
  afterAll(async () => {
    await browser?.close();
    await workbench?.stop();
  });

  async function open(path: string, wait: string, width = 1280) {
    const page = await browser!.newPage({ viewport: { width, height: 1000 } });
    await page.goto(workbench.url + path);
    await page.getByText(wait).first().waitFor();
    if (process.env.LONGWATCH_SHOTS)
      await page.screenshot({
        path: join(process.env.LONGWATCH_SHOTS, `${path.slice(1, 8)}-${width}.png`),
        fullPage: true,
      });
    return page;
  }

  test('a question in an address is answered: verdict, worst case, the share that does not add up', async () => {
    const page = await open(`/question?${ASKED}`, "supported by one party's counts only");
    const text = await page.locator('main').innerText();
    expect(text).toContain('Intensity: not testable with these data');
    expect(text).toContain('A share does not add up: 4,509 of 8,263 are 54.6 %');
    expect(await page.getByRole('img', { name: 'Counts by period before and after the day' }).count()).toBe(1);
    await page.close();
  });

  test('the form writes the question into the address', async () => {
    const page = await open('/question', 'Did it rise, and can the data say so?');
    await page.getByLabel('Attacks by').selectOption('CN');
    await page.getByLabel('Day it is said to have begun').fill('2017-02-28');
    await page.getByRole('button', { name: 'Ask', exact: true }).click();
    await page.waitForURL('**/question?a=CN&trigger=2017-02-28**');
    await page.close();
  });

  test('a dispute has its lanes, a mark opens its sentence, and the answer stands below', async () => {
    const page = await open(`/disputes?${ASKED}`, "supported by one party's counts only");
    for (const lane of ['trigger', 'cyber', 'economic', 'answers'])
      expect(await page.locator('svg text', { hasText: lane }).count()).toBeGreaterThan(0);
    const marks = page.locator('svg [role=button]');
    expect(await marks.count()).toBeGreaterThan(2);
    await marks.first().click();
    await page.waitForURL('**e=*');
    await page.close();
  });

  test('countries: who accuses whom; the narrow page fits its room', async () => {
    const page = await open('/countries', 'Who accuses whom', 420);
    expect(await page.locator('main').evaluate((main) => main.scrollWidth <= main.clientWidth)).toBe(true);
    expect(await page.getByRole('group', { name: /^Accusations by \d+ accusers/ }).count()).toBe(1);
    await page.getByRole('button', { name: 'Download' }).click();
    const [file] = await Promise.all([
      page.waitForEvent('download'),
      page.getByRole('button', { name: 'Figure as SVG' }).click(),
    ]);
    expect(readFileSync(await file.path(), 'utf8')).toContain('accuser ↓ accused →');
    await page.keyboard.press('Escape');
    await page
      .getByRole('button', { name: / accuses / })
      .first()
      .click();
    await page.waitForURL('**t=accusations**');
    const records = page.getByRole('region', { name: 'What was counted' });
    await records.locator('li').first().waitFor();
    await page.close();
  });
});
