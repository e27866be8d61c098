import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { EXAMPLE_INTRUSION } from '../../src/report/bulletin/example.fixture.ts';
import { openLedger } from '../../src/store/open.ts';
import { longwatch, temporaryFolder } from './run.ts';

test('a bulletin of a case of the ledger, by its name, in any form', async () => {
  using folder = temporaryFolder();
  const ledger = await openLedger({ home: join(folder.path, 'home') });
  const body = { intrusions: [EXAMPLE_INTRUSION], left_out: [], findings: 5, read: { events: 9, files: 2 } };
  await ledger.recordCase('mill', [{ part: 'logs', body }], 'tester');
  await ledger.close();
  const told = await longwatch(folder.path, ['case', 'bulletin', 'mill', '--tlp', 'GREEN', '--sector', 'energy']);
  expect(told).toMatchObject({ code: 0, stderr: '' });
  expect(told.stdout).toMatch(/^# Case bulletin mill\n\n\*\*TLP:GREEN\*\*/);
  expect(told.stdout).toContain('the sector energy');
  expect(
    await longwatch(folder.path, ['case', 'bulletin', 'mill', '--format', 'pdf', '--out', 'mill.pdf']),
  ).toMatchObject({ code: 0 });
  expect(readFileSync(join(folder.path, 'mill.pdf')).subarray(0, 5).toString()).toBe('%PDF-');
  const second = await longwatch(folder.path, ['case', 'bulletin', 'mill', '--intrusion', '2']);
  expect(second).toMatchObject({ code: 2, stdout: '' });
  expect((await longwatch(folder.path, ['case', 'bulletin', 'port'])).stderr).toMatch(/port/);
}, 120_000);
