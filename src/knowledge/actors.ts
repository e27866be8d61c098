import type { Span } from '../base/span.ts';
import { type ActorIndex, actorIndex, entryAt, type Owner } from './actors/name-index.ts';
import { speaksOfIt } from './actors/surroundings.ts';
import { nextToken, outlineOf, type Token, tokenAt, tokenEnd, tokenStart } from './actors/tokens.ts';

export type { ActorKind, Owner } from './actors/name-index.ts';

/** A known name of a group, campaign, malware or tool, as it stands in a text. */
export interface ActorMention extends Span {
  /** The text itself. */
  readonly words: string;
  /** The spelling of the tables. */
  readonly name: string;
  /** What it names; a group where owners differ (groups are often called after their malware). */
  readonly kind: Owner['kind'];
  /** Everything of that name in the tables: the same thing in several sources, or several things. */
  readonly owners: readonly Owner[];
  /** One source gives the name to several of its entries: nobody may count them as one because of it. */
  readonly disputed: boolean;
  /** ISO code where the tables state one and only one; a disputed name needs all its groups to agree. */
  readonly country: string | null;
}

/**
 * Known names of groups, campaigns, malware and tools in a text (ATT&CK and MISP galaxy tables), in text order, longest first, not overlapping.
 *
 * "APT28", "APT 28" and "APT-28" are one name. A name must be written as one: with capitals, or exactly as the tables have it. A name that is also an
 * ordinary word needs a capital inside a sentence and a word beside it that speaks of groups or malware; a command such as `net` its `.exe`.
 */
export function findActorNames(text: string): ActorMention[] {
  const index = actorIndex();
  const found: ActorMention[] = [];
  for (let start = tokenStart(text, 0); start >= 0; ) {
    let end = tokenEnd(text, start);
    const outline = outlineOf(text, start, end);
    // Most words are told by their outline to begin no name.
    if (outline < 0 || index.outlines[outline] === 1) {
      const token = tokenAt(text, start, end);
      const hit = token.opens ? longest(text, token, index) : undefined;
      if (hit) {
        found.push(hit);
        end = hit.end;
      }
    }
    start = tokenStart(text, end);
  }
  return found;
}

/** The entry of a name however it is cased or spaced, without looking at any context; null where the tables do not know it. */
export function actorNamed(
  name: string,
): Pick<ActorMention, 'name' | 'kind' | 'owners' | 'disputed' | 'country'> | null {
  let node = actorIndex().root;
  for (let token = nextToken(name, 0); token; token = nextToken(name, token.end)) {
    const next = node.next?.get(token.key);
    if (!next) return null;
    node = next;
  }
  return entryAt(node) ?? null;
}

function longest(text: string, first: Token, { root }: ActorIndex): ActorMention | undefined {
  let node = root.next?.get(first.key);
  let token: Token | undefined = first;
  let best: ActorMention | undefined;
  while (node && token) {
    const entry = token.closes ? entryAt(node) : undefined;
    if (entry) {
      const span = { start: first.start, end: token.end };
      const words = text.slice(span.start, span.end);
      if (speaksOfIt(text, span, entry)) best = { ...span, words, ...mention(entry) };
    }
    if (!node.next) break;
    const after: Token | undefined = nextToken(text, token.end);
    if (!after || !joins(text, token.end, after.start)) break;
    token = after;
    node = node.next.get(token.key);
  }
  return best;
}

function mention({ name, kind, owners, disputed, country }: Omit<ActorMention, 'start' | 'end' | 'words'>) {
  return { name, kind, owners, disputed, country };
}

/** The parts of a name touch, or one space, hyphen, dot, underscore or apostrophe stands between them. */
function joins(text: string, from: number, to: number): boolean {
  return (
    to === from ||
    (to === from + 1 && /[\s\-–‑._'’/+&]/.test(text[from]!)) ||
    (to === from + 2 && text.slice(from, to) === '. ')
  );
}
