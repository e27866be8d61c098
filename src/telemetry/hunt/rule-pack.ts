import { readFile, stat } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import type { Problem } from '../../base/problem.ts';
import { defaultLogsources } from '../logsources.ts';
import { listRuleFiles, type RuleSettings, readRuleTexts, readSettings } from '../rule-files.ts';
import { cacheFolder, fromCache, toCache } from './cache.ts';
import { contentHash, fingerprint } from './fingerprint.ts';
import { packText, type ReadPack, readPack } from './pack-text.ts';

/** Where a thread finds a pack: its name in the cache, or the pack itself where there is no cache. */
export type PackPlace = { readonly cached: string; readonly folder: string } | { readonly text: Uint8Array };

/** Rules ready to run, and what became of documents that are not among them. */
export interface LoadedPack {
  readonly read: ReadPack;
  readonly place: PackPlace;
  /** Files that could not be found or read. */
  readonly problems: readonly Problem[];
}

export interface PackRequest extends RuleSettings {
  readonly paths: readonly string[];
  readonly folder?: string;
}

/**
 * Compiles the rules under the paths, or takes what was compiled before: first by the state of the files (paths, sizes, times),
 * so that a start reads none of them, then by their contents.
 */
export async function compilePack(request: PackRequest): Promise<LoadedPack> {
  const folder = request.folder ?? cacheFolder();
  const { files, problems } = await listRuleFiles(request.paths);
  const besides = [await formatOf(), await besidesOf(request.variables), await besidesOf(request.logsources)];
  const state = `state-${fingerprint(files, besides)}`;
  const known = fromCache(state, folder);
  const quick = known && kept(known.toString('latin1'), folder);
  if (quick) return { ...quick, problems };

  const { files: texts, problems: unread } = await readRuleTexts(files);
  const name = `pack-${contentHash(texts, besides)}`;
  const same = kept(name, folder);
  if (same) {
    await toCache(state, name, folder);
    return { ...same, problems: [...problems, ...unread] };
  }
  // Reading rules is not loaded where their pack is kept.
  const { loadRules } = await import('../../sigma/load.ts');
  const text = packText(loadRules(texts, await readSettings(request)));
  await toCache(name, text, folder);
  await toCache(state, name, folder);
  const bytes = Buffer.from(text, 'latin1');
  const place = fromCache(name, folder)?.equals(bytes) ? { cached: name, folder } : { text: bytes };
  return { read: readPack(bytes), place, problems: [...problems, ...unread] };
}

/** The pack at a place. Throws when the cache was emptied meanwhile. */
export function loadPack(place: PackPlace): ReadPack {
  const text = 'text' in place ? place.text : fromCache(place.cached, place.folder);
  if (text === null) throw new Error('the compiled rules are gone from the cache');
  return readPack(text);
}

/** Changes whenever packs of an earlier program must not be used: with the form of the text, with each build, with the own table of log sources. */
async function formatOf(): Promise<string> {
  const build = await stat(fileURLToPath(import.meta.url)).then(
    ({ mtimeMs }) => mtimeMs,
    () => 0,
  );
  return `${build} ${JSON.stringify(defaultLogsources())}`;
}

function kept(name: string, folder: string): Omit<LoadedPack, 'problems'> | null {
  const text = fromCache(name, folder);
  if (text === null) return null;
  try {
    return { read: readPack(text), place: { cached: name, folder } };
  } catch {
    return null;
  }
}

/** What a settings file holds; one that cannot be read is reported when it is used. */
async function besidesOf(path: string | undefined): Promise<string> {
  return path === undefined ? '' : readFile(path, 'utf8').catch(() => 'unreadable');
}
