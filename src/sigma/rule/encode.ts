/** Encodings of a value's text (Sigma modifiers appendix 2.1, "Encoding"), as bytes in the form of Latin-1 text: one character a byte. */
export const ENCODINGS = {
  'utf-8': (text: string): string => Buffer.from(text, 'utf8').toString('latin1'),
  utf16le: (text: string): string => Buffer.from(text, 'utf16le').toString('latin1'),
  utf16be: (text: string): string => Buffer.from(text, 'utf16le').swap16().toString('latin1'),
} as const;

/** Base64 of bytes given as Latin-1 text. */
export function base64(bytes: string): string {
  return Buffer.from(bytes, 'latin1').toString('base64');
}

/**
 * What is left of the bytes in Base64 whatever stands before and after them: three variants by how many bytes (0, 1, 2) the
 * text before leaves in its last group. Characters that also depend on neighbours are cut off at both ends.
 */
export function base64Offsets(bytes: string): string[] {
  return [0, 1, 2].map((shift) => {
    const encoded = base64('\0'.repeat(shift) + bytes);
    // A shift of 1 byte spoils 2 characters, of 2 bytes 3; an open last group spoils its last character and has padding.
    const from = [0, 2, 3][shift]!;
    const cut = [0, 3, 2][(bytes.length + shift) % 3]!;
    return encoded.slice(from, encoded.length - cut);
  });
}
