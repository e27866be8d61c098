import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { EXAMPLE_INTRUSION } from '../../src/report/bulletin/example.fixture.ts';
import { startBrowser } from './browser.ts';
import { watch } from './watch.ts';
import { startWorkbench, type Workbench } from './workbench.ts';

const browser = await startBrowser();

describe.skipIf(!browser)('ranking', () => {
  let workbench: Workbench;
  beforeAll(async () => {
    workbench = await startWorkbench();
    const read = { events: 10, files: 1 };
    const logs = { intrusions: [EXAMPLE_INTRUSION], left_out: [], findings: 5, read };
    await workbench.call('cases.record', { name: 'example', parts: [{ part: 'logs', body: logs }] });
  });
  afterAll(async () => {
    await browser?.close();
    await workbench?.stop();
  });

  test('lists are typed, a candidate is opened, and the address brings it all back', async () => {
    const page = await browser!.newPage({ viewport: { width: 1280, height: 900 } });
    const faults = watch(page, workbench.url);
    await page.goto(`${workbench.url}/rank`);
    await page.getByLabel('Techniques').fill('T1566.001, T1199');
    await page.getByLabel('Software').fill('PlugX; RedLeaves');
    await page.getByRole('button', { name: 'Rank', exact: true }).click();
    await page.getByText('APT10 is the likeliest').waitFor();
    await page.getByRole('img', { name: /Probabilities: APT10 .*none of these/ }).waitFor();
    await page.getByRole('button', { name: /Mustang Panda/i }).click();
    await page.waitForURL(/pick=/);
    const again = await browser!.newPage();
    await again.goto(page.url());
    await again.getByRole('heading', { name: /Mustang Panda/i }).waitFor();
    expect(await again.getByLabel('Software').inputValue()).toBe('PlugX, RedLeaves');
    await page.getByLabel('Unknown groups expected, %').fill('99');
    await page.getByRole('button', { name: 'Rank', exact: true }).click();
    await page.waitForURL(/unknown=99/);
    await page.getByText('Before anything was compared, 99 % unknown groups were expected.').waitFor();
    await page.getByRole('link', { name: 'MITRE’s' }).click();
    await page.waitForURL(/policy=mitre/);
    expect(faults).toEqual([]);
    await page.close();
    await again.close();
  });

  test('a document is held against what had been published before it; a case has a ranking and its questions', async () => {
    const page = await browser!.newPage({ viewport: { width: 1280, height: 900 } });
    const faults = watch(page, workbench.url);
    const { rows } = await workbench.call('documents.list', { q: 'service providers', limit: 1 });
    await page.goto(`${workbench.url}/documents/${rows[0]!.id}`);
    await page.locator('main').getByRole('link', { name: 'Rank' }).click();
    await page.getByText(/Only what had been published by 2017-03-\d\d was used/).waitFor();
    await page.getByText('Named in the report and not used:').waitFor();
    await page.goto(`${workbench.url}/cases/example`);
    await page.locator('main').getByRole('link', { name: 'Rank' }).click();
    await page.getByText('What speaks for whom').waitFor();
    await page.goto(`${workbench.url}/cases/example`);
    await page.locator('main').getByRole('link', { name: 'Weigh' }).click();
    await page.getByRole('button', { name: 'New question' }).click();
    await page.getByLabel('Question').fill('Who came in?');
    await page.getByRole('button', { name: 'Ask', exact: true }).click();
    await page.getByText('What the case shows').waitFor();
    await page
      .getByRole('button', { name: /Add as evidence: Came through/ })
      .first()
      .click();
    await page.getByText('is E1').waitFor();
    expect(faults).toEqual([]);
    await page.close();
  });
});
