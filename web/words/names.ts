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

/** Whether the browser knows the two letters as a country. */
export function isCountry(code: string): boolean {
  return /^[A-Z]{2}$/.test(code) && code !== 'ZZ' && named(regions, code) !== undefined;
}

/** The two letters for a code or an English name, in any case; undefined when it is neither. */
export function countryCode(text: string): string | undefined {
  const wanted = text.trim().toLowerCase();
  if (isCountry(wanted.toUpperCase())) return wanted.toUpperCase();
  return countries().find(({ name }) => name.toLowerCase() === wanted)?.code;
}

let list: readonly { code: string; name: string }[] | undefined;

/** Every country the browser can name, by name. */
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
