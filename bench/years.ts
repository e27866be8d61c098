/**
 * What yearly figures cost: answers of the ledger and of the analysis, against counting facets of the same ledger, in turns.
 *
 *   npx tsx bench/years.ts [DOCUMENTS]
 *
 * DOCUMENTS (2,000 unless given) have 50 statements each. Every run asks after a change, so that nothing kept answers. Prints the
 * median and the spread of the ratio; times are printed for orientation alone.
 */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { reportedAttacks, statedFigures, yearReport } from '../src/analysis/years/index.ts';
import { YEAR_SPLITS, type YearSplit } from '../src/model/year.ts';
import type { LedgerEntry } from '../src/store/ledger.ts';
import { openLedger } from '../src/store/open.ts';
import { EACH, synthetic } from './synthetic.ts';

const DOCUMENTS = Number(process.argv[2] ?? 2_000);
const BATCH = 50;
const ROUNDS = 5;
const ASKED = { counter: null, unit: null, from: null, to: null, accused: null, target: null };

const home = mkdtempSync(join(tmpdir(), 'longwatch-bench-years-'));
const ledger = await openLedger({ home });
for (let from = 0; from < DOCUMENTS; from += BATCH)
  await ledger.add(
    Array.from({ length: Math.min(BATCH, DOCUMENTS - from) }, (_, i) => withCounts(synthetic(from + i), from + i)),
    'bench',
  );
console.log(`${DOCUMENTS * EACH} statements in ${DOCUMENTS} documents, embedded database; ${ROUNDS} rounds in turns`);
const { rows } = await ledger.statements({ limit: 1 });
for (const by of YEAR_SPLITS) await compare(by);
await ledger.close();
rmSync(home, { recursive: true, force: true });

/** Every tenth report gives a number of attacks for its year. */
function withCounts(entry: LedgerEntry, n: number): LedgerEntry {
  if (n % 10 > 0) return entry;
  const [first, ...rest] = entry.reading.statements;
  const counted = {
    ...first!,
    kind: 'trend' as const,
    stance: 'asserts' as const,
    time: `20${10 + (n % 14)}`,
    quantities: [{ value: 100 + n, unit: 'attack', bound: 'exact' as const }],
  };
  return { ...entry, reading: { ...entry.reading, statements: [counted, ...rest] } };
}

async function compare(by: YearSplit): Promise<void> {
  const ratios: number[] = [];
  const times: number[] = [];
  let said = '';
  for (let round = 0; round < ROUNDS; round++) {
    await change(round);
    const years = await timed(async () => {
      const series = reportedAttacks(await ledger.attackClaims(by, {}), by);
      const report = yearReport([series], statedFigures(await ledger.countedClaims({}), []), {
        ...ASKED,
        by,
        most: 40,
      });
      said = `${report.series[0]!.all.total} counted, ${report.stated.length} stated`;
    });
    const facets = await timed(() => ledger.facets({}));
    ratios.push(years / facets);
    times.push(years);
  }
  ratios.sort((a, b) => a - b);
  times.sort((a, b) => a - b);
  const middle = ROUNDS >> 1;
  console.log(
    `  by ${by.padEnd(8)} ${ratios[middle]!.toFixed(2)} of facets (${ratios[0]!.toFixed(2)} to ${ratios.at(-1)!.toFixed(2)}), median ${times[middle]!.toFixed(0)} ms; ${said}`,
  );
}

function change(n: number): Promise<unknown> {
  return ledger.review({
    statement_id: rows[0]!.id,
    analyst: 'bench',
    verdict: n % 2 ? 'accept' : 'correct',
    corrected: n % 2 ? null : { target: `Port ${n}` },
    note: null,
  });
}

async function timed(run: () => Promise<unknown>): Promise<number> {
  const start = performance.now();
  await run();
  return performance.now() - start;
}
