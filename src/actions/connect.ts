import { NotFoundError, UnavailableError, UsageError } from '../base/errors.ts';
import type { Ledger } from '../store/ledger.ts';
import { type Holder, HomeHeldError } from '../store/lock.ts';
import type { Context, FetchPolicy } from './action.ts';
import type { ActionInput, ActionName, ActionOutput } from './action-map.ts';
import { dumpLines } from './dump.ts';
import type { ReadingTools } from './reading-tools.ts';

export interface ConnectOptions {
  readonly home: string;
  readonly databaseUrl?: string | undefined;
  readonly analyst: string;
  readonly version: string;
  readonly tools: () => Promise<ReadingTools>;
  readonly fetch?: FetchPolicy;
  /** Told what a user may want to know while the ledger opens. */
  readonly note?: (text: string) => void;
}

/** A ledger to call verbs on: opened here, or asked for through the process that has it open. */
export interface Connection {
  call<N extends ActionName>(name: N, input: ActionInput<N>): Promise<ActionOutput<N>>;
  /** The whole ledger as lines of JSON. */
  dump(): AsyncIterable<string>;
  /** Present when this process opened the ledger itself. */
  readonly local: Context | null;
  close(): Promise<void>;
}

/** How long a process that holds the folder may take to say where it can be asked, in milliseconds. */
const PATIENCE = 20_000;
const LOOK_EVERY = 200;

/**
 * Opens the ledger, or, when another process has the data folder, talks to that one. Throws UnavailableError when neither
 * works within 20 seconds.
 */
export async function connect(options: ConnectOptions): Promise<Connection> {
  const { openLedger } = await import('../store/open.ts');
  const { home, databaseUrl, note = () => {} } = options;
  const giveUp = Date.now() + PATIENCE;
  for (;;) {
    try {
      return locally(await openLedger({ home, note, ...(databaseUrl ? { databaseUrl } : {}) }), options);
    } catch (error) {
      if (!(error instanceof HomeHeldError)) throw error;
      if (error.holder.url && error.holder.token) return remotely(error.holder);
      if (Date.now() > giveUp) throw error;
      // A workbench that is starting, or a command that will soon be done.
      await new Promise((resolve) => setTimeout(resolve, LOOK_EVERY));
    }
  }
}

async function locally(ledger: Ledger, options: ConnectOptions): Promise<Connection> {
  const { runAction } = await import('./registry.ts');
  const { analyst, version, tools, home, fetch = { allowPrivate: false } } = options;
  const local: Context = { ledger, analyst, version, tools, home, fetch, now: () => new Date() };
  return {
    call: (name, input) => runAction(local, name, input),
    dump: () => dumpLines(ledger),
    local,
    close: () => ledger.close(),
  };
}

function remotely({ url, token }: Holder): Connection {
  const authorization = `Bearer ${token}`;
  return {
    call: async (name, input) => {
      const headers = { authorization, 'content-type': 'application/json' };
      const response = await ask(`${url}/api/actions/${name}`, {
        method: 'POST',
        headers,
        body: JSON.stringify(input),
      });
      return (await answerOf(response)) as ActionOutput<typeof name>;
    },
    dump: async function* () {
      const response = await ask(`${url}/api/dump`, { headers: { authorization } });
      if (!response.ok || !response.body) await answerOf(response);
      else for await (const text of response.body.pipeThrough(new TextDecoderStream())) yield text;
    },
    local: null,
    close: async () => {},
  };
}

async function ask(url: string, init: RequestInit): Promise<Response> {
  try {
    return await fetch(url, init);
  } catch (error) {
    const cause = error instanceof Error && error.cause instanceof Error ? error.cause.message : String(error);
    throw new UnavailableError(`the running workbench at ${new URL(url).origin} does not answer (${cause})`);
  }
}

/** The output of a call, or the exception that the same call would have thrown here. */
async function answerOf(response: Response): Promise<unknown> {
  const answer = (await response.json().catch(() => null)) as
    | { ok: true; output: unknown }
    | { ok: false; error: { code: string; message: string } }
    | null;
  if (answer?.ok) return answer.output;
  const { code, message } = answer?.error ?? { code: 'internal', message: `HTTP ${response.status}` };
  if (code === 'usage') throw new UsageError(message);
  if (code === 'not-found') throw new NotFoundError(message);
  throw new UnavailableError(`the running workbench answered: ${message}`);
}
