import type { Span } from '../../base/span.ts';
import { findActorNames } from '../../knowledge/actors.ts';
import { findPlaces, type PlaceMention } from '../../knowledge/countries.ts';
import { DOERS } from '../lexicon/things.ts';
import { words } from '../lexicon/words.ts';
import type { Token } from '../tokens.ts';

/** On which side of an attack a mention stands. */
export type Side = 'actor' | 'target' | 'neither';

/** A place or a group's name in the text, with the country it stands for (null: a group whose home the text has not said). */
export interface Mention extends Span {
  readonly country: string | null;
  readonly group: string | null;
  readonly place: PlaceMention | null;
}

/** All places and known group names of a text, in order. */
export function mentionsIn(text: string): Mention[] {
  const groups = findActorNames(text)
    .filter((found) => found.kind === 'group')
    .map(({ start, end, words }) => ({ start, end, country: null, group: words, place: null }));
  const places = findPlaces(text)
    .filter((place) => !groups.some((group) => group.start < place.end && place.start < group.end))
    .map((place) => ({ start: place.start, end: place.end, country: place.country, group: null, place }));
  return [...groups, ...places].sort((a, b) => a.start - b.start);
}

const AGENT = words('by from originating');
const PIN =
  /(?:linked|tied|attributed|traced|connected|belong\w*|pointed|pointing|pinned|associated|affiliated|ties|links|link|tie) (?:\w+ ){0,3}(?:to|with|on)\s*(?:the |other )*$/i;
const BEHALF =
  /(?:on behalf of|part of|arm of|work of|hand of|sponsored by|backed by|supported by|directed by|ordered by|carried out by|conducted by|launched by|run by|based (?:in|out of)|origin\w* (?:in|from)|out of|accus\w+|blam\w+|hired by|suspect\w*)\s*(?:the |a |an |\w+ern |\w+ )?$/i;
const COMPOUND =
  /^[-‑–](?:based|backed|sponsored|linked|affiliated|aligned|nexus|directed|funded|run|speaking|born|controlled|state|government)/i;
const AGAINST =
  /(?:against|on|into|at|targets?|targeted|targeting|hit|hitting|attack(?:ed|ing)?|hack(?:ed|ing)?|breach(?:ed|ing)?|infiltrat\w+|penetrat\w+|compromis\w+|in|across|of|pressur\w+|to)\s+(?:the |a |an |several |many |some |other |its |major |large |\d+ |at least |more than |over )*$/i;

/** A side with how plainly the words say so: `strong` ones are remembered for the claims that follow. */
export interface SideOf {
  readonly side: Side;
  readonly strong: boolean;
}

/** The side of a mention, from the words around it within its clause. `verb` is the offset of the clause's main verb. */
export function sideOf(
  flat: string,
  mention: Mention,
  clause: Span,
  verb: number,
  passive: boolean,
  tokens: readonly Token[],
): SideOf {
  const before = flat.slice(Math.max(clause.start, mention.start - 48), mention.start);
  const after = flat.slice(mention.end, Math.min(flat.length, mention.end + 60));
  const against = AGAINST.test(before);
  if (mention.group) {
    const aimed = against && !/(?:of|in|to)\s*$/i.test(before);
    return { side: aimed ? 'target' : 'actor', strong: !aimed };
  }
  if (COMPOUND.test(after)) return { side: 'actor', strong: true };
  if (leadsDoer(tokens, mention, clause))
    return { side: /(?:against|targeting|hit)\s+(?:the |a )?$/i.test(before) ? 'target' : 'actor', strong: true };
  if (PIN.test(before) || BEHALF.test(before)) return { side: 'actor', strong: true };
  const word = /(\w+)\s+(?:the |a |an )?$/i.exec(before)?.[1]?.toLowerCase() ?? '';
  if (AGENT.has(word)) return { side: 'actor', strong: !FINDERS.test(before) };
  if (mention.end <= verb) return { side: passive || against ? 'target' : 'actor', strong: false };
  // A ministry or an agency that is merely named was not attacked.
  if (mention.place?.class === 'body' && !against) return { side: 'neither', strong: false };
  return { side: 'target', strong: against && !/\b(?:of|in|to)\s+(?:the )?$/i.test(before) };
}

/** Those who find an attack stand behind "by" as well as those who make it. */
const FINDERS =
  /(?:discovered|uncovered|reported|published|investigated|found|detected|identified|released|obtained|seen|reviewed|led|headed|confirmed|noticed) by\s+(?:the |a )?$/i;

/** "Chinese state-sponsored hackers": a doer's noun within the phrase that the mention opens. */
function leadsDoer(tokens: readonly Token[], mention: Mention, clause: Span): boolean {
  let i = tokens.findIndex((token) => token.start >= mention.end);
  if (i < 0) return false;
  for (let steps = 0; i < tokens.length && steps < 6 && tokens[i]!.start < clause.end; i++, steps++) {
    const token = tokens[i]!;
    if (DOERS.has(token.lower)) return true;
    if (
      /^(?:spies|intelligence|military|services|state|government|agents|operatives)$/.test(token.lower) &&
      mention.place?.class !== 'city'
    ) {
      if (
        /^(?:hackers|agencies|agency|service|services|operatives|officers|units?|cyber|and|or|-|sponsored|backed|security)$/.test(
          tokens[i + 1]?.lower ?? '',
        )
      )
        continue;
    }
    if (!/^(?:ADJ|NOUN|PROPN|PART|PUNCT|VERB|NUM)$/.test(token.pos) || /^[,.;:()"]$/.test(token.text)) return false;
    if (token.pos === 'VERB' && tokens[i - 1]?.text !== '-') return false;
  }
  return false;
}
