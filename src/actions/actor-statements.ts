import { findActorNames } from '../knowledge/actors.ts';
import { nameKeyOf } from '../knowledge/names/key.ts';
import type { StatementView } from '../model/view.ts';
import type { Ledger } from '../store/ledger.ts';

/** How many names one search asks for, and how many statements are looked at. */
const NAMES_A_CALL = 40;
const MOST = 5000;
const A_CALL = 1000;

/** Statements of which one of these names is the actor, the object or the target, newest first; rejected ones are left out. */
export async function statementsAbout(
  ledger: Ledger,
  names: readonly string[],
  asOf?: string,
): Promise<readonly StatementView[]> {
  const keys = new Set(names.map(nameKeyOf));
  const found = new Map<string, StatementView>();
  for (let at = 0; at < names.length; at += NAMES_A_CALL) {
    const q = names
      .slice(at, at + NAMES_A_CALL)
      .map((name) => `"${name.replaceAll('"', ' ')}"`)
      .join(' or ');
    for (let offset = 0; offset < MOST; ) {
      const { rows, total } = await ledger.statements({
        q,
        sort: 'said',
        descending: true,
        offset,
        limit: A_CALL,
        ...(asOf ? { as_of: asOf } : {}),
      });
      for (const it of rows) if (it.review !== 'rejected' && isAbout(it, keys)) found.set(it.id, it);
      offset += rows.length;
      if (rows.length === 0 || offset >= total) break;
    }
  }
  return [...found.values()].sort((a, b) => (a.said > b.said ? -1 : a.said < b.said ? 1 : a.id < b.id ? -1 : 1));
}

/** Whether a field names one of the names: as a whole, or within it ("hackers of APT10"). */
export function names(field: string | null, keys: ReadonlySet<string>): boolean {
  if (!field) return false;
  if (keys.has(nameKeyOf(field))) return true;
  return findActorNames(field).some((it) => keys.has(nameKeyOf(it.words)) || keys.has(nameKeyOf(it.name)));
}

function isAbout({ kind, quote, actor, object, target }: StatementView, keys: ReadonlySet<string>): boolean {
  if (names(actor, keys) || names(object, keys) || names(target, keys)) return true;
  return kind === 'attribution' && names(quote, keys);
}

/** How many documents are looked at for attributions that speak of "the group". */
const DOCUMENTS = 50;

/**
 * Attributions of "the group" in documents whose text names this actor and no other: the passage does not name it, the
 * document does.
 */
export async function inContext(
  ledger: Ledger,
  own: readonly string[],
  statements: readonly StatementView[],
  asOf?: string,
): Promise<readonly StatementView[]> {
  const keys = new Set(own.map(nameKeyOf));
  const known = new Set(statements.map(({ id }) => id));
  const found: StatementView[] = [];
  for (const document of [...new Set(statements.map((it) => it.document_id))].slice(0, DOCUMENTS)) {
    const { text } = await ledger.document(document, asOf);
    const groups = findActorNames(text).filter(({ kind }) => kind === 'group');
    // A name that some list gives to this actor is no other group, whether or not the policy counts it.
    const isOwn = (it: (typeof groups)[number]): boolean =>
      [it.words, it.name, ...it.owners.map(({ name }) => name)].some((name) => keys.has(nameKeyOf(name)));
    if (!groups.every(isOwn)) continue;
    const { rows } = await ledger.statements({
      document,
      kind: ['attribution'],
      limit: A_CALL,
      ...(asOf ? { as_of: asOf } : {}),
    });
    found.push(...rows.filter((it) => it.review !== 'rejected' && !known.has(it.id) && isOfTheGroup(it)));
  }
  return found;
}

function isOfTheGroup({ object }: StatementView): boolean {
  return /^(?:(?:the|this|that|same|second|first)\s+)*(?:group|actor|threat actor|team|it|they)$/i.test(object ?? '');
}
