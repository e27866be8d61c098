import { Hono } from 'hono';
import { stream } from 'hono/streaming';
import type { Context as ActionContext } from '../actions/action.ts';
import { huntInput, runHunt } from '../actions/hunts/run.ts';
import { checkInput } from '../actions/registry.ts';
import type { HuntLine } from './contract/actions.ts';
import { describeError, failure } from './failure.ts';

/** At most one line of progress in this time, in milliseconds. */
const EVERY = 200;

/**
 * `POST /hunt` with paths of this machine as JSON: lines of JSON with the progress, then the result. Who closes the connection
 * stops the hunt; what was found until then is kept.
 */
export function huntRoute(context: ActionContext): Hono {
  const routes = new Hono();
  routes.post('/hunt', async (c) => {
    if (!/^application\/json\b/i.test(c.req.header('content-type') ?? ''))
      return failure('usage', 'the input must be sent as application/json');
    const body = await c.req.json().catch(() => undefined);
    if (body === undefined) return failure('usage', 'the body is not JSON');
    const input = checkInput(huntInput, body);
    c.header('content-type', 'application/x-ndjson; charset=utf-8');
    return stream(c, async (out) => {
      let [told, gone] = [0, false];
      out.onAbort(() => {
        gone = true;
      });
      const send = async (line: HuntLine) => void (gone || (await out.write(`${JSON.stringify(line)}\n`)));
      try {
        const outcome = await runHunt(context, input, {
          progress: (progress) => {
            if (Date.now() - told < EVERY) return;
            told = Date.now();
            void send({ type: 'progress', ...progress });
          },
          stopped: () => gone,
        });
        await send({ type: 'result', output: outcome });
      } catch (error) {
        await send({ type: 'error', error: describeError(error) });
      }
    });
  });
  return routes;
}
