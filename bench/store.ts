/**
 * How fast the ledger is: synthetic statements are added, searched and paged on the embedded database and on PostgreSQL.
 *
 *   npx tsx bench/store.ts [SCALE] [pglite|postgres]
 *
 * SCALE 1 (the default) is 2,000 documents with 50 statements each. Prints milliseconds (median of the runs), rows a second and
 * the memory of the process. PostgreSQL is the one of the test suite, see test/contracts/postgres-server.ts.
 */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Ledger } from '../src/store/ledger.ts';
import { openLedger } from '../src/store/open.ts';
import { startServer } from '../test/contracts/postgres-server.ts';
import { EACH, synthetic } from './synthetic.ts';

const scale = Number(process.argv[2] ?? 1);
const only = process.argv[3];
const DOCUMENTS = Math.round(2_000 * scale);
/** Documents one call adds. */
const BATCH = 50;

if (only !== 'postgres') await embedded();
if (only !== 'pglite') await served();

async function embedded(): Promise<void> {
  const home = mkdtempSync(join(tmpdir(), 'longwatch-bench-'));
  console.log(`\npglite, ${DOCUMENTS * EACH} statements in ${DOCUMENTS} documents`);
  const before = performance.now();
  const first = await openLedger({ home, note: (text) => console.log(`  ${text}`) });
  line('first open of a new folder', performance.now() - before);
  await first.close();
  let ledger = await timed('reopen, empty', () => openLedger({ home }));
  await measure(ledger);
  await timed('close', () => ledger.close());
  ledger = await timed('reopen, full', () => openLedger({ home }));
  await ledger.close();
  rmSync(home, { recursive: true, force: true });
}

async function served(): Promise<void> {
  const server = await startServer();
  if (typeof server === 'string') return console.log(`\npostgres: left out, ${server}`);
  console.log(`\npostgres, ${DOCUMENTS * EACH} statements in ${DOCUMENTS} documents`);
  const ledger = await timed('open', () => openLedger({ databaseUrl: server.url }));
  await measure(ledger);
  await ledger.close();
  await server.stop();
}

async function measure(ledger: Ledger): Promise<void> {
  const start = performance.now();
  let waited = 0;
  for (let from = 0; from < DOCUMENTS; from += BATCH) {
    const entries = Array.from({ length: Math.min(BATCH, DOCUMENTS - from) }, (_, i) => synthetic(from + i));
    const sent = performance.now();
    await ledger.add(entries, 'bench');
    waited += performance.now() - sent;
  }
  line(`add, ${BATCH} documents a call`, waited, (DOCUMENTS * EACH * 1000) / waited);
  if (performance.now() - start > 2 * waited) console.log('  (making the input took longer than adding it)');
  await timed('add one more document', () => ledger.add([synthetic(DOCUMENTS)], 'bench'));
  const total = DOCUMENTS * EACH;
  const { rows } = await ledger.statements({ limit: 60 });
  for (const row of rows.slice(0, 30))
    await ledger.review({ statement_id: row.id, analyst: 'bench', verdict: 'accept', corrected: null, note: null });
  const change = () =>
    ledger.review({
      statement_id: rows[31]!.id,
      analyst: 'bench',
      verdict: 'correct',
      corrected: { target: 'Port of Nowhere' },
      note: null,
    });
  await median('review', change);
  const fresh = () => ({ before: `${2100 + Math.floor(Math.random() * 7000)}-01-01` });
  await median('statements, first page (50)', () => ledger.statements({}));
  await median('statements, first page, new filter', () => ledger.statements({ ...fresh() }));
  await median('statements, deep page', () => ledger.statements({ offset: Math.round(total * 0.9) }));
  await median('statements, deep page of 200', () =>
    ledger.statements({ offset: Math.round(total * 0.7), limit: 200 }),
  );
  await median('statements by time, first page', () => ledger.statements({ sort: 'time' }));
  await median('statements by time, deep page', () =>
    ledger.statements({ sort: 'time', offset: Math.round(total * 0.8) }),
  );
  await median('full text, rare word', () => ledger.statements({ q: 'topic1234', ...fresh() }));
  await median('full text, common words', () => ledger.statements({ q: 'engineers certificate', ...fresh() }));
  await median('full text, phrase', () => ledger.statements({ q: '"stolen certificate"', ...fresh() }));
  await median('substring of the speaker', () => ledger.statements({ speaker: 'yst 17', ...fresh() }));
  await median('substring of the target', () => ledger.statements({ target: 'ompany 4', ...fresh() }));
  await median('kind, stance and country', () =>
    ledger.statements({ kind: ['intrusion'], stance: ['denies'], country: 'KR', ...fresh() }),
  );
  await median('as of a day', () => ledger.statements({ as_of: '2016-06-30', ...fresh() }));
  await median('facets of everything, after a change', () => ledger.facets({}), change);
  await median('timeline (500)', () => ledger.timeline({}));
  await median('names of speakers, after a change', () => ledger.names({ role: 'speaker' }), change);
  await median('names of speakers, unchanged', () => ledger.names({ role: 'speaker' }));
  await median('names of targets, after a change', () => ledger.names({ role: 'target' }), change);
  await median('contradictions', () => ledger.contradictions({}));
  await median('documents, first page', () => ledger.documents({}));
  await median('documents, full text', () => ledger.documents({ q: 'topic77' }));
  await median('one document', () => ledger.document(rows[0]!.document_id));
  await median('status', () => ledger.status());
  const { total: pairs } = await ledger.contradictions({}, 1);
  console.log(`  ${pairs} contradictions; memory of this process ${(process.memoryUsage().rss / 1e6).toFixed(0)} MB`);
}

/** `before` runs ahead of each run, outside its time: the ledger keeps some answers until it changes. */
async function median(label: string, run: () => Promise<unknown>, before?: () => Promise<unknown>): Promise<void> {
  const times: number[] = [];
  for (let i = 0; i < 5; i++) {
    await before?.();
    const start = performance.now();
    await run();
    times.push(performance.now() - start);
  }
  times.sort((a, b) => a - b);
  line(label, times[2]!);
}

async function timed<T>(label: string, run: () => Promise<T>): Promise<T> {
  const start = performance.now();
  const result = await run();
  line(label, performance.now() - start);
  return result;
}

function line(label: string, ms: number, rate?: number): void {
  console.log(
    `  ${label.padEnd(38)} ${ms.toFixed(ms < 10 ? 1 : 0).padStart(8)} ms${rate ? `  ${rate.toFixed(0)} rows/s` : ''}`,
  );
}
