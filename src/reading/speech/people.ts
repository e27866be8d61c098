import { findPlaces } from '../../knowledge/countries.ts';
import { phraseAfter } from '../clauses/phrase.ts';
import { BODY_ROLES, DOCUMENT_ROLES, GROUP_ROLES, PERSON_ROLES } from '../lexicon/roles.ts';
import { words } from '../lexicon/words.ts';
import type { Token } from '../tokens.ts';
import type { Voice } from './attribute.ts';
import { appositionAfter, type Party, partyOf } from './names.ts';
import type { Tag } from './tags.ts';

const PLACES: ReadonlySet<string> = new Set(['country', 'demonym', 'capital', 'city', 'region']);
const SINGULAR_HE = words('he she him her who');
/** Nouns for bodies that are no companies, and words in names of bodies that are. */
const PUBLIC = words(
  'federation association ministry agency department government university commission committee council party court police union',
);
const NAMED_BODY = /(?:Inc|Corp|Security|Cyber\w*|Labs?|Ministry|Agency|Department)\b/;
const COMPANY = /\b(?:Security|Cyber\w*|Labs?|Inc|Corp|Ltd|Technologies|Networks|Systems|Solutions)\b/;

/** "Some analysts", "outside experts": anybody's. */
const LOOSE = words(
  'some other others many several most few outside independent various local foreign private all both',
);
const RESEARCH = words('researchers analysts experts team investigators firm company vendor');

/**
 * Who has been named so far, for the references that follow: surnames, "he", "the firm", "the official". One a document, used in
 * reading order.
 */
export class People {
  private readonly persons = new Map<string, Voice>();
  private readonly bodies: string[] = [];
  private person: Voice | null = null;
  private staff: Voice | null = null;
  private speaking: Voice | null = null;
  /** Indefinite first mentions ("a security firm") that wait for the name given later. */
  private readonly pending: { name: string; head: string }[] = [];
  private readonly documents = new Map<string, string>();
  private readonly settled = new Map<string, string>();

  /** Notes persons and bodies that a sentence names as its subject, spoken or not. */
  see(text: string, tokens: readonly Token[]): void {
    this.seeDocument(text, tokens);
    this.seeGroup(text, tokens);
    for (let i = 0; i < tokens.length; i++) {
      if (tokens[i]!.pos !== 'PROPN' || tokens[i - 1]?.pos === 'PROPN') continue;
      let from = i;
      while (from > 0 && (tokens[from - 1]!.pos === 'ADJ' || PERSON_ROLES.has(tokens[from - 1]!.lower)) && i - from < 3)
        from--;
      const phrase = phraseAfter(tokens, from, Math.min(tokens.length, i + 14));
      const aside = appositionAfter(tokens, phrase.to, tokens.length);
      const head = headOnly(tokens, phrase);
      // One word alone is no person with a surname, and seldom a body that is told by its name.
      if (head.to - head.from === 1 && !NAMED_BODY.test(tokens[head.from]!.text)) continue;
      const party = partyOf(text, tokens, head, aside);
      if (party?.type === 'person' && party.name.includes(' ') && (party.org || i === 0 || aside))
        this.remember(party, false);
      else if (party?.type === 'body' && NAMED_BODY.test(party.name)) this.body(short(party.name));
    }
  }

  /** "a new report from the security firm X", "X's report": whose document it is. */
  private seeDocument(text: string, tokens: readonly Token[]): void {
    for (let i = 1; i < tokens.length; i++) {
      if (!DOCUMENT_ROLES.has(tokens[i]!.lower)) continue;
      if (/^(?:from|by|of)$/.test(tokens[i + 1]?.lower ?? '')) {
        const phrase = phraseAfter(tokens, i + 2, Math.min(tokens.length, i + 14));
        let from = phrase.to;
        while (from > phrase.from && /^\p{Lu}/u.test(tokens[from - 1]!.text)) from--;
        const party = from < phrase.to ? partyOf(text, tokens, { from, to: phrase.to }, null) : null;
        if (party?.type === 'body') this.documents.set(tokens[i]!.lower, short(party.name));
      }
    }
  }

  /** "Ukrainian officials" as the subject of a sentence: whom "they" may mean. */
  private seeGroup(text: string, tokens: readonly Token[]): void {
    for (let i = 1; i < Math.min(tokens.length, 5); i++) {
      if (!GROUP_ROLES.has(tokens[i]!.lower) || tokens[i]!.pos !== 'NOUN' || !/^\p{Lu}/u.test(tokens[i - 1]!.text))
        continue;
      const next = tokens[i + 1]?.pos;
      if (next !== 'AUX' && next !== 'VERB' && next !== 'ADV') continue;
      const party = partyOf(text, tokens, { from: 0, to: i + 1 }, null);
      if (party) this.staff = { name: party.name, org: party.org };
    }
  }

  /** The voice behind a tag's subject. */
  resolve(party: Party, tag: Tag): Voice | null {
    const voice = this.find(party, tag);
    if (voice) this.speaking = voice;
    return voice;
  }

