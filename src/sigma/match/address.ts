/** An address as eight 16-bit groups; IPv4 as the IPv4-mapped IPv6 address, so that both spellings are the same. */
export type Address = readonly number[];

/** A network: the first `bits` of `address`. */
export interface Network {
  readonly address: Address;
  readonly bits: number;
}

/** Reads `192.0.2.1` or `2001:db8::1` (RFC 4291, section 2.2); a zone (`%eth0`) is left out. Null for anything else. */
export function readAddress(text: string): Address | null {
  if (text.length > 64) return null;
  if (!text.includes(':')) {
    const v4 = readV4(text);
    return v4 && [0, 0, 0, 0, 0, 0xffff, ...v4];
  }
  const plain = text.includes('%') ? text.slice(0, text.indexOf('%')) : text;
  const halves = plain.split('::');
  if (halves.length > 2) return null;
  const head = readGroups(halves[0]!, halves.length === 1);
  if (halves.length === 1) return head?.length === 8 ? head : null;
  const tail = readGroups(halves[1]!, true);
  if (!head || !tail || head.length + tail.length > 7) return null;
  return [...head, ...new Array<number>(8 - head.length - tail.length).fill(0), ...tail];
}

/** Reads `192.0.2.0/24` or `2001:db8::/32`; without a length it is the one address. Null when it is none. */
export function readNetwork(text: string): Network | null {
  const match = /^([^/]+)(?:\/(\d{1,3}))?$/.exec(text.trim());
  const address = match && readAddress(match[1]!);
  if (!address) return null;
  const width = match[1]!.includes(':') ? 128 : 32;
  const bits = match[2] === undefined ? width : Number(match[2]);
  return bits <= width ? { address, bits: bits + 128 - width } : null;
}

/** Whether an address lies in a network. */
export function inNetwork(address: Address, network: Network): boolean {
  for (let group = 0, bits = network.bits; bits > 0; group++, bits -= 16) {
    const mask = bits >= 16 ? 0xffff : (0xffff << (16 - bits)) & 0xffff;
    if (((address[group]! ^ network.address[group]!) & mask) !== 0) return false;
  }
  return true;
}

function readV4(text: string): [number, number] | null {
  const parts = text.split('.');
  if (parts.length !== 4) return null;
  const bytes: number[] = [];
  for (const part of parts) {
    if (!/^\d{1,3}$/.test(part) || Number(part) > 255) return null;
    bytes.push(Number(part));
  }
  return [bytes[0]! * 256 + bytes[1]!, bytes[2]! * 256 + bytes[3]!];
}

function readGroups(text: string, mayEndInV4: boolean): number[] | null {
  if (text === '') return [];
  const groups: number[] = [];
  const parts = text.split(':');
  for (const [i, part] of parts.entries()) {
    if (part.includes('.')) {
      const v4 = mayEndInV4 && i === parts.length - 1 ? readV4(part) : null;
      if (!v4) return null;
      groups.push(...v4);
    } else if (/^[0-9a-f]{1,4}$/i.test(part)) {
      groups.push(Number.parseInt(part, 16));
    } else {
      return null;
    }
  }
  return groups;
}
