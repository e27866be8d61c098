import { type FoundWord, findPlaceWords } from './find.ts';

/** Where the head noun's own words end: the first preposition, relative word or participle after which something else is told. */
const TAIL =
  /\b(?:of|in|from|at|inside|across|within|throughout|based|located|headquartered|with|to|on|against|for|by|about|over|into|near|outside|between|who|whom|whose|which|that|where|linked|tied|connected|associated|affiliated|aligned|backed|sponsored|controlled|operating|working|targeting|attacking|posing|using|pretending|responsible|behind|such|including|like|under|via|through|after|before|during)\b|[,;:(–—]/i;

/** What ties the head to a place in its tail, and how firmly. Anything else ("against", "targeting", "about") ties nothing. */
const TIES: readonly (readonly [RegExp, 1 | 2])[] = [
  [/\b(?:of|belonging to|run by|owned by|led by)$/i, 2],
  [/\b(?:from|originating in|based in|located in|headquartered in|operating (?:from|in|out of)|out of)$/i, 2],
  [/\b(?:linked|tied|connected|loyal|traced|attributed|answering|ties|links|close) (?:to|with)$/i, 2],
  [/\b(?:associated|affiliated|aligned) with$/i, 2],
  [/\b(?:backed|sponsored|controlled|employed|hired|funded|directed|supported|paid|operated) by$/i, 2],
  [/\b(?:work|works|worked|working|acting|operating) (?:for|on behalf of|with|at the behest of)$/i, 2],
  [/\bon behalf of$/i, 2],
  [
    /\b(?:spokes\w+|lawyers?|attorneys?|advis[eo]rs?|candidates?|ambassadors?|envoys?|hackers?|spies|mouthpiece) (?:for|to)$/i,
    2,
  ],
  [/\b(?:in|at|inside|across|within|throughout)$/i, 1],
];

/** Heads that stand against the country after "of". */
const OPPOSED =
  /\b(?:critic|opponent|enem(?:y|ie)|victim|adversar(?:y|ie)|rival|foe|neighbou?r|ally|allie|supporter|target|attacker|invader|sanctioning|fear|threat|criticism|coverage|analysi)s?\s+$/i;
/** Ends of compounds that say what a thing is made by or speaks, not whose it is. */
const WEAK_COMPOUND = /^[-‑–](?:built|made|designed|supplied|trained|educated|developed|born|style|controlled-by)\b/i;
const IDLE_COMPOUND =
  /^(?:[-‑–](?:speaking|language|focused|related|themed|only|bound|facing|wide|targeting|critical|friendly|watchers?|experts?)\b|[-‑–]language\b)/i;
const IDLE_PREFIX = /\b(?:(?:anti|pro|non|ex|post|counter)[-‑–]|former )$/i;
/** "U.S. allies" are somebody else. */
const IDLE_HEAD = /^(?:['’]s)? (?:allies|ally|rivals?|adversar(?:y|ies)|enem(?:y|ies)|critics?|opponents?)\b/i;
/** Words that may stand between a tie and the place it ties to. */
const BETWEEN =
  /^(?:\s*(?:the|a|an|its|their|several|some|many|other|various|two|three|both|at|least|known|former|central|eastern|western|northern|southern|northeastern|northwestern|southeastern|southwestern|[a-z]+(?:ern|al|ed|ing|ive|ous|ic|ist|ary|ry|ment|city|town|province|region|county|state|system|government|capital|group|groups|units?|agency|agencies|services?|military|hackers?|officials?|military))\b|[-\s\d]|(?:US|U\.S\.?)[-‑–]\w+)*$/i;

type Tied = FoundWord & { readonly weight: 0 | 1 | 2 };

/**
 * The one country a noun phrase belongs to, or null where it names none or several remain.
 *
 * 1. Words before the first preposition, relative word or comma belong to the head: two countries joined there ("the US and South Korea", "US-South Korean") give null;
 *    otherwise the one nearest the head wins ("Moscow's Federal Security Service", "Russia's American critics" → US).
 * 2. Else a place in the tail counts when "of", "from", "linked to", "backed by" … tie it to the head, then when "in" or "at" does; several of the same strength give null.
 *    "against", "targeting", "about" tie nothing.
 * 3. Else an apposition ("Sofacy, a Russian group") is read as a phrase of its own.
 *
 * "-speaking" and "-language", "anti-", "pro-" and "ex-" say nothing about belonging; "-built", "-made" only where nothing else does.
 */
export function countryOf(phrase: string): string | null {
  const text = phrase.trim();
  const words = findPlaceWords(text).filter((word) => !idle(text, word));
  if (!words.length) return null;
  const cut = headEnd(text, words);
  const own = words.filter((word) => word.start < cut);
  const strong = own.filter((word) => !weak(text, word));
  if (strong.length) return joined(text, strong) || goesOn(text, cut, strong, words) ? null : one([strong.at(-1)!]);
  const tail = words.filter((word) => word.start >= cut && !weak(text, word)).map((word) => tie(text, cut, word));
  for (const weight of [2, 1] as const) {
    const tied = tail.filter((word) => word.weight === weight);
    if (tied.length) return one(tied);
  }
  const comma = /^[,(–—]/.test(text.slice(cut)) ? text.slice(cut + 1).replace(/^\s+(?:and|or)\s+/, ' ') : '';
  if (comma.trim()) {
    const apposition = countryOf(comma);
    if (apposition) return apposition;
  }
  return one(own);
}

function one(words: readonly FoundWord[]): string | null {
  const countries = new Set(words.map((word) => word.country));
  return countries.size === 1 ? [...countries][0]! || null : null;
}

/** The end of the words that belong to the head: the first tail word that is not itself part of a name. */
function headEnd(text: string, words: readonly FoundWord[]): number {
  let from = 0;
  for (;;) {
    const m = TAIL.exec(text.slice(from));
    if (!m) return text.length;
    const at = from + m.index;
    const inside = words.find((word) => word.start <= at && at < word.end);
    const compound = /[-‑]$/.test(text.slice(0, at));
    if (!inside && !compound && at > 0) return at;
    from = inside ? inside.end : at + m[0].length;
  }
}

/** Whether different countries of the head are set side by side rather than one before the other. */
function joined(text: string, words: readonly FoundWord[]): boolean {
  for (let i = 1; i < words.length; i++) {
    const [a, b] = [words[i - 1]!, words[i]!];
    if (a.country === b.country) continue;
    const between = text.slice(a.end, b.start);
    if (/^(?:[-‑–/]|\s*[,&]\s*)$/.test(between) || /\b(?:and|or)\b|&/.test(between)) return true;
  }
  return false;
}

/** Whether the head is the first of a list that goes on with another country: "China, Russia and Iran". */
function goesOn(text: string, cut: number, own: readonly FoundWord[], words: readonly FoundWord[]): boolean {
  const rest = text.slice(cut);
  if (!/^(?:,|\s*\()/.test(rest) || /^,\s+(?:who|which|that|whose|where|in|on|with|as)\b/.test(rest)) return false;
  if (!/\band\b|\bor\b|&/.test(rest)) return false;
  const country = own.at(-1)!.country;
  return words.some(
    (word) =>
      word.start >= cut &&
      word.country !== country &&
      /(?:,|\band|\bor|&)\s+(?:the\s+|several\s+|some\s+|many\s+|other\s+)*$/.test(text.slice(cut, word.start)),
  );
}

function tie(text: string, cut: number, word: FoundWord): Tied {
  const lead = text.slice(0, word.start);
  // The nearest tying words before the place, with nothing but its own modifiers between.
  for (let at = lead.length; at >= cut; at--) {
    if (at > cut && !/[\s-]/.test(lead[at - 1] ?? ' ') && at !== lead.length) continue;
    const head = lead.slice(0, at).trimEnd().replace(/,$/, '');
    const found = TIES.find(([pattern]) => pattern.test(head));
    if (!found) continue;
    if (!BETWEEN.test(lead.slice(at)) && !listed(lead.slice(at))) return { ...word, weight: 0 };
    const matched = found[0].exec(head)!;
    if (/^of$/i.test(matched[0]) && OPPOSED.test(head.slice(0, matched.index))) return { ...word, weight: 0 };
    return { ...word, weight: found[1] };
  }
  return { ...word, weight: 0 };
}

/** "of China and [Russia]": a list goes on under the same tie. */
function listed(between: string): boolean {
  return (
    /^\s*(?:the\s+)?[\p{L}.\s-]+(?:,|\band\b|\bor\b)\s*(?:the\s+)?$/u.test(between) &&
    !/\b(?:with|against|targeting|by|for|on)\b/.test(between)
  );
}

function weak(text: string, word: FoundWord): boolean {
  return WEAK_COMPOUND.test(text.slice(word.end, word.end + 16));
}

function idle(text: string, word: FoundWord): boolean {
  const after = text.slice(word.end, word.end + 20);
  return (
    IDLE_COMPOUND.test(after) ||
    IDLE_HEAD.test(after) ||
    IDLE_PREFIX.test(text.slice(Math.max(0, word.start - 9), word.start))
  );
}
