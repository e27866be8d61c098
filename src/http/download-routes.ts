import { Hono } from 'hono';
import { stream } from 'hono/streaming';
import type { Context as ActionContext } from '../actions/action.ts';
import { casesBulletin } from '../actions/cases-bulletin.ts';
import { dumpLines } from '../actions/dump.ts';
import { statementRows, toCsv, toJson } from '../actions/export-statements.ts';
import { checkInput } from '../actions/registry.ts';
import { statementQuery } from '../actions/statements-search.ts';
import { fromParameters } from './parameters.ts';

const FORMATS = {
  csv: { write: toCsv, type: 'text/csv; charset=utf-8; header=present' },
  json: { write: toJson, type: 'application/json; charset=utf-8' },
} as const;

/** What leaves as a file: original bytes, statements as tables, bulletins as PDF. Never shown inline: a report's own HTML must not run here. */
export function downloadRoutes(context: ActionContext): Hono {
  const { ledger } = context;
  const routes = new Hono();
  routes.get('/documents/:id/bytes', async (c) => {
    const { name, bytes } = await ledger.bytes(c.req.param('id'));
    return c.body(new Uint8Array(bytes), 200, {
      'content-type': 'application/octet-stream',
      'content-disposition': attachment(name),
      'content-security-policy': 'sandbox',
    });
  });
  routes.get('/dump', (c) => {
    c.header('content-type', 'application/x-ndjson; charset=utf-8');
    c.header('content-disposition', attachment('longwatch-dump.jsonl'));
    return stream(c, (out) => pipe(out, dumpLines(ledger)));
  });
  for (const [extension, { write, type }] of Object.entries(FORMATS))
    routes.get(`/statements.${extension}`, (c) => {
      const query = checkInput(statementQuery, fromParameters(new URL(c.req.url).searchParams));
      c.header('content-type', type);
      c.header('content-disposition', attachment(`statements.${extension}`));
      return stream(c, (out) => pipe(out, write(statementRows(ledger, query))));
    });
  routes.get('/bulletin.pdf', async (c) => {
    const input = checkInput(casesBulletin.input, fromParameters(new URL(c.req.url).searchParams));
    const { bulletin } = await casesBulletin.run(context, input);
    // Loaded when somebody asks: making a PDF needs fonts.
    const { bulletinPdf } = await import('../report/bulletin/pdf.ts');
    return c.body(new Uint8Array(await bulletinPdf(bulletin)), 200, {
      'content-type': 'application/pdf',
      'content-disposition': attachment(`${input.name}.pdf`),
      'content-security-policy': 'sandbox',
    });
  });
  return routes;
}

/** Rows are small: sent one by one, the sending would cost more than the finding. */
async function pipe(out: StreamingApi, pieces: AsyncIterable<string>): Promise<void> {
  let waiting = '';
  for await (const piece of pieces) {
    waiting += piece;
    if (waiting.length < CHUNK) continue;
    if (out.aborted) return;
    await out.write(waiting);
    waiting = '';
  }
  if (waiting) await out.write(waiting);
}

const CHUNK = 64 * 1024;

type StreamingApi = Parameters<Parameters<typeof stream>[1]>[0];

/** RFC 6266: a plain name for all, the true one in UTF-8 beside it. */
function attachment(name: string): string {
  const last = name.split(/[\\/]/).at(-1) || 'document';
  const plain = last.replace(/[^\w.-]+/g, '_');
  const encoded = encodeURIComponent(last).replace(/['()*]/g, (c) => `%${c.charCodeAt(0).toString(16).toUpperCase()}`);
  return `attachment; filename="${plain}"; filename*=UTF-8''${encoded}`;
}
