import { readFile, stat } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import { defaultLogsources } from '../logsources.ts';
import { listRuleFiles, type RuleSettings, readRuleTexts, readSettings } from '../rule-files.ts';
import { cacheFolder, fromCache, toCache } from './cache.ts';
import { contentHash, fingerprint } from './fingerprint.ts';
import { packText, type ReadPack, readPack } from './pack-text.ts';

/** Where a thread finds a pack: its name in the cache, or the pack itself where there is no cache. */
export type PackPlace = { readonly cached: string; readonly folder: string } | { readonly text: string };

/** Rules ready to run, and what became of documents that are not among them. */
export interface LoadedPack extends ReadPack {
  readonly place: PackPlace;
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
  const known = await fromCache(state, folder);
  const quick = known === null ? null : await kept(known, folder);
  if (quick) return { ...quick, problems: [...problems, ...quick.problems] };

  const { files: texts, problems: unread } = await readRuleTexts(files);
  const name = `pack-${contentHash(texts, besides)}`;
  const same = await kept(name, folder);
  if (same) {
    await toCache(state, name, folder);
    return { ...same, problems: [...problems, ...unread, ...same.problems] };
  }
  // Reading rules is not loaded where their pack is kept.
  const { loadRules } = await import('../../sigma/load.ts');
  const text = packText(loadRules(texts, await readSettings(request)));
  await toCache(name, text, folder);
  await toCache(state, name, folder);
  const place = (await fromCache(name, folder)) === text ? { cached: name, folder } : { text };
  const read = readPack(text);
  return { ...read, place, problems: [...problems, ...unread, ...read.problems] };
}

/** The pack at a place. Throws when the cache was emptied meanwhile. */
export async function loadPack(place: PackPlace): Promise<ReadPack> {
  const text = 'text' in place ? place.text : await fromCache(place.cached, place.folder);
  if (text === null) throw new Error('the compiled rules are gone from the cache');
  return readPack(text);
}

/** Changes whenever packs of an earlier program must not be used: with the form of the text, with each build, with the own table of log sources. */
async function formatOf(): Promise<string> {
  const build = await stat(fileURLToPath(import.meta.url)).then(
    ({ mtimeMs }) => mtimeMs,
    () => 0,
  );
  return `rules-2 ${build} ${JSON.stringify(defaultLogsources())}`;
}

async function kept(name: string, folder: string): Promise<LoadedPack | null> {
  const text = await fromCache(name, folder);
  if (text === null) return null;
  try {
    return { ...readPack(text), place: { cached: name, folder } };
  } catch {
    return null;
  }
}

/** What a settings file holds; one that cannot be read is reported when it is used. */
async function besidesOf(path: string | undefined): Promise<string> {
  return path === undefined ? '' : readFile(path, 'utf8').catch(() => 'unreadable');
}
