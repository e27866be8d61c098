import { createServer, type Server } from 'node:http';
import { hostname } from 'node:os';
import { getRequestListener } from '@hono/node-server';
import type { Context } from '../actions/action.ts';
import { UnavailableError, UsageError } from '../base/errors.ts';
import { createApp } from './app.ts';

export const DEFAULT_PORT = 7411;
const LOOPBACK = '127.0.0.1';
/** How many ports after the wanted one are tried. */
const PORTS_TRIED = 50;
/** How long requests under way may take to end when the server is told to stop, in milliseconds. */
const PATIENCE = 10_000;

export interface ServeOptions {
  readonly context: Context;
  readonly webRoot: string | null;
  readonly token: string;
  /** A port to insist on; without it the first free one from 7411 on. 0 lets the system choose. */
  readonly port?: number;
  /** Address to listen on; 127.0.0.1 unless given. */
  readonly host?: string;
}

export interface RunningServer {
  readonly url: string;
  readonly port: number;
  /** Takes no new requests, lets those under way end, then resolves. */
  stop(): Promise<void>;
}

/** Starts the workbench's server. Throws UnavailableError when it cannot listen, UsageError for what is no port. */
export async function serve(options: ServeOptions): Promise<RunningServer> {
  const { context, webRoot, token, host = LOOPBACK } = options;
  const anyAddress = host !== LOOPBACK && host !== 'localhost' && host !== '::1';
  const hosts = anyAddress ? [host.toLowerCase(), hostname().toLowerCase()] : [];
  const app = createApp({ context, webRoot, token, hosts, anyAddress });
  const answer = getRequestListener(app.fetch, { overrideGlobalObjects: false });
  const server = createServer((request, response) => void answer(request, response));
  // A browser that keeps a connection open must not keep the program from ending.
  server.keepAliveTimeout = 5_000;
  const port = await listen(server, host, options.port);
  const shown = host === '0.0.0.0' || host === '::' ? LOOPBACK : host;
  return {
    url: `http://${shown.includes(':') ? `[${shown}]` : shown}:${port}`,
    port,
    stop: () => stop(server),
  };
}

async function listen(server: Server, host: string, wanted: number | undefined): Promise<number> {
  if (wanted !== undefined && !(wanted >= 0 && wanted <= 65_535))
    throw new UsageError(`${wanted} is no port: ports go up to 65535`);
  const first = wanted ?? DEFAULT_PORT;
  const last = wanted === undefined ? first + PORTS_TRIED : first;
  for (let port = first; port <= last; port++) {
    const failed = await tryPort(server, host, port);
    if (!failed) {
      const address = server.address();
      return typeof address === 'object' && address ? address.port : port;
    }
    if (failed.code !== 'EADDRINUSE' || port === last)
      throw new UnavailableError(`cannot listen on ${host}:${port} (${failed.code ?? failed.message})`);
  }
  throw new UnavailableError(`no free port between ${first} and ${last}`);
}

function tryPort(server: Server, host: string, port: number): Promise<NodeJS.ErrnoException | null> {
  return new Promise((resolve) => {
    const failed = (error: NodeJS.ErrnoException) => resolve(error);
    server.once('error', failed);
    server.listen({ host, port }, () => {
      server.off('error', failed);
      resolve(null);
    });
  });
}

function stop(server: Server): Promise<void> {
  return new Promise((resolve) => {
    const giveUp = setTimeout(() => server.closeAllConnections(), PATIENCE);
    server.close(() => {
      clearTimeout(giveUp);
      resolve();
    });
    server.closeIdleConnections();
  });
}
