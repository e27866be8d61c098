import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { startBrowser } from './browser.ts';
import { seriousFindings, watch } from './watch.ts';
import { startWorkbench, type Workbench } from './workbench.ts';

const browser = await startBrowser();

describe.skipIf(!browser)('actors', () => {
  let workbench: Workbench;
  beforeAll(async () => {
    workbench = await startWorkbench();
  });
  afterAll(async () => {
    await browser?.close();
    await workbench?.stop();
  });

  test.each(['light', 'dark'] as const)(
    'pages of actors, %s: no errors, nothing from elsewhere, accessible',
    async (theme) => {
      for (const [path, words] of [
        ['/actors', 'Also called'],
        ['/actors?disputed=true&policy=misp', 'names that one list gives'],
        ['/actors?country=CN', 'Who accuses China'],
        ['/actors/APT10', 'Who is said to be behind it'],
        ['/actors/APT29?policy=misp', 'also carried by'],
        ['/actors/APT10?e=%3Dattack%2Fgroups%3AG0045', 'entry “menuPass”'],
        ['/actors/Nobody', 'Nobody is called'],
      ] as const) {
        const page = await browser!.newPage({ colorScheme: theme, viewport: { width: 1280, height: 800 } });
        const faults = watch(page, workbench.url);
        await page.goto(workbench.url + path);
        await page.locator('main, aside').getByText(words).first().waitFor();
        await page.waitForLoadState('networkidle');
        expect(await seriousFindings(page), path).toEqual([]);
        // An actor that is not there is answered with 404, which the browser reports.
        if (!path.endsWith('Nobody')) expect(faults, path).toEqual([]);
        await page.close();
      }
    },
  );

  test('who says that APT10 works for China, and what exactly, in three clicks', async () => {
    const page = await browser!.newPage({ viewport: { width: 1280, height: 800 } });
    await page.goto(workbench.url);
    await page.getByRole('navigation', { name: 'Pages' }).getByText('Actors').click();
    await page.getByRole('link', { name: 'APT10', exact: true }).click();
    const claim = page.locator('article', { has: page.getByRole('heading', { name: /^China/ }) });
    await claim.getByText('PwC and BAE Systems').waitFor();
    expect(await claim.getByText('defense ministry').count()).toBeGreaterThan(0);
    await claim.getByText('PwC and BAE Systems').click();
    const drawer = page.getByRole('complementary', { name: 'Evidence' });
    await drawer.getByText('assess that the group is most likely based in China').waitFor();
    await page.close();
  });

  test('switching the naming policy regroups names, goes into the address and is kept', async () => {
    const page = await browser!.newPage({ viewport: { width: 1280, height: 800 } });
    await page.goto(`${workbench.url}/actors/Tonto%20Team`);
    await page.getByRole('heading', { name: 'Kept apart' }).waitFor();
    const names = page.locator('table').first().locator('tbody th');
    expect(await names.allTextContents()).not.toContain('TAG-74');
    await page.getByLabel('Naming policy').selectOption('misp');
    await names.getByText('TAG-74').waitFor();
    expect(page.url()).toContain('policy=misp');
    await page.getByRole('navigation', { name: 'Pages' }).getByText('Statements').click();
    await page.getByRole('heading', { name: 'Statements' }).waitFor();
    expect(page.url()).toContain('policy=misp');
    await page.goto(`${workbench.url}/actors`);
    await page.waitForURL(/policy=misp/);
    await page.close();
  });

  test('a tie between two names opens what is cited for it', async () => {
    const page = await browser!.newPage({ viewport: { width: 1280, height: 800 } });
    await page.goto(`${workbench.url}/actors/Tonto%20Team`);
    const row = page.locator('tr', { has: page.getByRole('rowheader', { name: 'CactusPete' }) });
    await row.getByRole('button').click();
    await page.getByRole('button', { name: /^MITRE · Tonto Team the same as CactusPete/ }).click();
    const drawer = page.getByRole('complementary', { name: 'Evidence' });
    await drawer.getByText('securelist.com').first().waitFor();
    await page.close();
  });

  test('a technique opens the reports that are cited for it', async () => {
    const page = await browser!.newPage({ viewport: { width: 1280, height: 800 } });
    await page.goto(`${workbench.url}/actors/APT10`);
    await page
      .getByRole('button', { name: /^T1078 Valid Accounts/ })
      .first()
      .click();
    await page.getByRole('region', { name: 'T1078 Valid Accounts' }).getByText('cited by MITRE').waitFor();
    await page.close();
  });
});
