import { Hono } from 'hono';
import { bodyLimit } from 'hono/body-limit';
import type { Context as ActionContext } from '../actions/action.ts';
import { actionRoutes } from './action-routes.ts';
import { downloadRoutes } from './download-routes.ts';
import { describeError, failure } from './failure.ts';
import { type GuardOptions, guard } from './guard.ts';
import { huntRoute } from './hunt-route.ts';
import { staticFiles } from './static-files.ts';
import { uploadRoute } from './upload-route.ts';

export interface AppOptions extends GuardOptions {
  readonly context: ActionContext;
  /** Folder with the built page; null serves the API alone. */
  readonly webRoot: string | null;
  readonly largestUpload?: number;
}

/** 64 MB: more than any report, less than what would trouble a small machine. */
export const LARGEST_UPLOAD = 64 * 1024 * 1024;
/** Files sent as base64 inside JSON are a third longer. */
const LARGEST_CALL = 90 * 1024 * 1024;

/** Paths of a hunt. */
const LARGEST_ASKED = 1024 * 1024;

/** The whole HTTP side as one object; `app.request(…)` answers without a port. */
export function createApp(options: AppOptions): Hono {
  const { webRoot, largestUpload = LARGEST_UPLOAD } = options;
  // Whoever reaches the workbench from elsewhere must not read this machine's files through it.
  const context: ActionContext = { ...options.context, paths: !options.anyAddress };
  const app = new Hono();
  app.use(guard(options));
  app.use('/api/*', async (c, next) => {
    await next();
    if (!c.res.headers.has('cache-control')) c.res.headers.set('cache-control', 'no-store');
  });
  app.use('/api/actions/*', bodyLimit({ maxSize: LARGEST_CALL, onError: () => tooLarge(LARGEST_CALL) }));
  app.route('/api', actionRoutes(context));
  app.route('/api', uploadRoute(context, largestUpload));
  app.use('/api/hunt', bodyLimit({ maxSize: LARGEST_ASKED, onError: () => tooLarge(LARGEST_ASKED) }));
  app.route('/api', huntRoute(context));
  app.route('/api', downloadRoutes(context));
  app.all('/api/*', () => failure('not-found', 'there is no such route; GET /api/actions lists the verbs'));
  if (webRoot !== null) app.get('*', staticFiles(webRoot));
  app.notFound(() => failure('not-found', 'there is nothing here'));
  app.onError((error) => {
    const { code, message } = describeError(error);
    return failure(code, message);
  });
  return app;
}

function tooLarge(most: number): Response {
  return failure('too-large', `the request is larger than ${Math.floor(most / 1024 / 1024)} MB`);
}
