import type { Bound, Quantity } from '../../model/statement.ts';

const NUMBER_WORDS: Readonly<Record<string, number>> = {
  two: 2,
  three: 3,
  four: 4,
  five: 5,
  six: 6,
  seven: 7,
  eight: 8,
  nine: 9,
  ten: 10,
  eleven: 11,
  twelve: 12,
  thirteen: 13,
  fourteen: 14,
  fifteen: 15,
  sixteen: 16,
  seventeen: 17,
  eighteen: 18,
  nineteen: 19,
  twenty: 20,
  thirty: 30,
  forty: 40,
  fifty: 50,
  sixty: 60,
  seventy: 70,
  eighty: 80,
  ninety: 90,
  hundred: 100,
  thousand: 1000,
  million: 1e6,
  billion: 1e9,
  half: 0.5,
  dozen: 12,
};
const SCALES: Readonly<Record<string, number>> = {
  hundred: 100,
  thousand: 1e3,
  million: 1e6,
  billion: 1e9,
  trillion: 1e12,
  k: 1e3,
  m: 1e6,
  bn: 1e9,
  b: 1e9,
  dozen: 12,
};
const CURRENCIES: Readonly<Record<string, string>> = { $: 'dollar', '£': 'pound', '€': 'euro', '¥': 'yen', '₩': 'won' };

const BOUNDS: readonly [RegExp, Bound][] = [
  [
    /(?:more than|over|at least|above|exceeding|in excess of|upwards? of|no fewer than|no less than|not less than|beyond|greater than|topping)(?: the)?\s*$/i,
    'at-least',
  ],
  [
    /(?:less than|fewer than|under|up to|as many as|as much as|at most|within|below|no more than|maximum of|not more than|as long as)(?: the)?\s*$/i,
    'at-most',
  ],
  [
    /(?:about|around|approximately|roughly|nearly|almost|some|an estimated|estimated|close to|circa|approx\.?|more or less|just (?:over|under)|well over)\s*(?:the\s*)?$/i,
    'about',
  ],
];

const WORD =
  '(?:two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|thirteen|fourteen|fifteen|sixteen|seventeen|eighteen|nineteen|twenty|thirty|forty|fifty|sixty|seventy|eighty|ninety)(?:-(?:one|two|three|four|five|six|seven|eight|nine))?';
const FIGURE = new RegExp(
  `(?<![\\w.,:/$£€-])([$£€¥₩]|US\\$|USD ?)?\\s?(\\d{1,3}(?:,\\d{3})+(?:\\.\\d+)?|\\d+(?:\\.\\d+)?|(?:${WORD})(?![a-z])|(?<=(?:at least|more than|no more than|up to) )one(?= [a-z])|(?:half )?a (?=million|billion|dozen|hundred|thousand))(?:[ -]?(hundred|thousand|million|billion|trillion|dozen|bn|k|m)\\b)?(\\+)?(%| percent\\b| per cent\\b)?`,
  'gi',
);
/** What stands in every count. */
const COUNTED = new RegExp(
  `\\d|\\b(?:${WORD}|(?:least|than|to) one|a (?:million|billion|dozen|hundred|thousand))`,
  'i',
);
const MONTH = /^(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]*\.?$/i;
const UNIT_STOP = new Set(
  'of in on at by for from with to and or the a an that which who as is was were are have has had been into over about than per between during after before since through against were would could will can may might including such while when where because but if out up off under across among within'.split(
    ' ',
  ),
);
const TIME_UNITS = /^(?:am|pm|a\.m\.?|p\.m\.?|gmt|utc|est|et|pt|bst|st|nd|rd|th)$/i;
const BACK_REFERENCE = /(?:the|these|those|both|other|same|all)\s+$/i;
/** Compounds in which the number names or describes rather than counts: "22-year-old", "26-page". */
const DESCRIBES = /^-(?:year|page|bit|day|month|week|hour|minute|story|point|member|part|factor|count|foot|inch)/i;

