import { randomBytes } from 'node:crypto';
import { linkSync, mkdirSync, readFileSync, renameSync, rmSync, statSync, unlinkSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { UnavailableError } from '../base/errors.ts';
import { homeFolder, makeHome } from './home.ts';

/** The process that owns a data folder. `url` and `token` are there once its server listens. */
export interface Holder {
  readonly pid: number;
  /** Start time of the process as the kernel counts it; null where it cannot be known. Tells a reused pid from the owner. */
  readonly started: string | null;
  readonly since: string;
  readonly url?: string;
  readonly token?: string;
}

/** Thrown when another living process owns the data folder; `holder` says which, and where it can be asked instead. */
export class HomeHeldError extends UnavailableError {
  readonly home: string;
  readonly holder: Holder;

  constructor(home: string, holder: Holder) {
    super(`${home} is in use by process ${holder.pid}${holder.url ? ` at ${holder.url}` : ''}`);
    this.home = home;
    this.holder = holder;
  }
}

/**
 * Takes the folder for this process, or throws HomeHeldError. A lock whose process is gone is taken over.
 * The returned function gives the folder back.
 */
export function acquire(home: string): () => void {
  makeHome(home);
  const mine: Holder = { pid: process.pid, started: startOf(process.pid), since: new Date().toISOString() };
  const file = lockFile(home);
  for (let attempt = 0; attempt < 500; attempt++) {
    if (createWhole(file, mine)) return () => release(home);
    const raw = readRaw(file);
    if (raw === null) continue;
    const holder = parse(raw);
    if (holder && alive(holder)) throw new HomeHeldError(home, holder);
    removeStale(file);
  }
  throw new UnavailableError(`${file} cannot be taken: others keep taking it`);
}

/** Tells other processes where this one can be asked. Only the owner may; others get an UnavailableError. */
export function publish(at: { readonly url: string; readonly token: string }, home: string = homeFolder()): void {
  const holder = whoHolds(home);
  if (!holder || !isMe(holder)) throw new UnavailableError(`${home} is not held by this process`);
  const file = lockFile(home);
  const next = temporary(file);
  writeFileSync(next, JSON.stringify({ ...holder, url: at.url, token: at.token }), { mode: 0o600, flag: 'wx' });
  renameSync(next, file);
}

/** The living process that owns the folder, or null. */
export function whoHolds(home: string = homeFolder()): Holder | null {
  const raw = readRaw(lockFile(home));
  const holder = raw === null ? null : parse(raw);
  return holder && alive(holder) ? holder : null;
}

function lockFile(home: string): string {
  return join(home, 'lock.json');
}

function temporary(file: string): string {
  return `${file}.${process.pid}.${randomBytes(6).toString('hex')}`;
}

/** Creates the file with its content in one step: a reader never sees it empty. False when it is there already. */
function createWhole(file: string, holder: Holder): boolean {
  const draft = temporary(file);
  try {
    writeFileSync(draft, JSON.stringify(holder), { mode: 0o600, flag: 'wx' });
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException;
    throw new UnavailableError(`the folder ${dirname(file)} cannot be written (${code})`, { cause: error });
  }
  try {
    linkSync(draft, file);
    return true;
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'EEXIST') return false;
    // A file system without hard links: creation is still exclusive, though the content follows a moment later.
    return createExclusive(file, holder);
  } finally {
    unlinkSync(draft);
  }
}

function createExclusive(file: string, holder: Holder): boolean {
  try {
    writeFileSync(file, JSON.stringify(holder), { mode: 0o600, flag: 'wx' });
    return true;
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'EEXIST') return false;
    throw error;
  }
}

/** Removes a stale lock. One process at a time: a folder beside it is the turn, so that nobody removes a lock just taken. */
function removeStale(file: string): void {
  const turn = `${file}.takeover`;
  try {
    mkdirSync(turn);
  } catch {
    if (ageMs(turn) > TURN_MS) rmSync(turn, { recursive: true, force: true });
    Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, 20);
    return;
  }
  try {
    const raw = readRaw(file);
    const holder = raw === null ? null : parse(raw);
    if (raw !== null && !(holder && alive(holder))) unlinkSync(file);
  } finally {
    rmSync(turn, { recursive: true, force: true });
  }
}

/** Removing takes microseconds; whoever holds the turn longer than this has died in it. */
const TURN_MS = 5_000;

function ageMs(path: string): number {
  try {
    return Date.now() - statSync(path).mtimeMs;
  } catch {
    return 0;
  }
}

function release(home: string): void {
  const raw = readRaw(lockFile(home));
  const holder = raw === null ? null : parse(raw);
  if (holder && isMe(holder)) unlinkSync(lockFile(home));
}

function isMe(holder: Holder): boolean {
  return holder.pid === process.pid && holder.started === startOf(process.pid);
}

function alive(holder: Holder): boolean {
  try {
    process.kill(holder.pid, 0);
  } catch (error) {
    // EPERM: it lives, but belongs to somebody else.
    if ((error as NodeJS.ErrnoException).code !== 'EPERM') return false;
  }
  const started = startOf(holder.pid);
  return holder.started === null || started === null || holder.started === started;
}

/** Field 22 of /proc/PID/stat, with the boot it counts from: together they name one process for good. */
function startOf(pid: number): string | null {
  try {
    const stat = readFileSync(`/proc/${pid}/stat`, 'latin1');
    const fields = stat.slice(stat.lastIndexOf(')') + 2).split(' ');
    // A zombie has ended; its parent just has not looked yet.
    if (fields[0] === 'Z' || fields[0] === 'X') return 'ended';
    return `${readFileSync('/proc/sys/kernel/random/boot_id', 'latin1').trim()}:${fields[19]}`;
  } catch {
    return null;
  }
}

function readRaw(file: string): string | null {
  try {
    return readFileSync(file, 'utf8');
  } catch {
    return null;
  }
}

function parse(raw: string): Holder | null {
  try {
    const value = JSON.parse(raw) as Partial<Holder>;
    return typeof value.pid === 'number' ? (value as Holder) : null;
  } catch {
    return null;
  }
}
