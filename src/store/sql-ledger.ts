import { sql } from 'kysely';
import type { SystemStatus } from '../model/view.ts';
import type { Db } from './database.ts';
import { dumpLines, restoreLines } from './dump.ts';
import type { Ledger } from './ledger.ts';
import { attackSeries } from './read/attacks.ts';
import { Cache, inOrder } from './read/cache.ts';
import { caseByName, caseRecords, keptRecords } from './read/cases.ts';
import { documentById, documentBytes, documentPage } from './read/documents.ts';
import { indicatorPage } from './read/indicators.ts';
import { contradictionPairs, facetCounts, journalPage, ledgerStatus, timelineOf } from './read/lists.ts';
import { dataOf, datasetRows, measuredClaims } from './read/measure.ts';
import { namePage } from './read/names.ts';
import { statementById, statementPage } from './read/statements.ts';
import { weighingById, weighingRecords } from './read/weighings.ts';
import { attackClaims, countedClaims, disputesOf, statementsBySeq } from './read/years.ts';
import { addEntries } from './write/add.ts';
import { recordCase } from './write/case.ts';
import { addData } from './write/data.ts';
import { recordReview } from './write/review.ts';
import { recordWeighing } from './write/weighing.ts';

export interface SqlLedgerOptions {
  readonly db: Db;
  readonly engine: SystemStatus['engine'];
  readonly now: () => Date;
  /** Called after every write. */
  readonly written?: () => Promise<void>;
  readonly close: () => Promise<void>;
}

/** The ledger over a database whose schema is up to date. */
export function sqlLedger({ db, engine, now, written = async () => {}, close }: SqlLedgerOptions): Ledger {
  const cache = new Cache();
  const recorded = () => now().toISOString();
  const disputes = (filter: { readonly as_of?: string }) =>
    cache.get(db, ['disputes', inOrder(filter)], () => disputesOf(db, filter));
  return {
    engine,
    add: async (entries, analyst) => {
      const result = await addEntries(db, entries, { analyst, recorded: recorded() });
      await written();
      return result;
    },
    documents: (query) => documentPage(db, query),
    document: (id, asOf) => documentById(db, id, asOf),
    bytes: (id) => documentBytes(db, id),
    statements: (query) => statementPage(db, cache, query),
    statement: (id, asOf) => statementById(db, id, asOf),
    facets: (filter) => cache.get(db, ['facets', inOrder(filter)], () => facetCounts(db, filter)),
    contradictions: (filter, limit) => contradictionPairs(db, filter, limit),
    timeline: (filter, limit) => timelineOf(db, filter, limit),
    names: (query) => cache.get(db, ['names', inOrder(query)], () => namePage(db, query)),
    indicators: (query) => indicatorPage(db, query),
    review: async (review) => {
      await recordReview(db, review, recorded());
      await written();
      return statementById(db, review.statement_id);
    },
    recordWeighing: async (id, entries, analyst) => {
      const weighing = await recordWeighing(db, id, entries, { analyst, recorded: recorded() });
      await written();
      return weighing;
    },
    weighings: (asOf) => weighingRecords(db, asOf),
    weighing: (id, asOf) => weighingById(db, id, asOf),
    addData: async (data, from, analyst) => {
      const result = await addData(db, data, from, { analyst, recorded: recorded() });
      await written();
      return result;
    },
    datasets: () => datasetRows(db),
    data: (dataset) => dataOf(db, dataset),
    measured: (query) => measuredClaims(db, query),
    attackSeries: (query) => attackSeries(db, query),
    attackClaims: (by, filter) =>
      cache.get(db, ['attackClaims', by, inOrder(filter)], async () =>
        attackClaims(db, by, filter, await disputes(filter)),
      ),
    countedClaims: (filter) =>
      cache.get(db, ['countedClaims', inOrder(filter)], async () => countedClaims(db, filter, await disputes(filter))),
    statementsBySeq: (seqs, filter) => statementsBySeq(db, seqs, filter),
    recordCase: async (name, parts, analyst) => {
      await recordCase(db, name, parts, { analyst, recorded: recorded() });
      await written();
    },
    cases: (asOf) => caseRecords(db, asOf),
    case: (name, asOf) => caseByName(db, name, asOf),
    caseRecords: (entry, refs) => keptRecords(db, entry, refs),
    journal: (offset, limit) => journalPage(db, offset, limit),
    status: () => ledgerStatus(db, engine),
    dump: () => dumpLines(db),
    restore: async (lines) => {
      const result = await restoreLines(db, lines);
      await sql`analyze`.execute(db);
      await written();
      return result;
    },
    close,
  };
}
