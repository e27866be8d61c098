import { readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import * as z from 'zod';
import { UsageError } from '../base/errors.ts';
import type { SourcedList } from '../knowledge/names/statements.ts';
import { type NamingPolicy, RELATIONS } from '../model/name.ts';
import { CERTAINTIES } from '../model/statement.ts';
import type { ImportedList } from './import-names.ts';
import { namesFolder } from './import-names.ts';

/** A naming policy as a user writes it down; what is left out is as in the policy of two independent origins. */
export const policyInput = z.strictObject({
  id: z.string().min(1).max(80).default('own'),
  title: z.string().min(1).max(80).default('Own policy'),
  words: z.string().max(500).default('A policy of one’s own.'),
  speakers: z.union([z.literal('all'), z.array(z.string().min(1).max(200)).max(500)]).default('all'),
  origins: z.int().min(1).max(10).default(2),
  joins: z.array(z.enum(RELATIONS)).default(['same']),
  least: z.enum(CERTAINTIES).default('probable'),
  forbids: z.int().min(0).max(10).default(1),
  shared: z.enum(['apart', 'join']).default('apart'),
});

/** Where a user's own policies stand in a data folder, one JSON file each. */
function policiesFolder(home: string): string {
  return join(home, 'policies');
}

/** Reads a policy from a JSON file. Throws UsageError that says what is wrong with it. */
export function readPolicyFile(path: string): NamingPolicy {
  let value: unknown;
  try {
    value = JSON.parse(readFileSync(path, 'utf8'));
  } catch (error) {
    throw new UsageError(
      `the naming policy ${path} cannot be read: ${(error as NodeJS.ErrnoException).code === 'ENOENT' ? 'there is no such file' : (error as Error).message}`,
    );
  }
  const checked = policyInput.safeParse(value);
  if (checked.success) return checked.data;
  const faults = checked.error.issues.map(({ path: at, message }) => `${at.join('.') || 'it'}: ${message}`);
  throw new UsageError(`the naming policy ${path} is not one: ${faults.join('; ')}`);
}

/** The user's own policies in the data folder; a file that is none is left out. */
export function ownPolicies(home: string): readonly NamingPolicy[] {
  return jsonFiles(policiesFolder(home)).flatMap((path) => {
    try {
      const policy = readPolicyFile(path);
      const name = path.slice(path.lastIndexOf('/') + 1, -'.json'.length);
      return [{ ...policy, id: policy.id === 'own' ? name : policy.id }];
    } catch {
      return [];
    }
  });
}

const read = new Map<string, { readonly stamp: string; readonly list: SourcedList | null }>();

/** The lists imported into a data folder. A file is read again only when it has changed. */
export function importedLists(home: string): readonly SourcedList[] {
  return jsonFiles(namesFolder(home)).flatMap((path) => {
    const { mtimeMs, size } = statSync(path);
    const stamp = `${mtimeMs} ${size}`;
    const known = read.get(path);
    const list = known?.stamp === stamp ? known.list : listIn(path);
    read.set(path, { stamp, list });
    return list ? [list] : [];
  });
}

function listIn(path: string): SourcedList | null {
  try {
    const { list, recorded } = JSON.parse(readFileSync(path, 'utf8')) as ImportedList;
    return Array.isArray(list?.entries) ? { list, recorded, source: 'imported' } : null;
  } catch {
    return null;
  }
}

function jsonFiles(folder: string): readonly string[] {
  try {
    return readdirSync(folder)
      .filter((name) => name.endsWith('.json'))
      .sort()
      .map((name) => join(folder, name));
  } catch {
    return [];
  }
}
