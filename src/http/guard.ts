import { timingSafeEqual } from 'node:crypto';
import { isIP } from 'node:net';
import type { MiddlewareHandler } from 'hono';
import { failure } from './failure.ts';

/** Who may talk to the server, and how answers protect the page. */
export interface GuardOptions {
  /** Host names that are ours besides `localhost` and loopback addresses. */
  readonly hosts: readonly string[];
  /** Whether any IP literal may stand in the Host header: only where the server was told to listen beyond this machine. */
  readonly anyAddress: boolean;
  /** Secret of the lock file, known to processes of the same user. */
  readonly token: string;
}

/** Only what the page itself brings runs in it: no script, style, font, image or request from elsewhere. */
const CONTENT_POLICY = [
  "default-src 'self'",
  "object-src 'none'",
  "base-uri 'none'",
  "form-action 'self'",
  "frame-ancestors 'none'",
].join('; ');

const HEADERS = {
  'content-security-policy': CONTENT_POLICY,
  'x-content-type-options': 'nosniff',
  'referrer-policy': 'no-referrer',
  'cross-origin-opener-policy': 'same-origin',
  'cross-origin-resource-policy': 'same-origin',
};

const SAFE_METHODS = ['GET', 'HEAD'];

/**
 * Refuses requests under a name that is not ours (a page elsewhere that had its own name resolve to this machine) and writes
 * that a page of another site sends; sets the protective headers on every answer.
 */
export function guard(options: GuardOptions): MiddlewareHandler {
  return async (c, next) => {
    const host = c.req.header('host') ?? '';
    const allowed = isOurs(host, options) && (SAFE_METHODS.includes(c.req.method) || ownRequest(c.req.raw, options));
    if (allowed) await next();
    else
      c.res = failure('refused', isOurs(host, options) ? 'the request comes from another site' : 'unknown host name');
    for (const [name, value] of Object.entries(HEADERS)) c.res.headers.set(name, value);
  };
}

function isOurs(host: string, { hosts, anyAddress }: GuardOptions): boolean {
  const name = nameOf(host);
  if (name === 'localhost' || name === '::1' || /^127\.\d+\.\d+\.\d+$/.test(name)) return true;
  return hosts.includes(name) || (anyAddress && isIP(name) !== 0);
}

/** Browsers name the origin of every write; a request without one is a program's, and programs of strangers cannot make us send it. */
function ownRequest(request: Request, { token }: GuardOptions): boolean {
  if (same(request.headers.get('authorization') ?? '', `Bearer ${token}`)) return true;
  const site = request.headers.get('sec-fetch-site');
  if (site !== null && site !== 'same-origin' && site !== 'none') return false;
  const origin = request.headers.get('origin');
  return origin === null || origin === `http://${request.headers.get('host')}`;
}

function nameOf(host: string): string {
  const bracketed = /^\[([^\]]+)\](?::\d+)?$/.exec(host);
  return (bracketed ? bracketed[1]! : host.replace(/:\d+$/, '')).toLowerCase();
}

function same(a: string, b: string): boolean {
  const [left, right] = [Buffer.from(a), Buffer.from(b)];
  return left.length === right.length && timingSafeEqual(left, right);
}
