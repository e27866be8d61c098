import type { Span } from '../../base/span.ts';
import { countryOf, findPlaces } from '../../knowledge/countries.ts';
import { BODY_WORDS } from '../lexicon/roles.ts';
import { words } from '../lexicon/words.ts';
import type { Part } from './parts.ts';
import type { Mention } from './sides.ts';

/** A party of the document so far: its name, and its country where the text has said it. */
export interface Known {
  readonly name: string;
  /** Only described so far ("two Iranian men"): a name may follow. */
  readonly nameless?: boolean;
  readonly country: string | null;
}

function plainly(phrase: string): string | null {
  const country = countryOf(phrase);
  return country && findPlaces(phrase).some((place) => place.class !== 'company') ? country : null;
}

/** What a document has said so far about who attacks whom, and whose side names are on. One a document, used in reading order. */
export class Memory {
  private readonly voices = new Set<string>();
  /** What phrases of the document name, which are asked for again and again. */
  private readonly named = new Map<string, string | null>();
  private readonly homes = new Map<string, string>();
  private lastAttacker: Known | null = null;
  private lastVictim: Known | null = null;
  private lastDoer: Known | null = null;
  private lastStruck: (Known & { readonly sentence: number }) | null = null;
  private lastCase: { readonly end: number; readonly time: string } | null = null;
  private setting: string | null | undefined;

  /** The country a phrase names; a company whose home only tables know gives none. */
  plainly(phrase: string): string | null {
    const known = this.named.get(phrase);
    if (known !== undefined) return known;
    const country = plainly(phrase);
    this.named.set(phrase, country);
    return country;
  }

  get attacker(): Known | null {
    return this.lastAttacker;
  }

  get victim(): Known | null {
    return this.lastVictim;
  }

  /** Whoever was last said to do anything. */
  get doer(): Known | null {
    return this.lastDoer;
  }

  sawDoer(name: string, country: string | null): void {
    this.lastDoer = { name, country };
  }

  /** Notes who speaks: those who report attacks are not taken for those who make them. */
  heard(speaker: string, org: string | null): void {
    this.voices.add(speaker.toLowerCase());
    if (org) this.voices.add(org.toLowerCase());
  }

  speaks(name: string): boolean {
    return this.voices.has(name.toLowerCase());
  }

  /** The time of the case that is being told, for a claim that starts at `at` of `text`; null past its paragraph. */
  caseTime(text: string, at: number): string | null {
    const told = this.lastCase;
    return told && told.end <= at && !text.slice(told.end, at).includes('\n') ? told.time : null;
  }

  /** A case told from here on and when it happened; `null` when another time has come between. */
  sawCase(told: { readonly end: number; readonly time: string } | null): void {
    this.lastCase = told;
  }

  /** The target of an earlier claim of the same sentence. */
  struckIn(sentence: number): Known | null {
    return this.lastStruck?.sentence === sentence ? this.lastStruck : null;
  }

  sawStruck(sentence: number, name: string, country: string | null): void {
    this.lastStruck = { sentence, name, country };
  }

  /**
   * The one country a document is set in, or null: nearly all places it names lie there. What is hit in such a document and named
   * without any country ("the library") is taken to stand there too.
   */
  scene(mentions: readonly Mention[]): string | null {
    if (this.setting === undefined) this.setting = settingOf(mentions);
    return this.setting;
  }

  /** The country of a mention: its own, or what the text tied a group's name to. */
  country(mention: Mention): string | null {
    return mention.country ?? (mention.group ? this.home(mention.group) : null);
  }

  /** The country the text has tied a name to. */
  home(name: string | null): string | null {
    if (!name) return null;
    const key = name.toLowerCase();
    return this.homes.get(key) ?? this.homes.get(key.replace(/ (?:group|team|hackers|gang|apt)$/, '')) ?? null;
  }

  /** Ties a name to a country; persons also by their surname. */
  note(name: string | null, country: string | null): void {
    if (!name || !country || !/\p{Lu}/u.test(name)) return;
    for (const one of name.split(/,\s*(?:\d+,?\s*)?(?:and\s+)?|\s+and\s+/)) {
      const key = one.toLowerCase();
      if (!key || this.homes.has(key)) continue;
      this.homes.set(key, country);
      const parts = key.split(' ');
      const last = parts[parts.length - 1]!;
      const surname = last.length > 4 && /\p{Lu}[^\s]*$/u.test(one);
      if (surname && parts.length > 1 && parts.length < 5 && !parts.some((word) => BODY_WORDS.has(word)))
        if (!this.homes.has(last)) this.homes.set(last, country);
    }
  }

