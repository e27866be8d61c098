import { Hono } from 'hono';
import { stream } from 'hono/streaming';
import type { Context as ActionContext } from '../actions/action.ts';
import { addSource } from '../actions/documents-add.ts';
import { givenFacts } from '../actions/input.ts';
import { checkInput } from '../actions/registry.ts';
import type { UploadLine } from './contract/actions.ts';
import { describeError, failure } from './failure.ts';

const LONGEST_NAME = 300;

/**
 * `POST /upload?name=NAME` with a file as body: lines of JSON with the progress, then the result. Further query parameters
 * (title, publisher, published, url …) are facts about the document that the user gives.
 */
export function uploadRoute(context: ActionContext, largest: number): Hono {
  const routes = new Hono();
  routes.post('/upload', async (c) => {
    const { name = '', ...facts } = c.req.query();
    if (name === '' || name.length > LONGEST_NAME)
      return failure('usage', 'the name of the file is missing or too long');
    const given = checkInput(givenFacts, facts);
    const bytes = await collect(c.req.raw.body, largest);
    if (!bytes) return failure('too-large', `the file is larger than ${Math.floor(largest / 1024 / 1024)} MB`);
    const contentType = c.req.header('content-type');
    const source = { bytes, name: baseName(name), given, ...(contentType ? { contentType } : {}) };
    c.header('content-type', 'application/x-ndjson; charset=utf-8');
    return stream(c, async (out) => {
      const lines: Promise<unknown>[] = [];
      const send = (line: UploadLine) => lines.push(out.write(`${JSON.stringify(line)}\n`));
      try {
        const progress: ActionContext['progress'] = (step) => send({ type: 'progress', ...step });
        send({ type: 'result', output: await addSource({ ...context, progress }, source) });
      } catch (error) {
        send({ type: 'error', error: describeError(error) });
      }
      await Promise.all(lines);
    });
  });
  return routes;
}

/** The whole body, or null as soon as it grows beyond the limit. */
async function collect(body: ReadableStream<Uint8Array> | null, largest: number): Promise<Uint8Array | null> {
  const chunks: Uint8Array[] = [];
  let length = 0;
  if (body)
    for await (const chunk of body) {
      length += chunk.length;
      if (length > largest) return null;
      chunks.push(chunk);
    }
  return Buffer.concat(chunks);
}

/** Browsers send a bare name; anything before a slash is not ours to believe. */
function baseName(name: string): string {
  return name.split(/[\\/]/).at(-1) || name;
}
