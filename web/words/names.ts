/** Names of countries and languages in English, from the browser's own tables. */
const regions = new Intl.DisplayNames('en', { type: 'region', fallback: 'none' });
const languages = new Intl.DisplayNames('en', { type: 'language', fallback: 'none' });
const LETTERS = [...'ABCDEFGHIJKLMNOPQRSTUVWXYZ'];

/** "South Korea" for "KR"; the code itself where the browser knows no name. */
export function countryName(code: string): string {
  return named(regions, code.toUpperCase()) ?? code;
}

/** "English" for "eng"; null means that too little text was there to tell. */
export function languageName(code: string | null): string {
  return code === null ? 'unknown language' : (named(languages, code) ?? code);
}

/** Codes of CLDR with a name that are no country of ISO 3166-1: parts of countries, groups of them, and tests of software. */
const NO_COUNTRY: ReadonlySet<string> = new Set('AC CP CQ DG EA EU EZ IC QO TA UN XA XB ZZ'.split(' '));

/** Whether the two letters are a country of ISO 3166-1 or Kosovo's XK; codes taken back, such as SU or YU, are not. */
export function isCountry(code: string): boolean {
  return /^[A-Z]{2}$/.test(code) && !NO_COUNTRY.has(code) && current(code) && named(regions, code) !== undefined;
}

/** A code that was taken back is rewritten to the one of today. */
const current = (code: string) => Intl.getCanonicalLocales(`und-${code}`)[0] === `und-${code}`;

/** The two letters for a code or an English name, in any case; undefined when it is neither. */
export function countryCode(text: string): string | undefined {
  const wanted = text.trim().toLowerCase();
  const code = wanted === 'uk' ? 'GB' : wanted.toUpperCase();
  if (isCountry(code)) return code;
  return countries().find(({ name }) => name.toLowerCase() === wanted)?.code;
}

let list: readonly { code: string; name: string }[] | undefined;

/** Every country, by name. */
export function countries(): readonly { code: string; name: string }[] {
  list ??= LETTERS.flatMap((a) => LETTERS.map((b) => a + b))
    .filter(isCountry)
    .map((code) => ({ code, name: countryName(code) }))
    .sort((a, b) => a.name.localeCompare(b.name));
  return list;
}

function named(names: Intl.DisplayNames, code: string): string | undefined {
  try {
    return names.of(code);
  } catch {
    return undefined;
  }
}
