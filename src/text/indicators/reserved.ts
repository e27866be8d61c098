/** Address ranges that nobody outside can be reached at, as [first four octets, prefix length]. RFC 6890, 5737, 6598, 5771. */
const RANGES: readonly (readonly [string, number])[] = [
  ['0.0.0.0', 8],
  ['10.0.0.0', 8],
  ['100.64.0.0', 10],
  ['127.0.0.0', 8],
  ['169.254.0.0', 16],
  ['172.16.0.0', 12],
  ['192.0.0.0', 24],
  ['192.0.2.0', 24],
  ['192.168.0.0', 16],
  ['198.18.0.0', 15],
  ['198.51.100.0', 24],
  ['203.0.113.0', 24],
  ['224.0.0.0', 4],
  ['240.0.0.0', 4],
];

/** Public resolvers: named in reports as settings, not as hosts of an attacker. */
export const RESOLVERS: ReadonlySet<string> = new Set(
  '8.8.8.8 8.8.4.4 1.1.1.1 1.0.0.1 9.9.9.9 149.112.112.112 208.67.222.222 208.67.220.220 4.2.2.1 4.2.2.2 114.114.114.114 223.5.5.5 2001:4860:4860::8888 2606:4700:4700::1111'.split(
    ' ',
  ),
);

/** Whether an IPv4 address or network lies in a private, documentation, multicast or otherwise reserved range. */
export function isReservedIpv4(address: string): boolean {
  const value = toNumber(address.split('/')[0]!);
  return RANGES.some(([first, bits]) => value >>> (32 - bits) === toNumber(first) >>> (32 - bits));
}

/** The same for IPv6: loopback, unspecified, link-local, unique local, multicast, documentation, and mapped IPv4. */
export function isReservedIpv6(address: string): boolean {
  const value = address.split('/')[0]!.toLowerCase();
  const mapped = /^(?:0*:)*:?ffff:(\d+\.\d+\.\d+\.\d+)$/.exec(value)?.[1];
  if (mapped) return isReservedIpv4(mapped);
  return (
    value === '::' ||
    value === '::1' ||
    /^(?:fe[89ab][0-9a-f]|f[cd][0-9a-f]{2}|ff[0-9a-f]{2}):/.test(value) ||
    /^2001:0?db8:/.test(value)
  );
}

function toNumber(address: string): number {
  return address.split('.').reduce((sum, part) => sum * 256 + Number(part), 0) >>> 0;
}
