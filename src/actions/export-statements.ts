import type { StatementQuery, StatementView } from '../model/view.ts';
import type { Ledger } from '../store/ledger.ts';

const PAGE = 1000;

/** The columns of a table of statements, with what stands in each. */
const COLUMNS: Readonly<Record<string, (row: StatementView) => string | number | null>> = {
  id: (row) => row.id,
  kind: (row) => row.kind,
  speaker: (row) => row.speaker,
  speaker_org: (row) => row.speaker_org,
  via: (row) => row.via.join('; '),
  stance: (row) => row.stance,
  certainty: (row) => row.certainty,
  actor: (row) => row.actor,
  actor_country: (row) => row.actor_country,
  target: (row) => row.target,
  target_country: (row) => row.target_country,
  object: (row) => row.object,
  time: (row) => row.time,
  quantities: (row) => row.quantities.map(({ value, unit, bound }) => `${bound} ${value} ${unit}`).join('; '),
  quote: (row) => row.quote,
  review: (row) => row.review,
  score: (row) => row.score,
  extractor: (row) => `${row.extractor.name} ${row.extractor.version}`,
  said: (row) => row.said,
  recorded: (row) => row.recorded,
  document_id: (row) => row.document_id,
  document_title: (row) => row.document_title,
  publisher: (row) => row.publisher,
  document_url: (row) => row.document_url,
  origin: (row) => row.origin,
  start: (row) => row.start,
  end: (row) => row.end,
};

/** All statements that meet a query, asked for page by page; `offset` and `limit` cut the whole as in a search. */
export async function* statementRows(ledger: Ledger, query: StatementQuery): AsyncGenerator<StatementView> {
  let offset = query.offset ?? 0;
  const end = query.limit === undefined ? Number.POSITIVE_INFINITY : offset + query.limit;
  while (offset < end) {
    const { rows, total } = await ledger.statements({ ...query, offset, limit: Math.min(PAGE, end - offset) });
    yield* rows;
    offset += rows.length;
    if (rows.length === 0 || offset >= total) return;
  }
}

/** RFC 4180 with a header line. Cells that a spreadsheet would run as a formula get an apostrophe before them. */
export async function* toCsv(rows: AsyncIterable<StatementView>): AsyncGenerator<string> {
  yield line(Object.keys(COLUMNS));
  for await (const row of rows) yield line(Object.values(COLUMNS).map((cell) => cell(row)));
}

/** One JSON array, a statement a line. */
export async function* toJson(rows: AsyncIterable<StatementView>): AsyncGenerator<string> {
  let before = '[\n';
  for await (const row of rows) {
    yield `${before}${JSON.stringify(row)}`;
    before = ',\n';
  }
  yield before === '[\n' ? '[]\n' : '\n]\n';
}

function line(cells: readonly (string | number | null)[]): string {
  return `${cells.map(csvCell).join(',')}\r\n`;
}

/** One cell: numbers as they are, text quoted where it must be. */
export function csvCell(value: string | number | null): string {
  if (value === null) return '';
  if (typeof value === 'number') return String(value);
  const safe = /^[=+\-@\t\r]/.test(value) ? `'${value}` : value;
  return /[",\r\n]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
}
