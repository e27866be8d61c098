import { problem } from '../../base/problem.ts';
import { charsetOf, decode } from '../decode.ts';
import { readImprint, splitHeadline } from '../imprint.ts';
import { plainBlocks } from '../paragraphs.ts';
import { type Format, SURE } from './format.ts';

/** Plain text. The document's text is the file's, character for character, so that offsets hold in the file too. */
export const text: Format = {
  id: 'text',
  recognises({ bytes, head, extension, mediaType }) {
    if (!looksLikeText(bytes, head)) return SURE.no;
    if (mediaType === 'text/plain') return SURE.declared;
    return ['txt', 'text', 'log', 'asc'].includes(extension) ? SURE.name : SURE.guess;
  },
  async read(source, limits) {
    const { text: all, problems } = decode(source.bytes, charsetOf(source.contentType), source.name);
    const cut = all.length > limits.maxText;
    const content = cut ? all.slice(0, limits.maxText) : all;
    if (!/\S/.test(content)) {
      return {
        found: [],
        problems: [...problems, problem('no-text', { source: source.name }, { format: 'text' }, 'error')],
      };
    }
    const blocks = plainBlocks(content);
    const head = blocks[0]?.kind === 'title' ? content.slice(blocks[0].start, blocks[0].end) : null;
    const lines = [
      ...content.slice(0, EDGE).split(/\r\n|[\n\r]/),
      '',
      ...content.slice(Math.max(EDGE, content.length - EDGE)).split(/\r\n|[\n\r]/),
    ];
    const facts = { title: head ? splitHeadline(head).headline : null, ...readImprint(lines, head) };
    const long = cut
      ? [
          problem(
            'too-long',
            { source: source.name, offset: limits.maxText },
            { kept: limits.maxText, unit: 'characters' },
          ),
        ]
      : [];
    return { found: [{ medium: 'text', text: content, blocks, facts, key: '' }], problems: [...problems, ...long] };
  },
};

/** Characters at both ends in which an imprint is looked for. */
const EDGE = 6_000;

/** Text has no control characters but white space; UTF-16 is let through by its byte order mark or its regular zeros. */
function looksLikeText(bytes: Uint8Array, head: string): boolean {
  if ((bytes[0] === 0xff && bytes[1] === 0xfe) || (bytes[0] === 0xfe && bytes[1] === 0xff)) return true;

  let odd = 0;
  let zeros = 0;
  for (let i = 0; i < head.length; i++) {
    const code = head.charCodeAt(i);
    if (code < 32 && !WHITE.has(code)) odd++;
    if (code === 0) zeros++;
  }
  if (zeros > 0 && zeros === odd && zeros >= head.length * 0.4 && zeros <= head.length * 0.6) return true;
  return odd <= head.length * 0.002;
}

/** Tab, line feed, vertical tab, form feed, carriage return, and the escape that terminals colour with. */
const WHITE = new Set([9, 10, 11, 12, 13, 27]);
