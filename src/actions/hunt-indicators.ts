import { readFile } from 'node:fs/promises';
import { basename } from 'node:path';
import { UnavailableError } from '../base/errors.ts';
import { type Problem, problem } from '../base/problem.ts';

export type { Watched } from '../telemetry/indicators/watched.ts';

import type { IndicatorRow } from '../model/view.ts';
import {
  WATCHED_TYPES,
  type Watched,
  type WatchedType,
  watchedAs,
  watchedOf,
} from '../telemetry/indicators/watched.ts';
import { refang, refangScheme } from '../text/indicators/defang.ts';
import type { Connection } from './connect.ts';

/**
 * Reads indicators to look for from a file: a STIX 2.1 bundle (patterns of indicators, and observables), or a list, one or more a
 * line, with whatever else stands between commas, semicolons and tabs left out; `#` begins a comment. Defanged spellings count.
 */
export async function readIndicators(path: string): Promise<{ watched: Watched[]; problems: Problem[] }> {
  const text = await readFile(path, 'utf8').catch((error: NodeJS.ErrnoException) => {
    throw new UnavailableError(`the indicators in ${path} cannot be read: ${error.code ?? error.message}`);
  });
  const name = basename(path);
  return text.trimStart().startsWith('{') ? fromStix(text, name) : fromList(text, name);
}

/**
 * The indicators of the ledger that logs can hold: those that documents name as something to look for, not as a source or as
 * harmless. Each says which documents name it.
 */
export async function ledgerIndicators(connection: Pick<Connection, 'call'>): Promise<Watched[]> {
  const watched: Watched[] = [];
  for (let offset = 0; ; offset += LEDGER_PAGE) {
    const type = [...WATCHED_TYPES];
    const { rows, total } = await connection.call('indicators.list', { type, offset, limit: LEDGER_PAGE });
    for (const row of rows) {
      const one = watchedAs(row.type, row.value, documentWords(row));
      if (one) watched.push({ ...one, documents: row.named_in.map(({ id }) => id) });
    }
    if (rows.length === 0 || offset + rows.length >= total) return distinct(watched);
  }
}

const LEDGER_PAGE = 1_000;

/** `"Title", Publisher, 2024-05-01, and 3 more documents` */
function documentWords({ documents, named_in: [first] }: IndicatorRow): string {
  if (!first) return '';
  const words = [`"${first.title ?? first.id}"`, first.publisher, first.published].filter((word) => word);
  const more = documents - 1;
  return words.join(', ') + (more > 0 ? `, and ${more} more ${more === 1 ? 'document' : 'documents'}` : '');
}

/** Indicators of a list; a line that holds none is a problem with its place. */
export function fromList(text: string, source: string): { watched: Watched[]; problems: Problem[] } {
  const watched: Watched[] = [];
  const problems: Problem[] = [];
  const lines = text.replace(/^\uFEFF/, '').split(/\r?\n/);
  const header = HEADER.test(lines[0] ?? '');
  lines.forEach((line, n) => {
    const content = line.replace(/(?:^|\s)#.*$/, '').trim();
    if (!content || (n === 0 && header)) return;
    const found = content
      .split(/[,;\t]/)
      .map((cell) => watchedOf(plain(cell), source))
      .filter((one) => one !== null);
    watched.push(...found);
    if (found.length === 0)
      problems.push(problem('no-indicator', { source, line: n + 1 }, { text: content.slice(0, 80) }));
  });
  return { watched: distinct(watched), problems };
}

/** Indicators of a STIX 2.1 bundle: every equality of a pattern that names something records can hold, and observables. */
export function fromStix(text: string, source: string): { watched: Watched[]; problems: Problem[] } {
  let objects: readonly Record<string, unknown>[];
  try {
    const parsed = JSON.parse(text) as { objects?: unknown; type?: unknown };
    objects = Array.isArray(parsed.objects) ? parsed.objects : parsed.type ? [parsed as Record<string, unknown>] : [];
  } catch (error) {
    return { watched: [], problems: [problem('not-json', { source }, { reason: (error as Error).message }, 'error')] };
  }
  const watched: Watched[] = [];
  const problems: Problem[] = [];
  for (const [n, object] of objects.entries()) {
    if (typeof object !== 'object' || object === null) continue;
    const note = typeof object.name === 'string' ? `${object.name} (${source})` : source;
    const pairs =
      object.type === 'indicator' ? pairsOfPattern(String(object.pattern ?? '')) : pairsOfObservable(object);
    const found = pairs.map(([path, value]) => ofStix(path, value, note)).filter((one) => one !== null);
    watched.push(...found);
    if (object.type === 'indicator' && found.length === 0)
      problems.push(
        problem('no-indicator', { source, part: `object ${n + 1}` }, { text: String(object.pattern).slice(0, 80) }),
      );
  }
  return { watched: distinct(watched), problems };
}

/** A cell without quotes and without the marks that keep an address from being clicked. */
function plain(cell: string): string {
  const written = refang(cell.trim().replace(/^["']|["']$/g, ''));
  return written.replace(/^([a-z0-9]{2,6})\[?:\]?\/\//, (whole, scheme: string) =>
    /^(?:h..?ps?|meow|f[tx]ps?)$/.test(scheme) ? `${refangScheme(scheme)}://` : whole,
  );
}

const HEADER = /^"?(?:type|value|ioc|indicator|id|#)"?\s*[,;\t]/i;

/** Object paths of STIX 2.1 (section 6) that name what records hold. */
const STIX_PATHS: Readonly<Record<string, WatchedType>> = {
  'ipv4-addr:value': 'ipv4',
  'ipv6-addr:value': 'ipv6',
  'domain-name:value': 'domain',
  'url:value': 'url',
  'email-addr:value': 'email',
  'file:name': 'file-name',
  'file:hashes.md5': 'md5',
  'file:hashes.sha-1': 'sha1',
  'file:hashes.sha1': 'sha1',
  'file:hashes.sha-256': 'sha256',
  'file:hashes.sha256': 'sha256',
};

const COMPARISON = /([a-z0-9-]+:[A-Za-z0-9_.'-]+)\s*=\s*'((?:[^'\\]|\\.)*)'/g;

function pairsOfPattern(pattern: string): [string, string][] {
  return [...pattern.matchAll(COMPARISON)].map((m) => [m[1]!.replaceAll("'", ''), m[2]!.replace(/\\(.)/g, '$1')]);
}

function pairsOfObservable(object: Record<string, unknown>): [string, string][] {
  const pairs: [string, string][] = [];
  if (typeof object.value === 'string') pairs.push([`${object.type}:value`, object.value]);
  if (object.type === 'file') {
    if (typeof object.name === 'string') pairs.push(['file:name', object.name]);
    if (typeof object.hashes === 'object' && object.hashes !== null)
      for (const [name, value] of Object.entries(object.hashes)) pairs.push([`file:hashes.${name}`, String(value)]);
  }
  return pairs;
}

/** STIX says the type. */
function ofStix(path: string, written: string, note: string): Watched | null {
  const type = STIX_PATHS[path.toLowerCase()];
  return type ? watchedAs(type, written, note) : null;
}

function distinct(watched: readonly Watched[]): Watched[] {
  const first = new Map(watched.map((one) => [`${one.type} ${one.value}`, one]));
  return [...first.values()];
}
