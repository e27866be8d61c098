import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { startBrowser } from './browser.ts';
import { seriousFindings, watch } from './watch.ts';
import { startWorkbench, type Workbench } from './workbench.ts';

const browser = await startBrowser();

describe.skipIf(!browser)('weighing', () => {
  let workbench: Workbench;
  let id: string;
  beforeAll(async () => {
    workbench = await startWorkbench();
    id = (await workbench.call('weigh.list', {})).rows[0]!.id;
  });
  afterAll(async () => {
    await browser?.close();
    await workbench?.stop();
  });

  async function open(path: string, options: { colorScheme?: 'light' | 'dark'; width?: number } = {}) {
    const { colorScheme = 'light', width = 1280 } = options;
    const page = await browser!.newPage({ colorScheme, viewport: { width, height: 900 } });
    await page.goto(workbench.url + path);
    await page.locator('main h1').first().waitFor();
    return page;
  }

  test.each(['light', 'dark'] as const)('both pages, %s: no errors, accessible, also narrow', async (colorScheme) => {
    for (const path of ['/weigh', `/weigh/${id}`, `/weigh/${id}?without=E4`]) {
      const page = await open(path, { colorScheme, width: 700 });
      const faults = watch(page, workbench.url);
      await page.reload();
      await page.getByText('in South Korea in early 2017').first().waitFor();
      await page.waitForLoadState('networkidle');
      expect(await seriousFindings(page)).toEqual([]);
      expect(faults).toEqual([]);
      await page.close();
    }
  });

  test('the list says the answer and what it rests on, and opens the question', async () => {
    const page = await open('/weigh');
    const row = page.locator('tbody tr').first();
    await row.getByText('Espionage for the Chinese state: likely, 74 %').waitFor();
    await row.getByText('E4', { exact: true }).waitFor();
    await page.keyboard.press('j');
    await page.keyboard.press('Enter');
    await page.waitForURL(`**/weigh/${id}`);
    await page.close();
  });

  test('leaving a row out shows what would flip, and the address brings it back', async () => {
    const page = await open(`/weigh/${id}`);
    await page.getByText('is likely (74 %)').waitFor();
    await page.getByRole('button', { name: 'Leave out E4' }).click();
    await page.waitForURL('**/weigh/*?without=E4');
    await page.getByRole('status').getByText('H1 and H4 tie').waitFor();
    await page.getByText('No answer is likely.').waitFor();
    const again = await open(`/weigh/${id}?without=FireEye`);
    await again.getByRole('status').getByText('H1, H3 and H4 tie').waitFor();
    await again.close();
    await page.getByRole('button', { name: 'Take all in again' }).click();
    await page.getByText('is likely (74 %)').waitFor();
    await page.close();
  });

  test('a matrix is filled in by keyboard, and analysts stand side by side', async () => {
    const page = await open(`/weigh/${id}`);
    await page.locator('[data-cell="0 0"]').focus();
    await page.keyboard.press('ArrowDown');
    await page.keyboard.press('ArrowRight');
    await page.keyboard.press('5');
    await page.getByText('E2 against H2').first().waitFor();
    await expect.poll(async () => (await workbench.call('weigh.get', { id })).assessment.analysts.length).toBe(2);
    const { assessment, you } = await workbench.call('weigh.get', { id });
    expect(assessment.analysts.find(({ analyst }) => analyst === you)!.ratings).toEqual({ 'E2/H2': 'II' });
    await page.keyboard.press('Backspace');
    await expect
      .poll(
        async () =>
          (await workbench.call('weigh.get', { id })).assessment.analysts.find(({ analyst }) => analyst === you)
            ?.ratings,
      )
      .toEqual({});
    await page.close();
  });

  test('ratings that differ stand side by side', async () => {
    const { assessment, you } = await workbench.call('weigh.get', { id });
    const other = assessment.analysts.find(({ analyst }) => analyst !== you)!.ratings['E2/H2'];
    const body = other === 'II' ? 'CC' : 'II';
    await workbench.call('weigh.record', { id, entries: [{ part: 'rating', key: 'E2/H2', body }] });
    const page = await open(`/weigh/${id}`);
    const table = page.getByRole('table', { name: 'Ratings side by side where they differ' });
    await table
      .getByRole('row', { name: /E2 against H2/ })
      .getByRole('cell', { name: body, exact: true })
      .waitFor();
    expect(await table.getByRole('columnheader', { name: you, exact: true }).count()).toBe(1);
    await workbench.call('weigh.record', { id, entries: [{ part: 'rating', key: 'E2/H2', body: null }] });
    await page.close();
  });

  test('one who has not rated can be chosen, and everybody again', async () => {
    const page = await open(`/weigh/${id}?analyst=nobody-yet`);
    await page
      .getByText('is likely')
      .or(page.getByText('equally probable'))
      .or(page.getByText('not rated'))
      .first()
      .waitFor();
    expect((await workbench.call('weigh.get', { id, analyst: 'nobody-yet' })).analysts.length).toBeGreaterThan(0);
    await page.getByLabel('Ratings of').selectOption('');
    await page.getByText('is likely (74 %)').waitFor();
    await page.close();
  });

  test('the search box says what a field takes, and reads fields in an address', async () => {
    const page = await open('/statements?q=stance:denies');
    await page.getByText('under').first().waitFor();
    const box = page.getByLabel('Search statements');
    expect(await box.inputValue()).toBe('stance:denies');
    await box.fill('stance:denys');
    await page.getByRole('status').getByText('stance: takes').waitFor();
    expect(await seriousFindings(page)).toEqual([]);
    await page.close();
  });

  test('a statement becomes evidence of a new question', async () => {
    const page = await open('/weigh');
    await page.getByRole('button', { name: 'New question' }).click();
    await page.getByLabel('Question').fill('Was it really a false flag?');
    await page.getByLabel('Start from').selectOption('false-flag');
    await page.getByRole('button', { name: 'Ask' }).click();
    await page.getByText('No evidence yet').waitFor();
    const { rows } = await workbench.call('statements.search', { q: 'Shenyang', limit: 1 });
    const other = await open(`/statements?e=${rows[0]!.id}`);
    await other.getByRole('button', { name: 'Weigh this' }).click();
    await other.getByLabel('As evidence for').selectOption({ label: 'Was it really a false flag?' });
    await other.getByText('Added as E1.').waitFor();
    await other.getByRole('link', { name: 'Rate it' }).click();
    await other.getByText('E1 against H1').first().waitFor();
    await other.getByText(rows[0]!.quote.slice(0, 40)).first().waitFor();
    await other.close();
    await page.close();
  });

  test('an earlier day shows what was believed then, and takes no ratings', async () => {
    const page = await open(`/weigh/${id}?as_of=2017-04-21`);
    await page.getByText('The most probable is H4').waitFor();
    expect(await page.getByRole('button', { name: 'Add evidence' }).count()).toBe(0);
    await page.close();
  });

  test('the matrix is downloaded as CSV, the bar as a picture', async () => {
    for (const [choice, name] of [
      ['Data as CSV', 'weighing.csv'],
      ['Figure as PNG', 'weighing.png'],
    ] as const) {
      const page = await open(`/weigh/${id}`);
      await page.getByText('is likely (74 %)').waitFor();
      await page.getByRole('button', { name: 'Download' }).click();
      const [file] = await Promise.all([page.waitForEvent('download'), page.getByText(choice).click()]);
      expect(file.suggestedFilename()).toBe(name);
      await page.close();
    }
  });
});
