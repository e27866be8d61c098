import type { Intrusion } from '../../model/case.ts';

export interface CaseIndicator {
  readonly type: 'ipv4-addr' | 'ipv6-addr' | 'file';
  readonly value: string;
  /** ISO 8601. */
  readonly first: string;
  readonly last: string;
}

/** What can be searched for elsewhere: addresses of relays, and files that were left behind. */
export function indicatorsOf({ relays, files }: Intrusion): {
  rows: CaseIndicator[];
  files: number;
} {
  const addresses = relays.map(
    ({ address, first, last }): CaseIndicator => ({
      type: address.includes(':') ? 'ipv6-addr' : 'ipv4-addr',
      value: address,
      first,
      last,
    }),
  );
  const left = files.map(
    ({ name, first, last }): CaseIndicator => ({
      type: 'file',
      value: name.replace(/^(?:page|package) /, ''),
      first,
      last,
    }),
  );
  return { rows: [...addresses, ...left], files: left.length };
}