  private find(party: Party, tag: Tag): Voice | null {
    const lower = party.name.toLowerCase();
    if (party.type === 'pronoun') {
      if (SINGULAR_HE.has(lower)) return this.person ?? this.speaking;
      if (lower === 'they') return this.staff ?? this.speaking;
      if (lower === 'it' || lower === 'this' || lower === 'that') return this.bodyVoice() ?? this.speaking;
      return this.speaking;
    }
    if (party.type === 'person') return this.remember(party, true);
    if (party.type === 'body') {
      const known = this.persons.get(lastWord(party.name));
      if (known && !party.org && party.name === lastWord2(party.name)) {
        this.person = known;
        return known;
      }
      const name = short(party.name);
      this.body(name);
      this.settle(name);
      return { name, org: null };
    }
    if (party.type === 'document') {
      const issued = this.documents.get(party.name.toLowerCase().split(' ').pop()!);
      const body = party.org ?? issued ?? this.bodyVoice()?.name ?? null;
      const brief = party.name.split(' ').length <= 2 && !/indictment|complaint|filing/i.test(party.name);
      if ((brief || /\b(?:statement|release|tweet|message|email|e-mail|letter|post|blog)\b/i.test(party.name)) && body)
        return { name: body, org: null };
      return { name: party.name, org: body };
    }
    if (party.type === 'role') return this.role(party, tag);
    const voice = { name: party.name, org: party.org };
    const head = lower.split(' ').pop()!;
    const loose = LOOSE.has(lower.split(' ')[0]!);
    if (!party.org && RESEARCH.has(head) && !loose && this.bodies.length && /^(?:\w+ )?\w+$/.test(lower)) {
      const org = this.bodies[this.bodies.length - 1]!;
      this.staff = { name: party.name, org };
      return this.staff;
    }
    this.staff = voice;
    if (party.org) this.body(short(party.org));
    if (
      lower
        .split(' ')
        .slice(0, 3)
        .some((word) => PERSON_ROLES.has(word))
    )
      this.person = voice;
    return voice;
  }

  private role(party: Party, tag: Tag): Voice | null {
    const lower = party.name.toLowerCase();
    const head =
      lower.split(' ').find((word) => PERSON_ROLES.has(word) || BODY_ROLES.has(word)) ?? lower.split(' ').pop()!;
    if (PERSON_ROLES.has(head)) {
      if (!party.fresh) return this.person ?? this.speaking ?? { name: party.name, org: null };
      const behind = head.startsWith('spokes') ? (this.bodyVoice()?.name ?? null) : null;
      this.person = { name: party.name, org: behind };
      return this.person;
    }
    if (BODY_ROLES.has(head)) {
      // "A security firm in the United States": a first mention whose name comes later.
      if (tag.party && (party.fresh || !this.bodies.length)) {
        this.pending.push({ name: party.name, head });
        return { name: party.name, org: null };
      }
      const named = [...this.bodies].reverse().find((body) => body.toLowerCase().includes(head));
      if (named) return { name: named, org: null };
      const body = this.bodyVoice();
      // "The federation" is no security firm that was named after it.
      if (body && PUBLIC.has(head) && COMPANY.test(body.name)) {
        const other = [...this.bodies].reverse().find((name) => !COMPANY.test(name));
        if (other) return { name: other, org: null };
      }
      if (body) return body;
      if (tag.party) this.pending.push({ name: party.name, head });
    }
    return { name: party.name, org: null };
  }

  /** A name came up that an earlier indefinite mention may have meant. */
  settle(name?: string): void {
    // A capital or a country that is named in between is not the firm.
    if (
      !name ||
      findPlaces(name).some(({ start, end, class: kind }) => PLACES.has(kind) && start === 0 && end === name.length)
    )
      return;
    for (const wait of this.pending.splice(0)) this.settled.set(wait.name, name);
  }

  /** The speaker as it finally stands, with indefinite first mentions replaced by the name given later. */
  final(speaker: string, org: string | null): { speaker: string; speaker_org: string | null } {
    const name = this.settled.get(speaker);
    return name ? { speaker: name, speaker_org: null } : { speaker, speaker_org: org === speaker ? null : org };
  }

  private remember(party: Party, speaks: boolean): Voice {
    const key = lastWord(party.name);
    const known = this.persons.get(key);
    const voice =
      known && (known.name.endsWith(party.name) || party.name.endsWith(known.name))
        ? {
            name: known.name.length >= party.name.length ? known.name : party.name,
            org: known.org ?? (party.org && short(party.org)),
          }
        : { name: party.name, org: party.org && short(party.org) };
    this.persons.set(key, voice);
    this.person = voice;
    if (voice.org) {
      this.body(voice.org);
      if (speaks) this.settle(voice.org);
    }
    return voice;
  }

  private body(name: string): void {
    const at = this.bodies.indexOf(name);
    if (at >= 0) this.bodies.splice(at, 1);
    this.bodies.push(name);
  }

  private bodyVoice(): Voice | null {
    if (this.speaking && !this.speaking.name.includes(' ') && this.bodies.includes(this.speaking.name))
      return this.speaking;
    if (this.speaking && this.bodies.includes(this.speaking.name)) return this.speaking;
    if (this.speaking?.org) return { name: this.speaking.org, org: null };
    const name = this.bodies[this.bodies.length - 1];
    return name ? { name, org: null } : null;
  }
}

/** "International Association of Athletics Federations (IAAF)" is called "IAAF" from then on. */
function short(name: string): string {
  const acronym = /\(([\p{Lu}][\p{Lu}\d&/-]{1,9})\)/u.exec(name);
  return acronym ? acronym[1]! : name.replace(/\s*\([^)]*\)?/g, '').trim() || name;
}

function headOnly(tokens: readonly Token[], phrase: { from: number; to: number }): { from: number; to: number } {
  let to = phrase.from;
  while (to < phrase.to && !/^(?:at|for|with|in|from|on|and|to)$/.test(tokens[to]!.lower)) to++;
  return { from: phrase.from, to };
}

const lastWord = (name: string): string => name.split(' ').pop()!.toLowerCase();
const lastWord2 = (name: string): string => name.split(' ').pop()!;
