import type { Context } from '../../src/actions/action.ts';
import type { ReadingTools } from '../../src/actions/reading-tools.ts';
import { NotFoundError } from '../../src/base/errors.ts';
import { stableId } from '../../src/base/hash.ts';
import { createApp } from '../../src/http/app.ts';
import type { DocumentText } from '../../src/model/document.ts';
import type { Statement } from '../../src/model/statement.ts';
import type { DocumentSummary, DocumentView, StatementQuery, StatementView } from '../../src/model/view.ts';
import type { Ledger, LedgerEntry } from '../../src/store/ledger.ts';

/** Stand-ins small enough to see through: a ledger in an array, and a reader that takes every line for a statement. */

export const TOKEN = 'secret';

export function statement(document: string, quote: string, fields: Partial<Statement> = {}): Statement {
  return {
    id: stableId('st', document, quote),
    start: 0,
    end: quote.length,
    quote,
    kind: 'intrusion',
    speaker: 'narrator',
    speaker_org: null,
    via: [],
    stance: 'asserts',
    certainty: 'certain',
    actor: null,
    actor_country: null,
    target: null,
    target_country: null,
    object: null,
    time: null,
    quantities: [],
    score: 0.5,
    extractor: { name: 'lines', version: '1' },
    ...fields,
  };
}

export const fakeTools: ReadingTools = {
  extract: async ({ bytes, name, given }) => {
    const text = new TextDecoder().decode(bytes);
    const document: DocumentText = {
      id: stableId('doc', text),
      medium: 'text',
      text,
      blocks: [],
      title: name,
      publisher: null,
      author: null,
      published: null,
      url: null,
      language: text.startsWith('Die ') ? 'deu' : 'eng',
      ...given,
    };
    return { documents: text === '' ? [] : [document], problems: [] };
  },
  findIndicators: () => [],
  findTechniques: () => [],
  reader: {
    name: 'lines',
    version: '1',
    read: async ({ id, text }) => ({ statements: text.split('\n').map((line) => statement(id, line)), problems: [] }),
  },
};

export function fakeLedger(): Ledger {
  const entries: LedgerEntry[] = [];
  const entry = (id: string) => {
    const found = entries.find(({ document }) => document.id === id);
    if (!found) throw new NotFoundError(`there is no document ${id}`);
    return found;
  };
  const views = () => entries.flatMap((one) => one.reading.statements.map((row) => statementView(one, row)));
  const page = <Row>(rows: readonly Row[], { offset = 0, limit = 100 }: { offset?: number; limit?: number }) => ({
    rows: rows.slice(offset, offset + limit),
    total: rows.length,
    origins: entries.length,
  });
  return {
    engine: 'pglite',
    add: async (more) =>
      more.map((one) => {
        const added = !entries.some(({ document }) => document.id === one.document.id);
        if (added) entries.push(one);
        return { id: one.document.id, added };
      }),
    documents: async (query) => page(entries.map(summary), query),
    document: async (id) => documentView(entry(id)),
    bytes: async (id) => entry(id),
    statements: async (query: StatementQuery) =>
      page(
        views().filter((row) => !query.kind || query.kind.includes(row.kind)),
        query,
      ),
    statement: async (id) => {
      const found = views().find((row) => row.id === id);
      if (!found) throw new NotFoundError(`there is no statement ${id}`);
      return found;
    },
    facets: async () => ({ kind: {}, stance: {}, certainty: {}, review: {}, country: {} }),
    contradictions: async () => ({ pairs: [], total: 0 }),
    timeline: async () => ({ dated: [], undated: [], dated_total: 0, undated_total: 0 }),
    names: async (query) => page([], query),
    indicators: async (query) => page([], query),
    review: async ({ statement_id }) => views().find(({ id }) => id === statement_id)!,
    recordWeighing: async () => {
      throw new NotFoundError('the stand-in weighs nothing');
    },
    recordCase: async () => {},
    cases: async () => [],
    caseRecords: async () => [],
    case: async (name) => {
      throw new NotFoundError(`no case ${name}`);
    },
    weighings: async () => [],
    weighing: async (id) => {
      throw new NotFoundError(`no weighing ${id}`);
    },
    addData: async () => ({ added: true }),
    datasets: async () => [],
    data: async () => ({ incidents: [], tallies: [] }),
    measured: async () => [],
    attackSeries: async () => ({ covered: null, pair: [], around: [], lags: [], ids: [] }),
    attackClaims: async () => [],
    countedClaims: async () => [],
    statementsBySeq: async () => [],
    journal: async () => page([], {}),
    status: async () => ({
      engine: 'pglite',
      documents: entries.length,
      statements: views().length,
      reviews: 0,
      origins: entries.length,
    }),
    dump: async function* () {
      for (const { document } of entries) yield JSON.stringify(document);
    },
    restore: async () => ({ documents: 0, statements: 0, reviews: 0 }),
    close: async () => {},
  };
}

export function fakeContext(ledger: Ledger = fakeLedger()): Context {
  return {
    ledger,
    tools: async () => fakeTools,
    analyst: 'tester',
    now: () => new Date('2026-01-01T00:00:00Z'),
    fetch: { allowPrivate: false },
    home: '/nowhere',
    version: '0.0.0',
  };
}

/** An app over the stand-ins, and a `send` that speaks to it as a browser on the right host would. */
export function fakeApp(options: Partial<Parameters<typeof createApp>[0]> = {}) {
  const context = fakeContext();
  const app = createApp({ context, webRoot: null, token: TOKEN, hosts: [], anyAddress: false, ...options });
  const send = (path: string, init: RequestInit = {}) =>
    app.request(path, { ...init, headers: { host: '127.0.0.1:7411', ...init.headers } });
  const call = (name: string, input: unknown, headers: Record<string, string> = {}) =>
    send(`/api/actions/${name}`, {
      method: 'POST',
      headers: { 'content-type': 'application/json', ...headers },
      body: JSON.stringify(input),
    });
  return { app, context, send, call };
}

function summary({ document, name, reading, read }: LedgerEntry): DocumentSummary {
  const { text, blocks: _, ...facts } = document;
  return {
    ...facts,
    name,
    recorded: '2026-01-01T00:00:00.000Z',
    origin: `o-${document.id}`,
    characters: text.length,
    statements: reading.statements.length,
    reviewed: 0,
    indicators: 0,
    problems: reading.problems.length,
    echoes: 0,
    read,
  };
}

function documentView(entry: LedgerEntry): DocumentView {
  return {
    ...summary(entry),
    text: entry.document.text,
    blocks: [],
    all_statements: entry.reading.statements.map((row) => statementView(entry, row)),
    all_indicators: [],
    techniques: [],
    all_problems: [...entry.problems, ...entry.reading.problems],
    same_origin: [],
  };
}

function statementView({ document }: LedgerEntry, row: Statement): StatementView {
  return {
    ...row,
    document_id: document.id,
    document_title: document.title,
    publisher: document.publisher,
    document_url: document.url,
    said: document.published ?? '2026-01-01',
    recorded: '2026-01-01T00:00:00.000Z',
    origin: `o-${document.id}`,
    when: null,
    review: 'unreviewed',
    before: null,
    reviews: [],
    contradicted_by: [],
    echoes: 0,
  };
}
