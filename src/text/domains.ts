import { getDomain } from 'tldts';

/** The registrable domain of a URL or host ("www.ncsc.gov.uk" → "ncsc.gov.uk"), null for addresses and names without a public suffix. */
export function registrableDomain(urlOrHost: string | null | undefined): string | null {
  return urlOrHost ? getDomain(urlOrHost) : null;
}
