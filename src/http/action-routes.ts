import { Hono } from 'hono';
import * as z from 'zod';
import type { Context as ActionContext } from '../actions/action.ts';
import { ACTIONS, isActionName, runAction } from '../actions/registry.ts';
import { failure } from './failure.ts';

/** `POST /actions/NAME` runs a verb; `GET /actions` lists them with the JSON Schema of their input. */
export function actionRoutes(context: ActionContext): Hono {
  const routes = new Hono();
  routes.get('/actions', (c) => c.json({ actions: described() }));
  routes.post('/actions/:name', async (c) => {
    const name = c.req.param('name');
    if (!isActionName(name)) return failure('not-found', `there is no action "${name}"`);
    if (!isJson(c.req.header('content-type'))) return failure('usage', 'the input must be sent as application/json');
    const input = parsed(await c.req.text());
    if (!input) return failure('usage', 'the body is not JSON');
    return c.json({ ok: true, output: await runAction(context, name, input.value) });
  });
  return routes;
}

function described() {
  return Object.values(ACTIONS).map(({ name, summary, writes, input }) => ({
    name,
    summary,
    writes,
    input: z.toJSONSchema(input as z.ZodType, { io: 'input', unrepresentable: 'any' }),
  }));
}

function isJson(contentType: string | undefined): boolean {
  return /^application\/json\b/i.test(contentType ?? '');
}

function parsed(text: string): { value: unknown } | null {
  if (text.trim() === '') return { value: {} };
  try {
    return { value: JSON.parse(text) };
  } catch {
    return null;
  }
}
