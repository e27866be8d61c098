/**
 * What must not reach a terminal or a page as it is: control characters (an ESC starts a command to the terminal), marks that
 * turn the direction of text round, invisible characters, and halves of characters.
 */
const HIDDEN =
  /[\p{Cc}\u00ad\u061c\u200b-\u200f\u2028-\u202e\u2060-\u206f\ufeff\ufff9-\ufffb]|[\u{e0000}-\u{e007f}]|\p{Surrogate}/gu;

/**
 * Shows a log's text in one line and as it is: control characters as their pictures (ESC as ␛, line feed as ␊), other hidden
 * characters as `<U+202E>`. What was there stays readable, and does nothing.
 */
export function visible(text: string): string {
  // Nearly every text is plain, and this look at it is ten times faster than the other.
  if (/^[\x20-\x7e]*$/.test(text)) return text;
  return text.replace(HIDDEN, (char) => {
    const code = char.codePointAt(0)!;
    if (code < 0x20) return String.fromCharCode(0x2400 + code);
    if (code === 0x7f) return '\u2421';
    return `<U+${code.toString(16).toUpperCase().padStart(4, '0')}>`;
  });
}

/** The first `length` characters, with … for the rest. Never cuts a character in halves. */
export function cut(text: string, length: number): string {
  if (text.length <= length) return text;
  const end = length - 1;
  const code = text.charCodeAt(end - 1);
  return `${text.slice(0, code >= 0xd800 && code < 0xdc00 ? end - 1 : end)}…`;
}
