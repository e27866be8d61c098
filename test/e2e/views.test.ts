import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { startBrowser } from './browser.ts';
import { startWorkbench, type Workbench } from './workbench.ts';

const browser = await startBrowser();

const NOTE = `Security firm Example Labs said on Monday that hackers linked to Russia broke into the finance ministry of Norway.
The Kremlin denied any involvement in the attack.`;

describe.skipIf(!browser)('finding, adding, comparing', () => {
  let workbench: Workbench;
  beforeAll(async () => {
    workbench = await startWorkbench();
  });
  afterAll(async () => {
    await browser?.close();
    await workbench?.stop();
  });

  async function open(path: string) {
    const page = await browser!.newPage({ viewport: { width: 1280, height: 800 } });
    await page.goto(workbench.url + path);
    await page.locator('main h1, main article').first().waitFor();
    return page;
  }

  test('the search box narrows the statements, and the address brings them back', async () => {
    const page = await open('/documents');
    await page.keyboard.press('/');
    await page.keyboard.type('stance:denies');
    await page.keyboard.press('Enter');
    await page.waitForURL('**/statements?stance=denies');
    const { total } = await workbench.call('statements.search', { stance: ['denies'], limit: 1 });
    expect(total).toBeGreaterThan(0);
    await page.getByText(`${total} statement`).first().waitFor();

    const other = await open(new URL(page.url()).pathname + new URL(page.url()).search);
    await other.getByText(`${total} statement`).first().waitFor();
    expect(await other.getByLabel('denies').isChecked()).toBe(true);
    expect(await other.locator('#search').inputValue()).toBe('stance:denies');
    const stances = await other
      .locator('[role=row] [data-stance]')
      .evaluateAll((rows) => rows.map((row) => row.getAttribute('data-stance')));
    expect(new Set(stances)).toEqual(new Set(['denies']));
    await page.close();
    await other.close();
  });

  test('j and k move through the table, Enter opens the reader on that statement', async () => {
    const page = await open('/statements');
    await page.locator('[role=row][data-index="0"]').waitFor();
    await page.keyboard.press('j');
    await page.keyboard.press('j');
    await page.keyboard.press('k');
    await page.locator('[role=row][data-index="0"]:focus').waitFor();
    await page.keyboard.press('Enter');
    await page.waitForURL('**/documents/*?s=*');
    await page.locator('[data-card][data-on]').waitFor();
    await page.close();
  });

  test('pasted text is read and opens in the reader', async () => {
    const page = await open('/documents');
    await page.getByRole('button', { name: 'Add documents' }).click();
    await page.getByLabel('Paste the address or the text').fill(NOTE);
    await page.getByRole('button', { name: 'Read text' }).click();
    await page.waitForURL(/\/documents\/[^?]+/);
    await page.getByRole('article', { name: 'Text' }).getByText('Example Labs').first().waitFor();
    expect(await page.locator('[data-card]').count()).toBeGreaterThan(0);
    await page.close();
  });

  test('a file dropped on any page is read; one that cannot be says why and stops nothing', async () => {
    const page = await open('/timeline');
    const files = await page.evaluateHandle(`(() => {
      const transfer = new DataTransfer();
      transfer.items.add(new File([new Uint8Array([0, 1, 2, 3, 255, 0, 7])], 'noise.bin'));
      transfer.items.add(new File(['A spokesman for Example Bank said hackers stole 40 files in May 2016.'], 'note.txt', { type: 'text/plain' }));
      return transfer;
    })()`);
    await page.dispatchEvent('body', 'dragover', { dataTransfer: files });
    await page.getByText('Drop to read').waitFor();
    await page.dispatchEvent('body', 'drop', { dataTransfer: files });
    const queue = page.getByRole('region', { name: 'Documents being added' });
    await queue.getByText(/^Added/).waitFor();
    await queue.getByText('noise.bin').first().waitFor();
    await queue.locator('[data-severity], [role=alert]').first().waitFor();
    await queue.locator('li', { hasText: 'note.txt' }).getByRole('link').click();
    await page.getByText('stole 40 files').first().waitFor();
    await page.close();
  });

  test('statements without a date stand in the margin of the timeline, dated ones on the axis', async () => {
    // Times of each precision, as an analyst would set them: what the reader found is not the matter here.
    const { rows } = await workbench.call('statements.search', { kind: ['intrusion'], limit: 3 });
    for (const [i, time] of ['2017-03-15', '2017-03', '2016'].entries()) {
      const corrected = { time };
      await workbench.call('reviews.add', { statement_id: rows[i]!.id, verdict: 'correct', corrected });
    }
    const { dated, undated_total: undated } = await workbench.call('timeline.get', {});
    const page = await open('/timeline');
    await page.locator('[data-undated]').first().waitFor();
    expect(undated).toBeGreaterThan(0);
    expect(new Set(dated.map((s) => s.when?.precision))).toContain('month');
    await page.locator('[data-precision="month"]').first().waitFor();
    const right = await page.evaluate<number>(
      "Math.max(...[...document.querySelectorAll('[data-undated]')].map((m) => m.getBoundingClientRect().right))",
    );
    const left = await page.evaluate<number>(
      "Math.min(...[...document.querySelectorAll('[data-precision]')].map((m) => m.getBoundingClientRect().left))",
    );
    expect(right).toBeLessThan(left);
    await page.locator('[data-undated]').first().click();
    await page.getByRole('complementary', { name: 'Evidence' }).locator('mark').waitFor();
    await page.close();
  });

  test('contradictions stand side by side, and beside the statement in the reader', async () => {
    const { pairs } = await workbench.call('statements.contradictions', { limit: 1 });
    expect(pairs.length).toBe(1);
    const { a, b } = pairs[0]!;
    const page = await open('/contradictions');
    const pair = page.locator('main li').first();
    await pair.getByText(a.quote.slice(0, 40)).first().waitFor();
    await pair.getByText(b.quote.slice(0, 40)).first().waitFor();
    await page.goto(`${workbench.url}/documents/${a.document_id}?s=${a.id}`);
    await page
      .locator('[data-card][data-on]')
      .getByText(/against it/i)
      .waitFor();
    await page.close();
  });

  test('the as-of day goes along to every page until one goes back to now', async () => {
    const page = await open('/documents?as_of=2017-03-31');
    const { total } = await workbench.call('documents.list', { as_of: '2017-03-31' });
    await page.getByText(`${total} document`).first().waitFor();
    await page.getByRole('link', { name: /^Statements/ }).click();
    await page.waitForURL('**/statements?as_of=2017-03-31');
    await page.getByRole('button', { name: 'Back to now' }).click();
    await page.waitForURL((url) => !url.searchParams.has('as_of'));
    await page.close();
  });

  test('on a past day cases recorded since are not there, the rail counts nothing, the journal says it shows all', async () => {
    const page = await open('/cases?as_of=2017-03-31');
    await page.getByText('No case was recorded by that day').waitFor();
    expect(await page.getByRole('link', { name: 'Statements', exact: true }).textContent()).toBe('Statements');
    await page.getByRole('link', { name: 'Journal' }).click();
    await page.getByText('all there are').waitFor();
    await page.close();
  });

  test('a day that is none is said to be none, in an address and in the field', async () => {
    const page = await open('/documents?as_of=2017-13-45');
    await page.getByRole('status').getByText('“2017-13-45” is no day').waitFor();
    await page.getByLabel('As of').fill('2017-02-30');
    await page.getByLabel('As of').press('Enter');
    await page.getByText('no such day').waitFor();
    await page.getByLabel('As of').fill('2017-02');
    await page.getByLabel('As of').press('Enter');
    await page.getByText('This is what was known on 2017-02-28').waitFor();
    await page.close();
  });

  test('a name opens the statements it stands for', async () => {
    const page = await open('/names?role=speaker');
    const { rows } = await workbench.call('names.list', { role: 'speaker', limit: 5 });
    const row = rows.find(({ name }) => name !== 'narrator')!;
    await page.getByRole('link', { name: row.name, exact: true }).click();
    await page.waitForURL('**/statements?speaker=*');
    await page.getByText(/\d+ statements? of/).waitFor();
    await page.close();
  });

  test('the table is downloaded as CSV under its filter, the timeline as a picture', async () => {
    const page = await open('/statements?stance=denies');
    await page.getByRole('button', { name: 'Download' }).click();
    const [csv] = await Promise.all([page.waitForEvent('download'), page.getByText('Data as CSV').click()]);
    expect(csv.suggestedFilename()).toBe('statements.csv');
    await page.goto(`${workbench.url}/timeline`);
    await page.locator('[data-undated]').first().waitFor();
    await page.getByRole('button', { name: 'Download' }).click();
    const [png] = await Promise.all([page.waitForEvent('download'), page.getByText('Figure as PNG').click()]);
    expect(png.suggestedFilename()).toBe('timeline.png');
    await page.close();
  });
});