const NONE: readonly Quantity[] = [];

/** Numbers that a clause carries as counts: no dates, ages, versions, names' numbers or back-references. */
export function quantitiesOf(clause: string): readonly Quantity[] {
  if (!COUNTED.test(clause)) return NONE;
  const found: Quantity[] = [];
  for (const match of clause.matchAll(FIGURE)) {
    const [whole, currency, figure, scale, plus, percent] = match;
    const before = clause.slice(0, match.index);
    const after = clause.slice(match.index + whole.length);
    let value = numberOf(figure!);
    if (value === null) continue;
    const bare = !scale && !currency && !percent;
    if (bare && isDateOrName(figure!, value, before, after)) continue;
    if (/^\s?-/.test(after) && DESCRIBES.test(after.trimStart())) continue;
    if (scale) value *= SCALES[scale.toLowerCase()] ?? 1;
    const word = !/\d/.test(figure!);
    if (word && bare && BACK_REFERENCE.test(before)) continue;
    const unit = currency
      ? (CURRENCIES[currency.trim().replace(/^US/i, '')] ?? 'dollar')
      : percent
        ? 'percent'
        : unitAfter(after);
    if (!unit) continue;
    found.push({ value: Math.round(value * 1000) / 1000, unit, bound: boundOf(before, plus) });
  }
  return shareBound(found, clause);
}

function numberOf(figure: string): number | null {
  const lower = figure.trim().toLowerCase();
  if (/\d/.test(lower)) return Number(lower.replace(/,/g, ''));
  if (lower === 'a' || lower === 'one') return 1;
  if (lower.startsWith('half')) return 0.5;
  const sum = lower
    .split('-')
    .reduce((total, part) => total + (NUMBER_WORDS[part] ?? (part === 'one' ? 1 : Number.NaN)), 0);
  return Number.isNaN(sum) ? null : sum;
}

function isDateOrName(figure: string, value: number, before: string, after: string): boolean {
  const prior = /(\S+)\s*$/.exec(before)?.[1] ?? '';
  const next = /^\s*([^\s,.;:]+)/.exec(after)?.[1] ?? '';
  const digits = /\d/.test(figure);
  if (
    digits &&
    /^(?:19|20)\d\d$/.test(figure) &&
    !/^(?:attacks?|incidents?|computers?|people|users?|victims?|devices?|accounts?|customers?|organi[sz]ations?|machines?|websites?|sites?|cases?)$/i.test(
      next,
    )
  )
    return true;
  if (digits && value <= 31 && (MONTH.test(prior) || MONTH.test(next))) return true;
  if (digits && TIME_UNITS.test(next) && !/^m$/i.test(next)) return true;
  if (digits && /^(?:st|nd|rd|th)\b/i.test(after)) return true;
  if (
    digits &&
    /(?:^|\s)(?:version|v|windows|unit|section|article|chapter|page|no\.?|number|apt|apt-c-|fin|ta|unc|dev|angle|office|channel|operation|level|phase|tls|ios|android|python|room|route|group|ms|cve|kb|division|bureau|figure|table|part|day)[- ]?$/i.test(
      `${before.slice(-14)}`,
    )
  )
    return true;
  if (digits && /^,?\s*(?:\d{1,3},)?$/.test(prior)) return /,$/.test(prior) && /^\s*,/.test(after);
  if (digits && /^\s*,\s/.test(after) && /,\s*$/.test(before) && value < 120) return true; // ages between commas
  if (
    digits &&
    /\p{Lu}\S*$/u.test(prior) &&
    !/^\p{Ll}/u.test(next) &&
    !/(?:^|[.!?]\s+)\S+\s*$/.test(before) &&
    !/^(?:Over|About|Around|Some|More|Nearly|At|In|The)$/.test(prior)
  )
    return true;
  return false;
}

const TIME_SPAN = /^(?:seconds?|minutes?|hours?|days?|weeks?|months?|years?|decades?)$/;

