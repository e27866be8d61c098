import { lookup as systemLookup } from 'node:dns/promises';
import { request as http, type IncomingMessage } from 'node:http';
import { request as https } from 'node:https';
import { isIP } from 'node:net';
import type { Readable } from 'node:stream';
import { createBrotliDecompress, createGunzip, createInflate } from 'node:zlib';
import { type Problem, problem } from '../base/problem.ts';
import type { Source } from '../model/document.ts';
import { isPrivateAddress } from './addresses.ts';
import type { Collected } from './files.ts';

export interface FetchOptions {
  /** Lets links to one's own networks through: all of them, or the addresses for which it says yes. */
  readonly allowPrivate?: boolean | ((address: string) => boolean);
  /** For the whole of it: redirects, connection and body. Milliseconds. */
  readonly timeoutMs?: number;
  /** Of the body, after unpacking. */
  readonly maxBytes?: number;
  readonly maxRedirects?: number;
  /** All addresses of a host; the system's resolver unless a test says otherwise. */
  readonly lookup?: (host: string) => Promise<readonly string[]>;
}

/**
 * Fetches a link into a source. Every hop is checked anew: http and https only, and the host's addresses are resolved,
 * judged, and then connected to as they are, so that a name cannot point elsewhere a moment later. Never throws.
 */
export async function fetchSource(url: string, options: FetchOptions = {}): Promise<Collected> {
  const { timeoutMs = 30_000, maxRedirects = 5 } = options;
  const signal = AbortSignal.timeout(timeoutMs);
  const seen: string[] = [];
  let next = url;
  try {
    for (;;) {
      const hop = await fetchOnce(next, url, options, signal);
      if ('problem' in hop) return { source: null, problems: [hop.problem] };
      if ('source' in hop) return { source: hop.source, problems: [] };
      seen.push(next);
      if (seen.length > maxRedirects)
        return {
          source: null,
          problems: [failed('too-many-redirects', url, { limit: maxRedirects, last: hop.redirect })],
        };
      next = hop.redirect;
    }
  } catch (error) {
    const because = signal.aborted
      ? failed('answer-too-slow', url, { limit: timeoutMs, bytes: 0 })
      : connectionProblem(error, url, next);
    return { source: null, problems: [because] };
  }
}

const MAX_BYTES = 64 * 2 ** 20;
const AGENT = 'Mozilla/5.0 (compatible; Longwatch)';
const ACCEPT =
  'text/html,application/xhtml+xml,application/pdf,application/rss+xml,application/atom+xml,application/feed+json,text/*;q=0.9,*/*;q=0.5';

type Hop = { readonly source: Source } | { readonly problem: Problem } | { readonly redirect: string };

async function fetchOnce(link: string, first: string, options: FetchOptions, signal: AbortSignal): Promise<Hop> {
  const url = parseLink(link);
  if (!url)
    return refuse(link === first ? 'bad-url' : 'bad-redirect', first, {
      reason: 'not an http or https link',
      location: link,
    });
  const host = url.hostname.replace(/^\[|\]$/g, '');
  const addresses = isIP(host) ? [host] : await resolve(host, options, signal);
  if (addresses.length === 0) return refuse('unknown-host', first, { host, reason: 'no address' });
  const { allowPrivate = false } = options;
  const allowed = typeof allowPrivate === 'function' ? allowPrivate : () => allowPrivate;
  const bad = addresses.find((address) => isPrivateAddress(address) && !allowed(address));
  if (bad !== undefined) return refuse('private-address', first, { host, address: bad, link: url.href });
  const answer = await connectAny(url, addresses, signal);
  const status = answer.statusCode ?? 0;
  if (status >= 300 && status < 400 && answer.headers.location) {
    answer.destroy();
    const target = absolute(answer.headers.location, url);
    return target
      ? { redirect: target }
      : refuse('bad-redirect', first, { location: answer.headers.location.slice(0, 200) });
  }
  if (status < 200 || status >= 300) {
    answer.destroy();
    return refuse('http-status', first, { status, text: answer.statusMessage ?? '', link: url.href });
  }
  return body(answer, url, first, options, signal);
}

/** Tries the addresses in turn: a host may have one that this machine has no route to. */
async function connectAny(url: URL, addresses: readonly string[], signal: AbortSignal): Promise<IncomingMessage> {
  for (const address of addresses.slice(0, -1)) {
    try {
      return await connect(url, address, signal);
    } catch (error) {
      if (signal.aborted || !NO_ROUTE.test((error as NodeJS.ErrnoException).code ?? '')) throw error;
    }
  }
  return connect(url, addresses.at(-1)!, signal);
}

const NO_ROUTE = /^E(?:NETUNREACH|HOSTUNREACH|CONNREFUSED|ADDRNOTAVAIL|TIMEDOUT)$/;

