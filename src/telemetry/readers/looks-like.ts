/** Files that are often found beside logs, by their first bytes. */
const KINDS: readonly (readonly [kind: string, at: number, bytes: string])[] = [
  ['a PDF', 0, '%PDF'],
  ['a Windows program', 0, 'MZ'],
  ['a Linux program', 0, '\x7fELF'],
  ['a registry hive', 0, 'regf'],
  ['a prefetch file', 4, 'SCCA'],
  ['an event log of Windows XP', 4, 'LfLe'],
  ['a packet capture', 0, '\xd4\xc3\xb2\xa1'],
  ['a packet capture', 0, '\x0a\x0d\x0d\x0a'],
  ['an SQLite database', 0, 'SQLite format 3'],
  ['a PNG image', 0, '\x89PNG'],
  ['a JPEG image', 0, '\xff\xd8\xff'],
  ['a 7z archive', 0, '7z\xbc\xaf'],
  ['a RAR archive', 0, 'Rar!'],
  ['an xz file', 0, '\xfd7zXZ'],
  ['a bzip2 file', 0, 'BZh'],
  ['a Parquet file', 0, 'PAR1'],
  ['a systemd journal', 0, 'LPKSHHRH'],
];

/** Text that no reader knows may still be read line by line if its user says what it is. */
export const TEXT = 'text without a known form';

/** What a file that is no log looks like, for the message about it. */
export function looksLike(head: Uint8Array): string {
  const start = Buffer.from(head.buffer, head.byteOffset, Math.min(head.length, 512)).toString('latin1');
  for (const [kind, at, bytes] of KINDS) if (start.startsWith(bytes, at)) return kind;
  const text = start.trimStart();
  if (/^<\?xml|^<Event[ >]/i.test(text)) return 'XML';
  if (/^<(!doctype html|html)/i.test(text)) return 'a web page';
  // biome-ignore lint/suspicious/noControlCharactersInRegex: these are what tells binary data from text
  return /[\0-\x08\x0e-\x1a]/.test(start) ? 'binary data' : TEXT;
}
