import { createHash } from 'node:crypto';
import { readdir, readFile, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { type Problem, problem } from '../../base/problem.ts';

/** A file of rules as it was found, and what tells whether it changed. */
export interface RuleFile {
  readonly path: string;
  readonly size: number;
  readonly changed: number;
}

/** All YAML files under the paths, each once, in the order of their names. Hidden folders are left out. */
export async function listRuleFiles(paths: readonly string[]): Promise<{ files: RuleFile[]; problems: Problem[] }> {
  const found = new Map<string, RuleFile>();
  const problems: Problem[] = [];
  for (const path of paths) {
    const before = found.size;
    try {
      for (const file of await under(path)) found.set(file.path, file);
      if (found.size === before) problems.push(problem('no-rules-here', { source: path }, {}, 'error'));
    } catch (error) {
      problems.push(problem('rules-unreadable', { source: path }, { reason: reasonOf(error) }, 'error'));
    }
  }
  const files = [...found.values()].sort((a, b) => (a.path < b.path ? -1 : a.path > b.path ? 1 : 0));
  return { files, problems };
}

/** Reads the files, a few at a time; one that cannot be read is a problem. */
export async function readRuleFiles(
  files: readonly RuleFile[],
): Promise<{ texts: { file: string; text: string }[]; problems: Problem[] }> {
  const texts: { file: string; text: string }[] = [];
  const problems: Problem[] = [];
  for (let from = 0; from < files.length; from += AT_ONCE)
    await Promise.all(
      files.slice(from, from + AT_ONCE).map(async ({ path }, n) => {
        try {
          texts[from + n] = { file: path, text: await readFile(path, 'utf8') };
        } catch (error) {
          problems.push(problem('rules-unreadable', { source: path }, { reason: reasonOf(error) }, 'error'));
        }
      }),
    );
  return { texts: texts.filter(Boolean), problems };
}

/** Tells one state of the files from another without reading them: paths, sizes, times of change. */
export function fingerprint(files: readonly RuleFile[], besides: readonly string[]): string {
  const hash = createHash('sha256');
  for (const one of besides) hash.update(`${one}\0`);
  for (const { path, size, changed } of files) hash.update(`${path}\0${size}\0${changed}\n`);
  return hash.digest('hex');
}

/** Tells the contents: the same rules under the same names give the same pack. */
export function contentHash(texts: readonly { file: string; text: string }[], besides: readonly string[]): string {
  const hash = createHash('sha256');
  for (const one of besides) hash.update(`${one}\0`);
  for (const { file, text } of texts) hash.update(`${file}\0${text.length}\0${text}\0`);
  return hash.digest('hex');
}

const AT_ONCE = 64;
const YAML = /\.ya?ml$/i;

async function under(path: string): Promise<RuleFile[]> {
  const { size, mtimeMs, isFolder } = await look(path);
  if (!isFolder) return [{ path, size, changed: mtimeMs }];
  const entries = (await readdir(path, { withFileTypes: true })).filter(({ name }) => !name.startsWith('.'));
  const nested = await Promise.all(
    entries.map(async (entry): Promise<RuleFile[]> => {
      const inner = join(path, entry.name);
      if (entry.isDirectory()) return under(inner);
      if (!YAML.test(entry.name)) return [];
      // A link to a folder could lead in a circle; a link to a file cannot.
      const seen = await look(inner);
      return seen.isFolder ? [] : [{ path: inner, size: seen.size, changed: seen.mtimeMs }];
    }),
  );
  return nested.flat();
}

async function look(path: string): Promise<{ size: number; mtimeMs: number; isFolder: boolean }> {
  const seen = await stat(path);
  return { size: seen.size, mtimeMs: seen.mtimeMs, isFolder: seen.isDirectory() };
}

function reasonOf(error: unknown): string {
  return (error as NodeJS.ErrnoException).code ?? (error as Error).message;
}
