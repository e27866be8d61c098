import { isKnownCountry } from '../actions/known-country.ts';
import { UsageError } from '../base/errors.ts';

/** A country as `--country` takes it, in capitals. UsageError for what is no code of ISO 3166-1. */
export function countryOption(code: string | undefined): string | undefined {
  if (code === undefined) return undefined;
  const folded = code.toUpperCase();
  if (!isKnownCountry(folded))
    throw new UsageError(`--country: there is no country "${code}" (ISO 3166-1, such as KR)`);
  return folded;
}
