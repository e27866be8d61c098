import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { startBrowser } from './browser.ts';
import { startWorkbench, type Workbench } from './workbench.ts';

const browser = await startBrowser();

describe.skipIf(!browser)('reading and reviewing', () => {
  let workbench: Workbench;
  let page: Page;
  let id: string;
  beforeAll(async () => {
    workbench = await startWorkbench();
    const { rows } = await workbench.call('documents.list', { sort: 'statements', descending: true, limit: 1 });
    id = rows[0]!.id;
    page = await browser!.newPage({ viewport: { width: 1440, height: 900 } });
    await page.goto(`${workbench.url}/documents/${id}`);
    await page.locator('[data-card]').first().waitFor();
  });
  afterAll(async () => {
    await browser?.close();
    await workbench?.stop();
  });

  const focused = () => page.locator('[data-card][data-on]');
  const stored = async (statement: string) => (await workbench.call('statements.get', { id: statement })).review;
  const inFocus = async () => (await focused().getAttribute('data-card')) as string;

  test('every statement has a card and a mark, and no card covers another', async () => {
    const { all_statements: statements } = await workbench.call('documents.get', { id });
    expect(await page.locator('[data-card]').count()).toBe(statements.length);
    expect(await page.locator('[data-first]').count()).toBe(statements.length);
    const boxes = await page.evaluate<{ top: number; bottom: number }[]>(
      "[...document.querySelectorAll('[data-card]')].map((c) => { const { top, bottom } = c.getBoundingClientRect(); return { top, bottom }; })",
    );
    const sorted = boxes.sort((a, b) => a.top - b.top);
    for (let i = 1; i < sorted.length; i++) expect(sorted[i]!.top).toBeGreaterThanOrEqual(sorted[i - 1]!.bottom);
  });

  test('a accepts, x rejects, u undoes', async () => {
    await page.keyboard.press('j');
    const first = await inFocus();
    await page.keyboard.press('a');
    await focused().getByLabel('accepted').waitFor();
    await expect.poll(() => stored(first)).toBe('accepted');

    await page.keyboard.press('u');
    await focused().getByLabel('accepted').waitFor({ state: 'detached' });
    await expect.poll(() => stored(first)).toBe('unreviewed');

    await page.keyboard.press('x');
    await focused().getByLabel('rejected').waitFor();
    await expect.poll(() => stored(first)).toBe('rejected');
  });

  test('n goes to the next that nobody reviewed, and the address follows', async () => {
    const before = await inFocus();
    await page.keyboard.press('n');
    await expect.poll(inFocus).not.toBe(before);
    expect(new URL(page.url()).searchParams.get('s')).toBe(await inFocus());
  });

  test('c turns fields into inputs, refuses nonsense, keeps the old value behind the new one', async () => {
    const statement = await inFocus();
    await page.keyboard.press('c');
    const form = focused().locator('form');
    await form.getByLabel('Time', { exact: true }).fill('2017-13');
    await form.getByRole('alert').waitFor();
    expect(await form.getByRole('button', { name: 'Save correction' }).isDisabled()).toBe(true);
    await form.getByLabel('Time', { exact: true }).fill('2017-03');
    await form.getByLabel('Actor', { exact: true }).fill('Example Group');
    await form.getByRole('button', { name: 'Save correction' }).click();
    await focused().getByLabel('corrected').waitFor();
    await focused().getByText('Example Group').waitFor();
    await expect.poll(() => stored(statement)).toBe('corrected');
    const view = await workbench.call('statements.get', { id: statement });
    expect(view).toMatchObject({ actor: 'Example Group', time: '2017-03' });
    expect(Object.keys(view.before ?? {})).toContain('actor');
  });

  test('a click on the text brings the card, e brings the evidence, Escape closes it', async () => {
    const last = page.locator('[data-first]').last();
    const wanted = await last.getAttribute('data-first');
    await last.click();
    await expect.poll(inFocus).toBe(wanted);
    await page.keyboard.press('e');
    const drawer = page.getByRole('complementary', { name: 'Evidence' });
    await drawer.locator('mark').waitFor();
    await page.keyboard.press('Escape');
    await drawer.waitFor({ state: 'detached' });
  });

  test('what the program refuses is taken back and said', async () => {
    await page.route('**/api/actions/reviews.add', (route) =>
      route.fulfill({ status: 503, json: { ok: false, error: { code: 'unavailable', message: 'the disk is full' } } }),
    );
    await page.keyboard.press('a');
    await page.getByText('Not recorded: the disk is full').waitFor();
    await focused().getByLabel('accepted').waitFor({ state: 'detached' });
    await page.unroute('**/api/actions/reviews.add');
  });

  test('? shows the keys', async () => {
    await page.keyboard.press('?');
    await page.getByRole('dialog').getByText('next that nobody reviewed').waitFor();
    await page.keyboard.press('Escape');
    await page.getByRole('dialog').waitFor({ state: 'detached' });
  });
});
