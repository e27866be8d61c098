import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { afterAll, describe, expect, test } from 'vitest';
import { HuntSummary, htmlReport } from '../../src/report/hunt/index.ts';
import { RUN, SIGHTINGS } from '../fixtures/hunt/sightings.ts';
import { startBrowser } from './browser.ts';
import { seriousFindings, watch } from './watch.ts';

const browser = await startBrowser();
const folder = mkdtempSync(join(tmpdir(), 'longwatch-report-'));
const path = join(folder, 'report.html');

const summary = new HuntSummary();
for (const sighting of SIGHTINGS) summary.add(sighting);
const names = (id: string) => ({ name: `Technique ${id}`, tactics: [] });
writeFileSync(path, [...htmlReport(summary.result(), RUN, SIGHTINGS, names)].join(''));

afterAll(async () => {
  await browser?.close();
  rmSync(folder, { recursive: true, force: true });
});

describe.skipIf(!browser)('the report of a hunt opens from a file', () => {
  async function open(options: { colorScheme?: 'light' | 'dark'; width?: number } = {}) {
    const { colorScheme = 'light', width = 1280 } = options;
    const page = await browser!.newPage({ viewport: { width, height: 800 }, colorScheme });
    const url = pathToFileURL(path).href;
    const faults = watch(page, url);
    await page.goto(url);
    return { page, faults };
  }

  test.each([
    ['light', 1280],
    ['dark', 1280],
    ['light', 400],
  ] as const)('without faults, requests or serious findings of axe (%s, %d wide)', async (colorScheme, width) => {
    const { page, faults } = await open({ colorScheme, width });
    for (const summary of await page.locator('details > summary').all()) await summary.click();
    expect(await page.locator('h1').textContent()).toBe('1 critical hit on 1 host, and 12 hits of lower levels.');
    expect(await seriousFindings(page)).toEqual([]);
    expect(faults).toEqual([]);
    expect(await page.evaluate('document.documentElement.scrollWidth <= innerWidth')).toBe(true);
    await page.close();
  });

  test('texts that try to do harm are only shown', async () => {
    const { page } = await open();
    await page.locator('#hits').getByText('<script>alert("x")</script>').first().waitFor();
    expect(await page.locator('script').count()).toBe(1);
    await page.locator('#hits').getByText('upd<U+202E>gpj.exe').first().waitFor();
    await page.close();
  });

  test('filters by text and level, and comes to the hits of a host', async () => {
    const { page } = await open();
    const shown = () => page.locator('table.hits tbody tr:visible').count();
    expect(await shown()).toBe(SIGHTINGS.length);
    await page.locator('#hosts').getByRole('link', { name: 'WEB-01' }).click();
    expect(await shown()).toBe(3);
    expect(page.url()).toContain('#hits');
    await page.locator('#hits').getByRole('checkbox', { name: 'high' }).uncheck();
    expect(await shown()).toBe(2);
    expect(await page.locator('output[data-count-for=hits]').textContent()).toBe(`2 of ${SIGHTINGS.length} rows`);
    await page
      .locator('#attack')
      .getByRole('link', { name: /T1003\.001/ })
      .click();
    expect(await page.locator('#rules tbody tr:visible').count()).toBe(1);
    await page.close();
  });

  test('a level, a column of the chart and a row of its numbers lead to their hits', async () => {
    const { page } = await open();
    const shown = () => page.locator('table.hits tbody tr:visible').count();
    await page
      .locator('header')
      .getByRole('link', { name: /critical/ })
      .click();
    expect(await shown()).toBe(1);
    await page.locator('svg.chart g').first().click();
    expect(await shown()).toBe(1);
    expect(await page.locator('table.hits tbody tr:visible').textContent()).toContain('Request of a scanner');
    await page.getByText('The numbers').click();
    await page.locator('#time').getByRole('link', { name: '2024-05-01 09:00' }).click();
    expect(await shown()).toBe(5);
    await page.getByRole('button', { name: '1 hour from 2024-05-01 09:00' }).click();
    expect(await shown()).toBe(SIGHTINGS.length);
    await page.close();
  });

  test('sorts rules by hits, then back', async () => {
    const { page } = await open();
    const first = () => page.locator('#rules tbody tr summary').first().textContent();
    await page.locator('#rules').getByRole('button', { name: 'hits' }).click();
    expect(await first()).toBe('Logon refused, unknown account');
    expect(await page.locator('#rules th[aria-sort=descending]').count()).toBe(1);
    await page.locator('#rules').getByRole('button', { name: 'level' }).click();
    expect(await first()).toBe('Memory of LSASS read');
    await page.close();
  });

  test('goes by keyboard alone: / finds, j moves, Enter opens', async () => {
    const { page } = await open();
    await page.keyboard.press('/');
    await page.keyboard.type('encoded');
    await page.locator('output[data-count-for=hits]', { hasText: `2 of ${SIGHTINGS.length} rows` }).waitFor();
    await page.evaluate('document.activeElement.blur()');
    for (const row of ['2024-05-01 08:02:40', '2024-05-03 02:15:31']) {
      await page.keyboard.press('j');
      await page.locator('button.row:focus', { hasText: row }).waitFor();
    }
    await page.keyboard.press('Enter');
    await page.locator('table.hits tr.open').waitFor();
    const open_ = page.locator('table.hits tr.open');
    expect(await open_.count()).toBe(1);
    expect(await open_.textContent()).toContain('powershell -enc');
    expect(await open_.locator('button.row').getAttribute('aria-expanded')).toBe('true');
    await page.close();
  });

  test('the theme can be chosen', async () => {
    const { page } = await open();
    const ground = () => page.evaluate('getComputedStyle(document.documentElement).backgroundColor');
    const before = await ground();
    await page.getByRole('button', { name: 'Dark' }).click();
    expect(await ground()).not.toBe(before);
    await page.close();
  });
});