  /** The country of somebody in a clause: from the words, else from what the text has tied the name to. */
  countryOfPart(part: Part | null): string | null {
    if (!part || part.pronoun) return null;
    const own = this.plainly(part.wide) ?? this.plainly(part.words);
    if (own && part.named) this.note(part.words, own);
    return own ?? this.home(part.words);
  }

  /** "the China-based group APT10", "APT10, a Chinese group": group names beside a country in one phrase are at home there. */
  tie(flat: string, mentions: readonly Mention[]): void {
    for (let i = 0; i < mentions.length; i++) {
      const { group, start, end } = mentions[i]!;
      if (!group || this.homes.has(group.toLowerCase())) continue;
      const before = mentions[i - 1];
      const after = mentions[i + 1];
      const home =
        before?.country && start - before.end < 60 && BESIDE.test(flat.slice(before.end, start))
          ? before.country
          : after?.country &&
              after.start - end < 50 &&
              ASIDE.test(flat.slice(end, after.start)) &&
              DESCRIBED.test(flat.slice(after.end, after.end + 50))
            ? after.country
            : null;
      if (home) this.homes.set(group.toLowerCase(), home);
      else if (CALLED.test(flat.slice(Math.max(0, start - 24), start)) && this.lastAttacker?.country)
        this.homes.set(group.toLowerCase(), this.lastAttacker.country);
    }
  }

  sawAttacker(name: string | null, country: string | null, nameless = false): void {
    const known = name ?? this.lastAttacker?.name;
    if (known) this.lastAttacker = { name: known, country, nameless };
    this.note(name, country);
  }

  sawVictim(name: string, country: string | null): void {
    this.lastVictim = { name, country };
    this.note(name, country);
  }
}

const BESIDE =
  /^(?:[-‑](?:based|backed|linked|sponsored|nexus|aligned|affiliated|run))?(?:,? (?:state|government|military|intelligence|sponsored|backed|linked|hacking|hacker|hackers|cyber|espionage|cyberespionage|threat|advanced|persistent|group|gang|team|actor|actors|unit|crew|outfit|called|named|dubbed|known|as|the|infamous|notorious|so|apt)[- ]?)* ?["'(]?$/i;
const ASIDE = /^,? (?:is |was |are )?(?:a|an|the|which is a|believed to be a|one of)\b[^.;,]*$/;
const DESCRIBED =
  /^(?:[-‑](?:based|backed|linked|sponsored)| (?:\S+ ){0,4}(?:group|hackers|hacking|gang|team|actor|crew|unit|apt))/i;
const CALLED = /(?:called|dubbed|named|known as|codenamed|nicknamed)\s+["']?$/i;

/** Nouns that stand for an attacker named before. */
const GROUPS = words('group gang crew team unit actor outfit hackers attackers pair duo defendants men women suspects');

/** "the group", "the gang": stands for the attacker named before. */
export const standsForGroup = (part: Part): boolean =>
  part.definite &&
  GROUPS.has(part.head) &&
  part.words.split(' ').length <= 2 &&
  !/^(?:hackers|attackers)$/.test(part.head);

/** Mentions that lie within a span. `mentions` are in order and apart; found by halving. */
export function within(mentions: readonly Mention[], span: Span): Mention[] {
  let low = 0;
  let high = mentions.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (mentions[middle]!.start < span.start) low = middle + 1;
    else high = middle;
  }
  const found: Mention[] = [];
  for (let i = low; i < mentions.length && mentions[i]!.start < span.end; i++)
    if (mentions[i]!.end <= span.end) found.push(mentions[i]!);
  return found;
}

function settingOf(mentions: readonly Mention[]): string | null {
  const counts = new Map<string, number>();
  let all = 0;
  for (const { country, place } of mentions) {
    if (!country || place?.class === 'company' || place?.class === 'demonym') continue;
    counts.set(country, (counts.get(country) ?? 0) + 1);
    all++;
  }
  for (const [country, count] of counts) if (count >= 2 && count >= 0.8 * all) return country;
  return null;
}
