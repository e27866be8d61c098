import { hash } from 'node:crypto';

/** SHA-256 of bytes or of a string's UTF-8, as 64 lower-case hex digits. */
export function sha256(data: Uint8Array | string): string {
  return hash('sha256', data, 'hex');
}

/** A short stable identifier: a prefix and the first 20 hex digits (80 bits) of the SHA-256 of the parts, joined by NUL. */
export function stableId(prefix: string, ...parts: readonly (string | number)[]): string {
  return `${prefix}-${sha256(parts.join('\0')).slice(0, 20)}`;
}

/** A UUID of version 8 (RFC 9562, section 5.8) that follows from the SHA-256 of a text. */
export function uuidOf(text: string): string {
  const digits = sha256(text);
  const variant = ((Number.parseInt(digits[16]!, 16) & 3) | 8).toString(16);
  return `${digits.slice(0, 8)}-${digits.slice(8, 12)}-8${digits.slice(13, 16)}-${variant}${digits.slice(17, 20)}-${digits.slice(20, 32)}`;
}
