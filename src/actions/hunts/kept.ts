import { once } from 'node:events';
import { createWriteStream } from 'node:fs';
import { readdir, readFile, rename, stat, writeFile } from 'node:fs/promises';
import { isAbsolute, join } from 'node:path';
import { NotFoundError, UnavailableError, UsageError } from '../../base/errors.ts';
import { stableId } from '../../base/hash.ts';
import type { HuntRan, HuntRow } from '../../model/hunt-view.ts';
import type { Context } from '../action.ts';
import { makeFolder } from '../folders.ts';
import { HuntIndex } from './hunt-index.ts';

/** A hunt on record in the data folder: what ran, and the file of its lines. */
export interface KeptHunt extends HuntRow {
  readonly lines: string;
  readonly ran: HuntRan | null;
}

const ID = /^hunt-[0-9a-f]{20}$/;
/** Indexes of hunts that were asked last. */
const MOST_OPEN = 3;
const open = new Map<string, { readonly mark: string; readonly index: Promise<HuntIndex> }>();

/** Only a workbench that nobody beyond this machine reaches takes paths from a page; see docs/SECURITY.md. */
export function needPaths({ paths }: Context): void {
  if (paths === false)
    throw new UnavailableError('this workbench listens beyond this machine, so it takes no paths from a page');
}

/** A path as a page names it: the whole one, so that nothing depends on where the program was started. */
export function wholePath(path: string): string {
  const trimmed = path.trim();
  if (!isAbsolute(trimmed) || trimmed.includes('\0'))
    throw new UsageError(`"${trimmed}" is no whole path; write it from the root, such as /var/log/case`);
  return trimmed;
}

export const newId = (context: Context, what: string): string =>
  stableId('hunt', context.now().toISOString(), what, String(process.hrtime.bigint()));

const folderOf = ({ home }: Context): string => join(home, 'hunts');

export async function keep(context: Context, hunt: KeptHunt): Promise<void> {
  const path = join(folderOf(context), `${hunt.id}.json`);
  makeFolder(folderOf(context));
  await writeFile(`${path}.part`, JSON.stringify(hunt), { mode: 0o600 });
  await rename(`${path}.part`, path);
}

/** Writes lines to the file of a hunt of the workbench's own. */
export async function keepLines(
  context: Context,
  id: string,
  lines: AsyncIterable<string>,
): Promise<{ path: string; hits: number }> {
  makeFolder(folderOf(context));
  const path = join(folderOf(context), `${id}.jsonl`);
  const out = createWriteStream(path, { mode: 0o600 });
  let hits = 0;
  for await (const line of lines) {
    hits++;
    if (!out.write(`${line}\n`)) await once(out, 'drain');
  }
  out.end();
  await once(out, 'finish');
  return { path, hits };
}

/** The hunts on record, the latest first. */
export async function keptHunts(context: Context): Promise<KeptHunt[]> {
  const names = await readdir(folderOf(context)).catch(() => []);
  const ids = names.flatMap((name) =>
    name.endsWith('.json') && ID.test(name.slice(0, -5)) ? [name.slice(0, -5)] : [],
  );
  const found = await Promise.all(ids.map((id) => keptHunt(context, id).catch(() => null)));
  return found.filter((one) => one !== null).sort((a, b) => (a.started > b.started ? -1 : 1));
}

/** Throws NotFoundError for an unknown id. */
export async function keptHunt(context: Context, id: string): Promise<KeptHunt> {
  const text = ID.test(id) ? await readFile(join(folderOf(context), `${id}.json`), 'utf8').catch(() => null) : null;
  if (text === null) throw new NotFoundError(`no hunt ${id}`);
  return JSON.parse(text) as KeptHunt;
}

/** The index of a file of hits, made again when the file has changed. */
export async function indexOf(path: string): Promise<HuntIndex> {
  const facts = await stat(path).catch(() => null);
  const mark = `${facts?.size} ${facts?.mtimeMs}`;
  const known = open.get(path);
  open.delete(path);
  const entry = known?.mark === mark ? known : { mark, index: HuntIndex.of(path) };
  open.set(path, entry);
  for (const oldest of [...open.keys()].slice(0, -MOST_OPEN)) open.delete(oldest);
  entry.index.catch(() => open.delete(path));
  return entry.index;
}
