import { countryOf, findPlaces } from '../countries.ts';
import { sectorsOf } from '../sectors.ts';

/** Words after which a description says who is attacked. */
const AIM =
  /\b(?:target(?:s|ed|ing)?|victims?|attack(?:s|ed|ing)|compromis(?:e|es|ed|ing)|against|focus(?:es|ed|ing)? (?:on|its|primarily)|interest(?:s|ed)? in)\b/i;

/** What an ATT&CK description states of targets and origin, as codes of this program's own lists. */
export interface Aims {
  readonly sectors: readonly string[];
  readonly countries: readonly string[];
  readonly origins: readonly string[];
}

/**
 * Sectors and countries that a group's or campaign's description names as attacked, and the country the group is named by ("a Russian … group").
 * Only what follows a word of attack in its sentence counts as a target, and only the first sentence before such a word as an origin.
 */
export function aimsOf(description: string): Aims {
  const sectors = new Set<string>();
  const countries = new Set<string>();
  const sentences = plain(description).split(/(?<=[.!?])\s+(?=[A-Z[])/);
  for (const sentence of sentences) {
    const m = AIM.exec(sentence);
    if (!m) continue;
    const tail = sentence.slice(m.index);
    for (const sector of sectorsOf(tail)) sectors.add(sector);
    for (const place of findPlaces(tail)) countries.add(place.country);
  }
  const first = sentences[0] ?? '';
  const cut = AIM.exec(first)?.index ?? first.length;
  const said = /\b(?:is|are|was|were)\s+(?:an?|the)\s+(.+)$/i.exec(first.slice(0, cut));
  const origin = said ? countryOf(said[1]!) : null;
  return { sectors: [...sectors].sort(), countries: [...countries].sort(), origins: origin ? [origin] : [] };
}

/** Without citations and with the words of links only. */
function plain(description: string): string {
  return description.replace(/\(Citation:[^)]*\)/g, '').replace(/\[([^\]]*)\]\([^)]*\)/g, '$1');
}
