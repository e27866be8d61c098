import { readFile } from 'node:fs/promises';
import type { Problem } from '../../base/problem.ts';
import { type DocumentAccount, loadRules } from '../../sigma/index.ts';
import type { RulePack } from '../../sigma/rule/tree.ts';
import { listRuleFiles, type RuleSettings, readRuleTexts, readSettings } from '../rule-files.ts';
import { cacheFolder, fromCache, toCache } from './cache.ts';
import { contentHash, fingerprint } from './fingerprint.ts';

/** Where a thread finds a pack: its name in the cache, or the pack itself where there is no cache. */
export type PackPlace = { readonly cached: string; readonly folder: string } | { readonly text: string };

/** Rules ready to run, and an account of every document they came from. */
export interface LoadedPack {
  readonly pack: RulePack;
  readonly place: PackPlace;
  readonly account: readonly DocumentAccount[];
  readonly problems: readonly Problem[];
  /** Whether nothing had to be compiled. */
  readonly fromCache: boolean;
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
  const besides = [FORMAT, await besidesOf(request.variables), await besidesOf(request.logsources)];
  const state = `state-${fingerprint(files, besides)}`;
  const known = await fromCache(state, folder);
  const quick = known === null ? null : await kept(known, folder);
  if (quick) return { ...quick, problems: [...problems, ...quick.problems], fromCache: true };

  const { files: texts, problems: unread } = await readRuleTexts(files);
  const name = `pack-${contentHash(texts, besides)}`;
  const same = await kept(name, folder);
  if (same) {
    await toCache(state, name, folder);
    return { ...same, problems: [...problems, ...unread, ...same.problems], fromCache: true };
  }
  const loaded = loadRules(texts, await readSettings(request));
  const text = JSON.stringify(loaded);
  await toCache(name, text, folder);
  await toCache(state, name, folder);
  const place = (await fromCache(name, folder)) === null ? { text } : { cached: name, folder };
  return { ...loaded, place, problems: [...problems, ...unread, ...loaded.problems], fromCache: false };
}

/** The pack at a place. Throws when the cache was emptied meanwhile. */
export async function loadPack(place: PackPlace): Promise<RulePack> {
  const text = 'text' in place ? place.text : await fromCache(place.cached, place.folder);
  if (text === null) throw new Error('the compiled rules are gone from the cache');
  return (JSON.parse(text) as { pack: RulePack }).pack;
}

/** Changes whenever compiled rules of an earlier program must not be used. */
const FORMAT = 'rules-1';

async function kept(name: string, folder: string): Promise<Omit<LoadedPack, 'fromCache'> | null> {
  const text = await fromCache(name, folder);
  if (text === null) return null;
  try {
    const { pack, account, problems } = JSON.parse(text) as Omit<LoadedPack, 'place'>;
    return { pack, account, problems, place: { cached: name, folder } };
  } catch {
    return null;
  }
}

/** What a settings file holds; one that cannot be read is reported when it is used. */
async function besidesOf(path: string | undefined): Promise<string> {
  return path === undefined ? '' : readFile(path, 'utf8').catch(() => 'unreadable');
}
