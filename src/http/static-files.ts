import { readFile, stat } from 'node:fs/promises';
import { extname, join, normalize, sep } from 'node:path';
import type { MiddlewareHandler } from 'hono';
import { sha256 } from '../base/hash.ts';

const TYPES: Record<string, string> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.svg': 'image/svg+xml',
  '.png': 'image/png',
  '.ico': 'image/x-icon',
  '.json': 'application/json',
  '.map': 'application/json',
  '.txt': 'text/plain; charset=utf-8',
  '.webmanifest': 'application/manifest+json',
  '.woff2': 'font/woff2',
};

/** The build names files in `assets/` by their content, so they never change under one name. */
const FOREVER = 'public, max-age=31536000, immutable';
const ASK_AGAIN = 'no-cache';

/** Serves a built page; paths that name no file get the page itself, which knows its own routes. */
export function staticFiles(root: string): MiddlewareHandler {
  return async (c, next) => {
    const path = filePath(root, c.req.path);
    const file = path && (await isFile(path)) ? path : null;
    const wanted = file ?? (extname(c.req.path) === '' ? join(root, 'index.html') : null);
    if (!wanted || !(await isFile(wanted))) return next();
    const bytes = await readFile(wanted);
    const tag = `"${sha256(bytes).slice(0, 20)}"`;
    const headers = {
      'content-type': TYPES[extname(wanted)] ?? 'application/octet-stream',
      'cache-control': file?.startsWith(join(root, 'assets') + sep) ? FOREVER : ASK_AGAIN,
      etag: tag,
    };
    if (c.req.header('if-none-match') === tag) return c.body(null, 304, headers);
    return c.body(new Uint8Array(bytes), 200, headers);
  };
}

/** The path under the root, or null for one that would lead out of it. */
function filePath(root: string, url: string): string | null {
  try {
    const path = normalize(join(root, decodeURIComponent(url)));
    return path.startsWith(normalize(root) + sep) && !path.includes('\0') ? path : null;
  } catch {
    return null;
  }
}

async function isFile(path: string): Promise<boolean> {
  return stat(path).then(
    (found) => found.isFile(),
    () => false,
  );
}
