import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { EXAMPLE_INTRUSION } from '../../src/report/bulletin/example.fixture.ts';
import { startBrowser } from './browser.ts';
import { seriousFindings, watch } from './watch.ts';
import { startWorkbench, type Workbench } from './workbench.ts';

const browser = await startBrowser();

describe.skipIf(!browser)('every page', () => {
  let workbench: Workbench;
  let reader: string;
  let weighing: string;
  beforeAll(async () => {
    workbench = await startWorkbench();
    const { rows } = await workbench.call('documents.list', { sort: 'statements', descending: true, limit: 1 });
    reader = `/documents/${rows[0]?.id}`;
    weighing = `/weigh/${(await workbench.call('weigh.list', {})).rows[0]?.id}`;
    const read = { events: 10, files: 1 };
    const logs = { intrusions: [EXAMPLE_INTRUSION], left_out: [], findings: 5, read };
    await workbench.call('cases.record', { name: 'example', parts: [{ part: 'logs', body: logs }] });
  });
  afterAll(async () => {
    await browser?.close();
    await workbench?.stop();
  });

  const pages: readonly (readonly [string, () => string, string])[] = [
    ['Documents', () => '/documents', 'Documents'],
    ['the reader', () => reader, 'reviewed'],
    ['Statements', () => '/statements', 'Statements'],
    ['Statements with evidence', () => '/statements?e=%3Fstance%3Adenies', 'Evidence'],
    ['Names', () => '/names?role=actor', 'Names'],
    ['Cases', () => '/cases', 'Cases'],
    ['a case', () => '/cases/example', 'host controlled'],
    ['the path of a case', () => '/cases/example?tab=path', 'T1190'],
    ['the relays of a case', () => '/cases/example?tab=relays', 'By address'],
    ['the bulletin of a case', () => '/cases/example?tab=bulletin', 'The lint finds no fault'],
    ['Timeline', () => '/timeline', 'Timeline'],
    ['Timeline as a table', () => '/timeline?view=table', 'Timeline'],
    ['Contradictions', () => '/contradictions', 'Contradictions'],
    ['Disputes', () => '/disputes?a=CN&b=KR&trigger=2017-02-28&window=12m', 'China and South Korea'],
    ['Question', () => '/question', 'Question'],
    ['Countries', () => '/countries', 'Countries'],
    ['Rank', () => '/rank', 'Whom does it look like?'],
    ['a ranking', () => '/rank?techniques=T1566.001&software=PlugX&software=RedLeaves', 'What speaks for whom'],
    ['Weigh', () => '/weigh', 'Weigh'],
    ['Journal', () => '/journal', 'Journal'],
    ['Documents on a past day', () => '/documents?as_of=2017-04-22', 'what was known on'],
    ['an address that leads nowhere', () => '/nowhere', 'no such page'],
  ];
  const themes = ['light', 'dark'] as const;

  test.each(pages.flatMap(([name, path, words]) => themes.map((theme) => ({ name, theme, path, words }))))(
    '$name, $theme: no errors, nothing from elsewhere, accessible',
    async ({ theme, path, words }) => {
      const page = await browser!.newPage({ colorScheme: theme, viewport: { width: 1280, height: 800 } });
      const faults = watch(page, workbench.url);
      await page.goto(workbench.url + path());
      await page.locator('main, aside, [role=status]').getByText(words).filter({ visible: true }).first().waitFor();
      await page.waitForLoadState('networkidle');
      expect(await seriousFindings(page)).toEqual([]);
      expect(faults).toEqual([]);
      await page.close();
    },
  );

  test('a naming policy chosen in the header breaks no page, then or on the next visit', async () => {
    const page = await browser!.newPage();
    const faults = watch(page, workbench.url);
    await page.goto(`${workbench.url}/documents`);
    await page.getByLabel('Naming policy').selectOption('misp');
    await page.waitForURL(/policy=misp/);
    for (const [name, path, words] of pages) {
      await page.goto(workbench.url + path());
      if (path() !== '/nowhere') await page.waitForURL(/policy=misp/);
      await page.locator('main, aside, [role=status]').getByText(words).filter({ visible: true }).first().waitFor();
      await page.waitForLoadState('networkidle');
      expect({ name, faults, failed: await page.getByRole('alert').allTextContents() }).toEqual({
        name,
        faults: [],
        failed: [],
      });
    }
    await page.close();
  });

  test('every page names the window; at 420 pixels none is wider than it, nor is what it shows', async () => {
    const page = await browser!.newPage({ viewport: { width: 420, height: 900 } });
    const more = [
      ['Actors', () => '/actors', 'Also called'],
      ['an actor', () => '/actors/APT10', 'Who is said to be behind it'],
      ['a question to weigh', () => weighing, 'in South Korea in early 2017'],
    ] as const;
    const wide: Record<string, unknown> = {};
    for (const [name, path, words] of [...pages, ...more]) {
      await page.goto(workbench.url + path());
      await page.locator('main, aside, [role=status]').getByText(words).filter({ visible: true }).first().waitFor();
      await page.waitForLoadState('networkidle');
      const widths = await page.evaluate<number[]>(
        "[document.documentElement, document.querySelector('main')].map(({ scrollWidth }) => scrollWidth)",
      );
      expect(await page.title(), name).toMatch(/^.+ · Longwatch$/);
      if (Math.max(...widths) > 420) wide[name] = widths;
    }
    expect(wide).toEqual({});
    expect(await page.getByLabel('Naming policy').isVisible()).toBe(true);
    await page.close();
  });

  test('the theme switch goes before the system and is remembered', async () => {
    const page = await browser!.newPage({ colorScheme: 'light' });
    await page.goto(`${workbench.url}/documents`);
    const ground = () => page.evaluate<string>('getComputedStyle(document.documentElement).backgroundColor');
    const light = await ground();
    await page.getByTitle('Theme').selectOption('dark');
    const dark = await ground();
    expect(dark).not.toBe(light);
    await page.reload();
    expect(await ground()).toBe(dark);
    await page.close();
  });

  test('an empty ledger says what to do next', async () => {
    const empty = await startWorkbench({ sample: false });
    const page = await browser!.newPage();
    await page.goto(empty.url);
    await page.getByText('The ledger is empty').waitFor();
    expect(await page.getByRole('button', { name: 'Choose files' }).isVisible()).toBe(true);
    await page.close();
    await empty.stop();
  });
});
