/**
 * An IPv4 or IPv6 network in one canonical form (`10.0.0.0/8`, `fe80:0:0:0:0:0:0:0/10`), null when it is none. A bare address is
 * a network of one. As in pySigma, bits behind the prefix must be zero: `10.1.1.1/8` is more likely a slip than meant.
 */
export function network(text: string): string | null {
  const match = /^([\da-f.:]+)(?:\/(\d{1,3}))?$/i.exec(text.trim());
  if (!match) return null;
  const [, address, prefix] = match as unknown as [string, string, string | undefined];
  const groups = address.includes(':') ? ipv6(address) : ipv4(address);
  if (groups === null) return null;
  const width = groups.length === 8 ? 16 : 8;
  const bits = groups.length * width;
  const length = prefix === undefined ? bits : Number(prefix);
  if (length > bits) return null;
  for (let i = 0; i < groups.length; i++) {
    const kept = Math.min(width, Math.max(0, length - i * width));
    if (groups[i]! & ((1 << (width - kept)) - 1)) return null;
  }
  return `${width === 8 ? groups.join('.') : groups.map((g) => g.toString(16)).join(':')}/${length}`;
}

function ipv4(text: string): number[] | null {
  const parts = text.split('.');
  if (parts.length !== 4 || !parts.every((part) => /^(?:0|[1-9]\d{0,2})$/.test(part))) return null;
  const numbers = parts.map(Number);
  return numbers.every((n) => n <= 255) ? numbers : null;
}

function ipv6(text: string): number[] | null {
  const halves = text.split('::');
  if (halves.length > 2) return null;
  const sides = halves.map(groupsOf);
  if (sides.includes(null)) return null;
  const [left, right] = sides as number[][];
  if (right === undefined) return left!.length === 8 ? left! : null;
  const missing = 8 - left!.length - right.length;
  return missing >= 1 ? [...left!, ...Array<number>(missing).fill(0), ...right] : null;
}

function groupsOf(text: string): number[] | null {
  if (text === '') return [];
  const parts = text.split(':');
  const last = parts.at(-1)!;
  const numbers: number[] = [];
  if (last.includes('.')) {
    const four = ipv4(last);
    if (!four) return null;
    parts.pop();
    numbers.push(four[0]! * 256 + four[1]!, four[2]! * 256 + four[3]!);
  }
  if (!parts.every((part) => /^[\da-f]{1,4}$/i.test(part))) return null;
  return [...parts.map((part) => Number.parseInt(part, 16)), ...numbers];
}
