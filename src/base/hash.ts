import { hash } from 'node:crypto';

/** SHA-256 of bytes or of a string's UTF-8, as 64 lower-case hex digits. */
export function sha256(data: Uint8Array | string): string {
  return hash('sha256', data, 'hex');
}

/** A short stable identifier: a prefix and the first 20 hex digits (80 bits) of the SHA-256 of the parts, joined by NUL. */
export function stableId(prefix: string, ...parts: readonly (string | number)[]): string {
  return `${prefix}-${sha256(parts.join('\0')).slice(0, 20)}`;
}
