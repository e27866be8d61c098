/**
 * Addresses of relays by country: each is the first of a large allocation, which no machine can hold, so that a country is found for it
 * and nobody is accused.
 */
export const RELAYS = {
  DE: ['84.128.0.0', '91.0.0.0', '93.192.0.0'],
  FI: ['80.220.0.0', '84.248.0.0', '87.92.0.0'],
  KR: ['42.16.0.0', '115.0.0.0', '27.160.0.0'],
  SG: ['27.104.0.0', '27.54.0.0', '42.61.0.0'],
  NL: ['31.136.0.0', '77.160.0.0', '86.80.0.0'],
  JP: ['60.64.0.0', '106.128.0.0', '153.128.0.0'],
  SE: ['2.248.0.0'],
  PL: ['5.184.0.0', '31.60.0.0'],
} as const;

export type RelayCountry = keyof typeof RELAYS;

/** Addresses for harmless outside parties: ranges that are kept free for documentation (RFC 5737) and for tests (RFC 2544). */
export const HARMLESS = ['192.0.2.', '198.51.100.', '203.0.113.', '198.18.0.', '198.18.7.', '198.19.4.'] as const;
