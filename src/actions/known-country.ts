import { countryNames } from '../knowledge/countries.ts';

/** Whether these capitals are the code of a country (ISO 3166-1 alpha-2, such as KR). */
export function isKnownCountry(code: string): boolean {
  return countryNames().has(code);
}
