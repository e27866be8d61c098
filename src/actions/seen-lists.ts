import { existsSync, readFileSync } from 'node:fs';
import { type Seen, seenIn, softwareByName } from '../analysis/ranking/seen.ts';
import { UsageError } from '../base/errors.ts';
import type { AttackTable } from '../knowledge/attack.ts';
import { currentTechnique } from '../knowledge/techniques.ts';
import type { CaseView } from '../model/case-record.ts';

/** A file with lists of what was seen, a file that `case build --json` wrote, or a case of the ledger. */
export type SeenFrom = { readonly items: string } | { readonly case: string } | { readonly recorded: CaseView };

/**
 * What was seen, as terms. With `traces`, of a case also the addresses it came through and the names of its files, which tie intrusions but which no known group is on
 * record for. UsageError for a file that cannot be read, or a case without an intrusion.
 */
export function seenFromLists(from: SeenFrom, table: AttackTable, traces = false): Seen {
  return seenIn('items' in from ? parsed(from.items) : listsOfCase(from, table, traces), table, currentTechnique);
}

/**
 * Techniques of the steps of a case's first intrusion, and software that its files are named after. Names of files that are no known software are left out without
 * a word: most are.
 */
function listsOfCase(
  from: { readonly case: string } | { readonly recorded: CaseView },
  table: AttackTable,
  traces: boolean,
): unknown {
  const intrusion: unknown = 'case' in from ? parsed(from.case) : from.recorded.logs?.intrusions[0];
  if ('recorded' in from && !intrusion)
    throw new UsageError(`the case ${from.recorded.name} holds no intrusion from logs: there is nothing to compare`);
  const known = softwareByName(table);
  const files = strings(intrusion, 'files', 'name');
  const software = files.flatMap((file) => known.get(wordOf(file)) ?? []);
  const unnamed = files.filter((file) => !known.has(wordOf(file))).map((file) => `file:${nameOf(file).toLowerCase()}`);
  return {
    techniques: unique(strings(intrusion, 'steps', 'technique')),
    software: unique(software),
    ...(traces ? { infrastructure: unique([...strings(intrusion, 'relays', 'address'), ...unnamed]) } : {}),
  };
}

/** `C:\\Temp\\Mimi-katz.exe` → `mimikatz`, as names of software are looked up. */
function wordOf(file: string): string {
  return nameOf(file)
    .replace(/\.[^.]*$/, '')
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]/gu, '');
}

function nameOf(file: string): string {
  return file.slice(Math.max(file.lastIndexOf('\\'), file.lastIndexOf('/')) + 1);
}

function strings(value: unknown, list: string, field: string): string[] {
  const rows = (value as Readonly<Record<string, unknown>> | null | undefined)?.[list];
  if (!Array.isArray(rows)) return [];
  return (rows as readonly unknown[]).flatMap((row) => {
    const text = (row as Readonly<Record<string, unknown>> | null)?.[field];
    return typeof text === 'string' ? [text] : [];
  });
}

function unique(values: readonly string[]): string[] {
  return [...new Set(values)];
}

function parsed(path: string): unknown {
  if (!existsSync(path)) throw new UsageError(`there is no file ${path}`);
  try {
    return JSON.parse(readFileSync(path, 'utf8'));
  } catch (error) {
    throw new UsageError(`${path} cannot be read as JSON: ${(error as Error).message}`);
  }
}