/** Connects to the very address that was judged; the name goes only into the Host header and the certificate check. */
function connect(url: URL, address: string, signal: AbortSignal): Promise<IncomingMessage> {
  return new Promise((resolve, reject) => {
    const secure = url.protocol === 'https:';
    const host = url.hostname.replace(/^\[|\]$/g, '');
    const request = (secure ? https : http)({
      host: address,
      port: url.port || (secure ? 443 : 80),
      path: `${url.pathname}${url.search}`,
      method: 'GET',
      headers: {
        host: url.host,
        'user-agent': AGENT,
        accept: ACCEPT,
        'accept-encoding': 'gzip, deflate, br',
        connection: 'close',
      },
      agent: false,
      signal,
      ...(secure && !isIP(host) ? { servername: host } : {}),
    });
    request.on('response', resolve);
    request.on('error', reject);
    request.end();
  });
}

async function body(
  answer: IncomingMessage,
  url: URL,
  first: string,
  options: FetchOptions,
  signal: AbortSignal,
): Promise<Hop> {
  const { maxBytes = MAX_BYTES, timeoutMs = 30_000 } = options;
  const chunks: Uint8Array[] = [];
  let bytes = 0;
  try {
    const declared = Number(answer.headers['content-length'] ?? 0);
    if (declared > maxBytes) return refuse('answer-too-big', first, { limit: maxBytes });
    for await (const chunk of unpacked(answer)) {
      bytes += chunk.length;
      if (bytes > maxBytes) return refuse('answer-too-big', first, { limit: maxBytes });
      if (signal.aborted) return refuse('answer-too-slow', first, { limit: timeoutMs, bytes });
      chunks.push(chunk);
    }
    if (!answer.complete) return refuse('answer-damaged', first, { reason: 'the connection was closed early' });
  } catch (error) {
    if (signal.aborted) return refuse('answer-too-slow', first, { limit: timeoutMs, bytes });
    return refuse('answer-damaged', first, { reason: messageOf(error) });
  } finally {
    answer.destroy();
  }
  const type = answer.headers['content-type'];
  return {
    source: {
      bytes: new Uint8Array(Buffer.concat(chunks)),
      name: first,
      url: url.href,
      ...(type ? { contentType: type } : {}),
    },
  };
}

function unpacked(answer: IncomingMessage): AsyncIterable<Uint8Array> {
  const unpack = UNPACK[answer.headers['content-encoding']?.toLowerCase() ?? ''];
  if (!unpack) return answer;
  const stream = unpack();
  answer.on('error', (error) => stream.destroy(error));
  answer.on('aborted', () => stream.destroy(new Error('the connection was closed early')));
  return answer.pipe(stream) as Readable;
}

const UNPACK: Readonly<Record<string, () => NodeJS.ReadWriteStream & Readable>> = {
  gzip: () => createGunzip(),
  'x-gzip': () => createGunzip(),
  deflate: () => createInflate(),
  br: () => createBrotliDecompress(),
};

async function resolve(host: string, { lookup }: FetchOptions, signal: AbortSignal): Promise<readonly string[]> {
  const resolver = lookup ?? (async (name: string) => (await systemLookup(name, { all: true })).map((a) => a.address));
  const stopped = new Promise<never>((_, reject) =>
    signal.addEventListener('abort', () => reject(new Error('too slow')), { once: true }),
  );
  return Promise.race([resolver(host), stopped]);
}

function connectionProblem(error: unknown, first: string, link: string): Problem {
  const host = parseLink(link)?.hostname ?? link;
  const code = (error as NodeJS.ErrnoException).code ?? '';
  const details = { host, reason: messageOf(error) };
  if (/^(?:ENOTFOUND|EAI_|ENODATA)/.test(code)) return problem('unknown-host', { source: first }, details, 'error');
  if (/CERT|SSL|TLS|SELF_SIGNED|UNABLE_TO_VERIFY|ERR_TLS|EPROTO/.test(code))
    return problem('bad-certificate', { source: first }, details, 'error');
  return problem('connection-failed', { source: first }, details, 'error');
}

function failed(code: string, source: string, details: Problem['details']): Problem {
  return problem(code, { source }, details, 'error');
}

function refuse(code: string, source: string, details: Problem['details']): Hop {
  return { problem: failed(code, source, details) };
}

function parseLink(link: string): URL | null {
  try {
    const url = new URL(link);
    return (url.protocol === 'http:' || url.protocol === 'https:') && url.hostname ? url : null;
  } catch {
    return null;
  }
}

function absolute(location: string, base: URL): string | null {
  try {
    return new URL(location, base).href;
  } catch {
    return null;
  }
}

function messageOf(error: unknown): string {
  return error instanceof Error ? error.message || error.name : String(error);
}
