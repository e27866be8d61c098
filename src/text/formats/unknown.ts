import { problem } from '../../base/problem.ts';
import type { Format } from './format.ts';

/** Whatever no other format claims: there is no text to show, and that is said. */
export const unknown: Format = {
  id: 'unknown',
  recognises: () => 0.5,
  async read(source) {
    const kind = MAGIC.find(([magic]) => magic.every((byte, i) => source.bytes[i] === byte))?.[1] ?? 'unknown';
    const details = { kind, bytes: source.bytes.length };
    return { found: [], problems: [problem('not-a-document', { source: source.name }, details, 'error')] };
  },
};

/** First bytes of files that people drop by mistake, so that the message can name them. */
const MAGIC: readonly (readonly [readonly number[], string])[] = [
  [[0x4d, 0x5a], 'Windows program'],
  [[0x7f, 0x45, 0x4c, 0x46], 'Linux program'],
  [[0x89, 0x50, 0x4e, 0x47], 'PNG image'],
  [[0xff, 0xd8, 0xff], 'JPEG image'],
  [[0x47, 0x49, 0x46, 0x38], 'GIF image'],
  [[0x50, 0x4b, 0x03, 0x04], 'ZIP archive'],
  [[0x1f, 0x8b], 'gzip archive'],
  [[0x37, 0x7a, 0xbc, 0xaf], '7-Zip archive'],
  [[0x52, 0x61, 0x72, 0x21], 'RAR archive'],
  [[0xd0, 0xcf, 0x11, 0xe0], 'old Microsoft Office file'],
  [[0x45, 0x6c, 0x66, 0x46, 0x69, 0x6c, 0x65], 'Windows event log'],
  [[0x7b, 0x5c, 0x72, 0x74, 0x66], 'RTF file'],
];
