import { randomBytes } from 'node:crypto';
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import type { Context } from '../../actions/action.ts';
import { loadSample } from '../../actions/load-sample.ts';
import { warmUp } from '../../actions/warm-up.ts';
import { announce, whereIsItHeld } from '../../actions/whereabouts.ts';
import { type RunningServer, serve } from '../../http/serve.ts';
import { connectToLedger, home } from '../connection.ts';
import { EXIT } from '../exit.ts';
import { print, say } from '../output.ts';
import { packageRoot } from '../package.ts';
import { count } from '../statement-words.ts';

interface Options {
  readonly port?: number;
  readonly host?: string;
  readonly sample?: boolean;
}

/** Runs until SIGINT or SIGTERM; then ends requests under way, closes the ledger and gives the data folder back. */
export async function serveCommand({ port, host, sample = false }: Options): Promise<number> {
  if (!process.env.DATABASE_URL && whereIsItHeld(home())) return pointToTheRunningOne();
  const told = toldToStop();
  const { local, close } = await connectToLedger();
  // Another one may have been starting just then.
  if (!local) return pointToTheRunningOne();
  try {
    if (sample) await sampleDossier(local);
    const token = randomBytes(32).toString('hex');
    const server = await serve({ context: local, webRoot: webRoot(), token, ...given({ port, host }) });
    if (local.ledger.engine === 'pglite') announce({ url: server.url, token }, home());
    await welcome(server, host);
    if (local.ledger.engine === 'pglite') void warmUp(local.ledger);
    await told;
    say('Stopping…');
    await server.stop();
  } finally {
    await close();
  }
  return EXIT.done;
}

async function pointToTheRunningOne(): Promise<number> {
  await print(`${whereIsItHeld(home())}\n`);
  say('The workbench is running there already.');
  return EXIT.done;
}

/** Resolves at the first signal; a second one ends the program at once. */
function toldToStop(): Promise<void> {
  return new Promise((resolve) => {
    let told = false;
    const stop = () => {
      if (told) process.exit(EXIT.interrupted);
      told = true;
      resolve();
    };
    process.on('SIGINT', stop);
    process.on('SIGTERM', stop);
  });
}

async function welcome({ url }: RunningServer, host: string | undefined): Promise<void> {
  if (host) say(`Warning: everybody who reaches ${host} can read and change this ledger; there are no accounts yet.`);
  if (!webRoot()) say('The page is not built (npm run build); only the programming interface answers.');
  await print(`Longwatch: ${url}\n`);
  say(
    `Ready after ${(performance.now() / 1000).toFixed(1)} s. The ledger is in ${home()}. Ctrl-C stops the workbench.`,
  );
}

async function sampleDossier(context: Context): Promise<void> {
  const added = await loadSample(context, join(packageRoot(), 'data', 'dossier'));
  if (added > 0) say(`Loaded the sample dossier: ${count(added, 'document')}.`);
}

function webRoot(): string | null {
  const folder = join(packageRoot(), 'dist', 'web');
  return existsSync(join(folder, 'index.html')) ? folder : null;
}

function given<T extends object>(values: T): { [K in keyof T]?: Exclude<T[K], undefined> } {
  return Object.fromEntries(Object.entries(values).filter(([, value]) => value !== undefined)) as {
    [K in keyof T]?: Exclude<T[K], undefined>;
  };
}
