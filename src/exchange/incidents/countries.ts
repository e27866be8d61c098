import { countryNames, countryOf } from '../../knowledge/countries.ts';

/** Names of data sets that differ from the usual English one. Facts of ISO 3166-1. */
const OTHER_NAMES: Readonly<Record<string, string>> = {
  'korea, republic of': 'KR',
  "korea, democratic people's republic of": 'KP',
  'iran, islamic republic of': 'IR',
  'iran (islamic republic of)': 'IR',
  'moldova, republic of': 'MD',
  'congo, the democratic republic of the': 'CD',
  'holy see (vatican city state)': 'VA',
  'palestinian territory': 'PS',
  'palestine (state of)': 'PS',
  "korea (democratic people's republic of)": 'KP',
  'korea (republic of)': 'KR',
  'russian federation': 'RU',
  'united states of america': 'US',
  swaziland: 'SZ',
  macao: 'MO',
  guernsey: 'GG',
  'n korea': 'KP',
  's korea': 'KR',
  usa: 'US',
  uk: 'GB',
};
const NOBODY = /^(?:unknown|not available|n\/?a|none|-|)$/i;
const NO_STATE =
  /\(region\)|^(?:africa|caucasus|eastern europe|western europe|northern europe|north america|south america|isis)$/i;

/** Correlates of War country numbers, as DCID joins them into dyads. Facts of the COW list for states that occur there. */
const COW: Readonly<Record<number, string>> = {
  2: 'US',
  20: 'CA',
  40: 'CU',
  200: 'GB',
  220: 'FR',
  255: 'DE',
  290: 'PL',
  339: 'AL',
  344: 'HR',
  350: 'GR',
  352: 'CY',
  355: 'BG',
  359: 'MD',
  360: 'RO',
  365: 'RU',
  366: 'EE',
  367: 'LV',
  368: 'LT',
  369: 'UA',
  370: 'BY',
  371: 'AM',
  372: 'GE',
  373: 'AZ',
  375: 'FI',
  380: 'SE',
  385: 'NO',
  390: 'DK',
  630: 'IR',
  640: 'TR',
  645: 'IQ',
  651: 'EG',
  652: 'SY',
  660: 'LB',
  663: 'JO',
  666: 'IL',
  670: 'SA',
  690: 'KW',
  692: 'BH',
  694: 'QA',
  696: 'AE',
  698: 'OM',
  700: 'AF',
  710: 'CN',
  713: 'TW',
  731: 'KP',
  732: 'KR',
  740: 'JP',
  750: 'IN',
  770: 'PK',
  771: 'BD',
  800: 'TH',
  811: 'KH',
  812: 'LA',
  816: 'VN',
  820: 'MY',
  830: 'SG',
  840: 'PH',
  850: 'ID',
  900: 'AU',
  920: 'NZ',
};

export const cowCountry = (code: number): string | null => COW[code] ?? null;

/** `CN` for a country's name; null for "unknown" and the like; the words themselves for a region or an organisation. */
export function countryCode(name: string): string | null {
  const words = name.trim();
  if (NOBODY.test(words)) return null;
  if (/^[A-Z]{2}$/.test(words)) return words;
  const known = byName().get(words.toLowerCase());
  if (known) return known;
  if (NO_STATE.test(words)) return words;
  return countryOf(words) ?? words;
}

export const isCountry = (code: string): boolean => /^[A-Z]{2}$/.test(code);

let names: ReadonlyMap<string, string> | undefined;

function byName(): ReadonlyMap<string, string> {
  names ??= new Map([
    ...[...countryNames()].map(([code, name]): [string, string] => [name.toLowerCase(), code]),
    ...Object.entries(OTHER_NAMES),
  ]);
  return names;
}
