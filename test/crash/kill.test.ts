import { spawn } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, expect, test } from 'vitest';
import { whoHolds } from '../../src/store/lock.ts';
import { openLedger } from '../../src/store/open.ts';
import { mix32 } from '../../src/store/words.ts';
import { collect } from '../contracts/ledger-contents.ts';

const KILLS = 5;
const SEED = 20240501;
const home = mkdtempSync(join(tmpdir(), 'longwatch-crash-'));
afterAll(() => rmSync(home, { recursive: true, force: true }));

test(`nothing that was acknowledged is lost when the process is killed, ${KILLS} times over`, {
  timeout: 120_000,
}, async () => {
  const acknowledged: string[] = [];
  for (let round = 0; round < KILLS; round++) {
    const delay = (mix32(SEED + round) >>> 0) % 400;
    const { ids, pid } = await killedWriter(round * 100_000, delay);
    acknowledged.push(...ids);
    expect(whoHolds(home), `the lock of process ${pid} outlived it`).toBeNull();
    const ledger = await openLedger({ home });
    try {
      const { rows, total } = await ledger.documents({ limit: 1000 });
      const there = new Set(rows.map((row) => row.id));
      expect(acknowledged.filter((id) => !there.has(id))).toEqual([]);
      // At most the one document of each round that was being answered when the process died comes on top.
      expect(total - acknowledged.length).toBeLessThanOrEqual(round + 1);
      const statements = await ledger.statements({ q: 'hackers', limit: 1000 });
      expect(statements.total).toBe(total);
      expect((await ledger.status()).statements).toBe(total);
      const added = (await ledger.journal(0, 1000)).rows.filter((line) => line.action === 'documents.add');
      expect(new Set(added.map((line) => line.subject))).toEqual(there);
      for (const id of acknowledged.slice(-3)) expect((await ledger.document(id)).all_statements).toHaveLength(1);
    } finally {
      await ledger.close();
    }
  }
  expect(acknowledged.length).toBeGreaterThan(KILLS);
  const ledger = await openLedger({ home });
  const lines = await collect(ledger.dump());
  await ledger.close();
  expect(lines.filter((line) => line.startsWith('["documents"')).length).toBeGreaterThanOrEqual(acknowledged.length);
});

/** Runs the writer until some time after its first acknowledgement and kills it without warning. */
async function killedWriter(from: number, delay: number): Promise<{ ids: readonly string[]; pid: number }> {
  const child = spawn(
    process.execPath,
    ['--import', 'tsx', join(import.meta.dirname, 'writer.ts'), home, String(from)],
    {
      stdio: ['ignore', 'pipe', 'inherit'],
    },
  );
  let out = '';
  const gone = new Promise((resolve) => child.once('close', resolve));
  await new Promise<void>((resolve) => {
    child.stdout.on('data', (data: Buffer) => {
      out += data.toString();
      if (out.split('\n').length > 2) resolve();
    });
    child.once('close', () => resolve());
  });
  await new Promise((resolve) => setTimeout(resolve, delay));
  child.kill('SIGKILL');
  await gone;
  // A line that was cut off was not acknowledged.
  const ids = out.split('\n').slice(1, -1);
  return { ids, pid: child.pid! };
}
