import { createHash } from 'node:crypto';
import type { RuleFile } from '../../sigma/index.ts';
import type { LogFile } from '../inputs/list.ts';

/** Tells one state of files from another without reading them: paths, sizes, times of change. */
export function fingerprint(files: readonly LogFile[], besides: readonly string[]): string {
  const hash = createHash('sha256');
  for (const one of besides) hash.update(`${one}\0`);
  for (const { path, size, modified } of files) hash.update(`${path}\0${size}\0${modified}\n`);
  return hash.digest('hex');
}

/** Tells the contents: the same rules under the same names give the same pack. */
export function contentHash(texts: readonly RuleFile[], besides: readonly string[]): string {
  const hash = createHash('sha256');
  for (const one of besides) hash.update(`${one}\0`);
  for (const { file, text } of texts) hash.update(`${file}\0${text.length}\0${text}\0`);
  return hash.digest('hex');
}