/** The head noun that a number counts, singular: "separate attacks were" → attack. */
function unitAfter(after: string): string | null {
  const words = after
    .replace(/^\s*-?\s*/, '')
    .split(/\s+/)
    .slice(0, 9);
  let head: string | null = null;
  let possessive = false;
  for (const raw of words) {
    let word = raw.replace(/^["'([“‘]+/, '');
    const stops = /[,.;:)"\]!?”]$/.test(word);
    word = word.replace(/[,.;:)"\]!?'”’]+$/, '');
    const lower = word.toLowerCase();
    if (
      possessive &&
      !head &&
      /^(?:\d[\d,.]*|about|around|nearly|almost|some|over|more|than|roughly|approximately|its|their|his|her|the|our|these|those)$/.test(
        lower,
      )
    )
      continue; // "87 of its 99 stores", "48 of about 500 servers"
    if (/^\d/.test(word) && !head) return null;
    if (!head && TIME_SPAN.test(lower)) return singular(lower);
    if (!word || UNIT_STOP.has(lower)) {
      if (lower === 'of' && !head) {
        possessive = true; // "87 of its 99 stores": the unit comes later
        continue;
      }
      break;
    }
    if (possessive && /^(?:its|their|his|her|the|our|these|those|them|\d+)$/i.test(word)) continue;
    if (
      !head &&
      !stops &&
      /^(?:stolen|affected|targeted|compromised|infected|reported|hacked|leaked|exposed|breached)$/.test(lower)
    )
      continue;
    if (
      /^(?:were|was|is|are|had|have|has|did|said|told|took|reported|stole|stolen|found|used|gathered|routed|affected|targeted|closed|arrested|charged|allegedly|also|worldwide|globally|each|ago|later|earlier|long|who)$/i.test(
        word,
      )
    )
      break;
    if (/(?:ed|ly)$/i.test(lower) && head) break;
    if (/^\p{Lu}/u.test(word) && head && /s$/.test(head)) break;
    head = word;
    if (/['’]s?$/.test(raw)) continue;
    if (stops) break;
    if (/(?:[^s]s|people|men|women|children|data|staff)$/.test(lower) && !/(?:ous|ss|us|is)$/.test(lower)) {
      if (!/^(?:sales|news|businesses|systems|defence|defense)$/.test(lower)) break;
    }
  }
  return head ? singular(head.replace(/['’]s?$/, '').toLowerCase()) : null;
}

/** A noun in the singular, by English spelling rules. */
export function singular(noun: string): string {
  if (/^(?:people|data|staff|series|species|news|ss)$/.test(noun)) return noun === 'people' ? 'person' : noun;
  if (noun === 'men' || noun === 'women') return noun.replace('men', 'man');
  if (/ies$/.test(noun) && noun.length > 4) return noun.replace(/ies$/, 'y');
  if (/(?:ch|sh|x|ss|z|vir?us|bus|campus|census)es$/.test(noun)) return noun.replace(/es$/, '');
  if (
    /[^su]s$/.test(noun) &&
    !/is$|^(?:politics|ethics|economics|mathematics|physics|logistics|analytics|electronics|graphics|robotics)$/.test(
      noun,
    )
  )
    return noun.slice(0, -1);
  return noun;
}

function boundOf(before: string, plus: string | undefined): Bound {
  if (plus) return 'at-least';
  for (const [pattern, bound] of BOUNDS) if (pattern.test(before)) return bound;
  return 'exact';
}

/** "87 of its 99 stores" counts stores twice; a bound covers numbers joined under it. */
function shareBound(found: Quantity[], clause: string): Quantity[] {
  if (
    found.length === 2 &&
    found[0]!.bound !== 'exact' &&
    found[1]!.bound === 'exact' &&
    /\d\S* (?:and|or|to) \d/.test(clause)
  ) {
    return [found[0]!, { ...found[1]!, bound: found[0]!.bound }];
  }
  return found;
}
