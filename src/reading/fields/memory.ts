import type { Span } from '../../base/span.ts';
import type { Kind } from '../../model/statement.ts';
import { words } from '../lexicon/words.ts';
import type { Mention } from './sides.ts';

/** Words of phrases that only point back at somebody named before. */
const BACK = words(`
  they it its their them he she his her who which that this these those we our us attackers attacker hackers hacker group groups
  actors actor intruders operatives gang team adversary adversaries spies perpetrators criminals operators campaign attack attacks
  operation operations hack breach cyberattack intrusion malware cyberattacks intrusions incident activity efforts effort hacking
  espionage threat cybercriminals two pair duo men defendants suspects apt advanced persistent scheme company firm agency victim
  victims city county system systems network networks servers computers database data information email emails accounts website site
`);

/** Kinds in which an attacker of the document stands behind the claim when the clause names none. */
const ATTACKED: ReadonlySet<Kind> = new Set<Kind>(['intrusion', 'uses', 'targeting', 'effect', 'intent', 'trend']);
const SUFFERED: ReadonlySet<Kind> = new Set<Kind>(['intrusion', 'effect']);

/** What a document has said so far about who attacks whom, and whose side names are on. One a document, used in reading order. */
export class Memory {
  private readonly homes = new Map<string, string>();
  private attacker: { name: string | null; country: string | null } | null = null;
  private victim: string | null = null;

  /** The country of a mention: its own, or what the text tied a group's name to. */
  country(mention: Mention): string | null {
    return mention.country ?? (mention.group ? (this.homes.get(mention.group.toLowerCase()) ?? null) : null);
  }

  /** "the China-based group APT10": group names beside a country in one phrase are at home there. */
  tie(flat: string, mentions: readonly Mention[]): void {
    for (const group of mentions) {
      if (!group.group || this.homes.has(group.group.toLowerCase())) continue;
      const near = mentions.find(
        (place) =>
          place.country &&
          place.end <= group.start &&
          group.start - place.end < 60 &&
          !/[.;,]|\b(?:against|target\w*|attack\w*|on|into|hit)\b/.test(flat.slice(place.end, group.start)),
      );
      const aside = mentions.find(
        (place) =>
          place.country &&
          place.start > group.end &&
          place.start - group.end < 50 &&
          /^,? (?:is |was |are )?(?:a|an|the|which is a|believed to be a|one of)\b[^.;,]*$/.test(
            flat.slice(group.end, place.start),
          ) &&
          /^(?:[-‑](?:based|backed|linked|sponsored)| (?:\S+ ){0,4}(?:group|hackers|hacking|gang|team|actor|crew|unit|apt))/i.test(
            flat.slice(place.end, place.end + 50),
          ),
      );
      const called =
        /(?:called|dubbed|named|known as|codenamed|nicknamed)\s+["']?$/i.test(
          flat.slice(Math.max(0, group.start - 24), group.start),
        ) && this.attacker?.country
          ? this.attacker
          : null;
      const home = near ?? aside ?? called;
      if (home?.country) this.homes.set(group.group.toLowerCase(), home.country);
    }
  }

  /** Whether a phrase names no attacker of its own. */
  generic(phrase: string | null): boolean {
    return !phrase || pointsBack(phrase) || (DOER.test(phrase) && !/\p{Lu}/u.test(phrase.slice(1)));
  }

  /** An attribution says where an activity or a group belongs. */
  belongs(groups: readonly Mention[], country: string | null): void {
    for (const { group } of groups) {
      if (country && group && !this.homes.has(group.toLowerCase())) this.homes.set(group.toLowerCase(), country);
    }
  }

  actorCountry(kind: Kind, found: string | null, named: boolean): string | null {
    if (found) return found;
    return (ATTACKED.has(kind) || kind === 'attribution') && !named ? (this.attacker?.country ?? null) : null;
  }

  targetCountry(kind: Kind, found: string | null): string | null {
    return found ?? (SUFFERED.has(kind) ? this.victim : null);
  }

  /** The attacker's name that a back-pointing phrase stands for. */
  actorName(phrase: string | null): string | null {
    return (phrase === null || pointsBack(phrase)) && this.attacker?.name ? this.attacker.name : phrase;
  }

  sawActor(name: string | null, country: string | null): void {
    if (!country && name && this.attacker && !/\p{Lu}/u.test(name.slice(1)) && DOER.test(name)) return;
    if (!country && name === this.attacker?.name) return;
    if (country || (name && !pointsBack(name)))
      this.attacker = { name: name && !pointsBack(name) ? name : (this.attacker?.name ?? name), country };
  }

  sawTarget(country: string | null): void {
    if (country) this.victim = country;
  }
}

/** A doer without a name: "state-sponsored groups" go on with the country of the attacker before. */
const DOER =
  /\b(?:hackers?|attackers?|actors?|groups?|gangs?|operatives|spies|agents|criminals|intruders|team|crew)\b/i;

/** Whether a phrase only points back: "the attackers", "they", "the group's operation". */
export function pointsBack(phrase: string): boolean {
  const parts = phrase.toLowerCase().match(/[\p{L}']+/gu) ?? [];
  return (
    parts.length > 0 &&
    parts.length <= 4 &&
    parts.every(
      (word) =>
        BACK.has(word) || /^(?:the|a|an|same|other|some|all|of|both|'s|s|and|have|been|are|is|was|were)$/.test(word),
    )
  );
}

/** Mentions that lie within a span. */
export const within = (mentions: readonly Mention[], span: Span): Mention[] =>
  mentions.filter((m) => m.start >= span.start && m.end <= span.end);
