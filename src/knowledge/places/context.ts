import type { Span } from '../../base/span.ts';
import type { FoundWord } from './find.ts';
import type { PlaceWord } from './word-index.ts';

/** Capitalised words that go with a place's name rather than make it a person's. */
const COMPANY_OF_PLACES =
  /^(?:Government|Ministry|Minister|President|Prime|King|Police|City|County|State|Department|University|Army|Air|Navy|Parliament|Embassy|Foreign|Defen[cs]e|Interior|National|Central|Bank|Stock|Airport|International|Institute|Times|Post|Republic|Health|Healthcare|Inc|Corp|Corporation|Ltd|Watch|Security|Tech|Power|Supreme|Court|Attorney|Governor|Mayor|Senator|Rep|General)\b/;
const SMALL_TALK =
  /^(?:The|In|At|From|To|Of|For|By|On|And|But|Near|Outside|Inside|While|When|As|With|If|Both|Against|Across|Only|Even|Also|Like|Between|Since|Until|After|Before|Neighbou?ring|South|North|East|West|Southern|Northern|Eastern|Western|Downtown|City|King|Greater|That|This|Why|How|Will|Does|Did|Is|Are|Was|Has|Had)$/;

/** What settles that "Georgia" is the American state, wherever in the text it stands; and what settles the opposite. */
const GEORGIA_US =
  /\bAtlanta\b|\bGeorgia Tech\b|\bU(?:niversity)? of Georgia\b|\bState of Georgia\b|\bstate of Georgia\b|\bSavannah\b|\bAugusta\b|\bin Georgia and (?:Florida|Alabama|the Carolinas)\b|\b(?:Florida|Alabama|Carolina|Texas|Arizona), (?:and )?Georgia\b|\bGeorgia,? (?:and )?(?:Alabama|Arkansas|Florida|Texas|Tennessee|Virginia|North Carolina|South Carolina|Ohio|Michigan|Arizona|Missouri|Minnesota|Oklahoma|Massachusetts|Vermont|Kentucky|Louisiana|Mississippi|Pennsylvania|Iowa|Nevada)\b/;
const GEORGIA_CAUCASUS =
  /\bTbilisi\b|\bGeorgians?\b(?=[a-z ])|\bAbkhazia|\bSouth Ossetia|\bSaakashvili|\bCaucasus\b|\bArmenia|\bAzerbaijan/;

/** Cities spelled like a word with a capital: only after a preposition of place. */
const AFTER_PREPOSITION = new Set(['Nice', 'Cork', 'Cali']);
const PREPOSITION = /\b(?:in|of|from|near|to|around|outside|at)\s$/;

/** Cities of one name on two continents: a state or province after a comma moves them. */
const TWINS = new Set(
  'Paris London Moscow Athens Rome Birmingham Cambridge Melbourne Vienna Dublin Warsaw Naples Manchester Portland Berlin Oxford Bristol Cairo Lima Toronto Ontario Kingston Alexandria Georgetown Salisbury Cleveland Hamilton Waterloo Newcastle Milan Lebanon St. Petersburg'.split(
    ' ',
  ),
).add('St. Petersburg');
const STATE_AFTER =
  /^,\s+(?:(?:Ala|Ariz|Ark|Calif|Colo|Conn|Del|Fla|Ga|Ill|Ind|Kan|Ky|La|Md|Mass|Mich|Minn|Miss|Mo|Mont|Neb|Nev|Okla|Ore|Pa|Tenn|Tex|Va|Vt|Wash|Wis|Wyo|N\.\s?[CDHJMY]|S\.\s?[CD]|W\.\s?Va)\.|Texas|Florida|Georgia|Ohio|Idaho|Illinois|Maine|Massachusetts|Tennessee|Kentucky|Alabama|Virginia|Oregon|Michigan|Pennsylvania|New York|California)/;
const PROVINCE_AFTER = /^,\s+(?:Ontario|Ont\.|Alberta|Nova Scotia)\b/;

/** Whether a doubtful word is meant as the place or organisation of the tables, judged by its neighbours. */
export function readsAsPlace(text: string, start: number, end: number, word: PlaceWord): boolean {
  if (AFTER_PREPOSITION.has(word.words)) return PREPOSITION.test(text.slice(Math.max(0, start - 9), start));
  if (word.words === 'County')
    return /\p{Lu}\p{Ll}+\s$/u.test(text.slice(Math.max(0, start - 20), start)) && !opensCounty(text, start);
  const before = /(\S+)\s$/.exec(text.slice(Math.max(0, start - 30), start))?.[1];
  const opens =
    start === 0 || before === undefined
      ? !/\S\s?$/.test(text.slice(Math.max(0, start - 2), start))
      : /[.!?:]["”’)]?$/.test(before);
  // An ordinary word with a capital because it opens the sentence says nothing.
  if (
    (word.class === 'company' || word.class === 'demonym' || word.class === 'body') &&
    (opens || /["“‘(]/.test(text[start - 1] ?? ''))
  )
    return false;
  const after = /^ ([A-Z][\p{L}.]*)/u.exec(text.slice(end, end + 30))?.[1];
  if (after && !COMPANY_OF_PLACES.test(after) && !(word.class === 'company')) return false;
  if (!before || opens || !/^[A-Z][a-z]+$/.test(before)) return true;
  return SMALL_TALK.test(before);
}

/** "The County", "And County": no name before it. */
const opensCounty = (text: string, start: number): boolean =>
  SMALL_TALK.test(/(\S+)\s$/.exec(text.slice(Math.max(0, start - 20), start))?.[1] ?? '');

/** The country of a found spelling where the surroundings move it: a Georgia in America, a Paris in Texas. */
export function reassigned(
  text: string,
  found: Span & { readonly word: PlaceWord },
  before: readonly FoundWord[],
): string {
  const { word } = found;
  if (word.words === 'Georgia') {
    const around = text.slice(Math.max(0, found.start - 3000), found.end + 3000);
    const last = before.at(-1);
    const neighbour =
      last !== undefined && found.start - last.end <= 6 && last.country === 'US' && last.word.class !== 'country';
    return neighbour || (GEORGIA_US.test(around) && !GEORGIA_CAUCASUS.test(around)) ? 'US' : word.country;
  }
  const last = before.at(-1);
  if (word.words === 'County') return last?.end === found.start - 1 ? last.country : word.country;
  if ((word.class === 'capital' || word.class === 'city') && TWINS.has(word.words)) {
    const after = text.slice(found.end, found.end + 24);
    if (STATE_AFTER.test(after)) return 'US';
    if (PROVINCE_AFTER.test(after)) return 'CA';
  }
  return word.country;
}
