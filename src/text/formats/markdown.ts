import { problem } from '../../base/problem.ts';
import { textBuilder } from '../builder.ts';
import { readDate } from '../dates.ts';
import { charsetOf, cutBytes, decode } from '../decode.ts';
import { addFragment } from '../html/fragment.ts';
import { readImprint } from '../imprint.ts';
import { type Format, SURE } from './format.ts';

/** Markdown: rendered, then read like any other markup, so that the text has words and no signs. */
export const markdown: Format = {
  id: 'markdown',
  recognises({ head, extension, mediaType }) {
    if (mediaType === 'text/markdown' || mediaType === 'text/x-markdown') return SURE.bytes;
    // A page saved as Markdown under a plain name: its links would stand in the middle of names.
    if (['txt', 'text'].includes(extension) && LINK.test(head)) return SURE.bytes;
    return ['md', 'markdown', 'mdown', 'mkd'].includes(extension) ? SURE.declared : SURE.no;
  },
  async read(source, limits) {
    const { marked } = await import('marked');
    const bytes = cutBytes(source.bytes, limits.maxMarkup);
    const { text: all, problems } = decode(bytes, charsetOf(source.contentType), source.name);
    const { keys, body } = frontMatter(all);
    const out = textBuilder();
    const title = keys.get('title') ?? firstHeading(body);
    if (title) out.add('title', title);
    await addFragment(await marked.parse(body, { async: true, gfm: true }), out, title);
    const { text, blocks } = out.build();
    const long =
      bytes.length < source.bytes.length
        ? [
            problem(
              'too-long',
              { source: source.name, offset: bytes.length },
              { kept: bytes.length, of: source.bytes.length, unit: 'bytes' },
            ),
          ]
        : [];
    if (!text)
      return {
        found: [],
        problems: [...problems, problem('no-text', { source: source.name }, { format: 'markdown' }, 'error')],
      };
    const lines = blocks.map((b) => text.slice(b.start, Math.min(b.end, b.start + 300)));
    const imprint = readImprint(lines.length > 12 ? [...lines.slice(0, 8), ...lines.slice(-4)] : lines, title);
    const facts = {
      title,
      publisher: keys.get('publisher') ?? keys.get('site') ?? nonLink(keys.get('source')) ?? imprint.publisher,
      author: keys.get('author') ?? keys.get('authors') ?? imprint.author,
      published: readDate(keys.get('date') ?? keys.get('published')) ?? imprint.published,
      url: link(keys.get('url') ?? keys.get('link') ?? keys.get('canonical') ?? keys.get('source')),
    };
    return { found: [{ medium: 'markdown', text, blocks, facts, key: '' }], problems: [...problems, ...long] };
  },
};

const LINK = /\[[^\][\n]{1,200}\]\(https?:\/\/[^\s()]+\)/;

/** `key: value` lines between two `---` at the top. Lists and nested values are taken as they are written. */
function frontMatter(text: string): { keys: Map<string, string>; body: string } {
  const keys = new Map<string, string>();
  const m = /^---[ \t]*\r?\n([\s\S]{0,20000}?)\r?\n---[ \t]*(?:\r?\n|$)/.exec(text);
  if (!m) return { keys, body: text };
  for (const line of m[1]!.split(/\r?\n/)) {
    const pair = /^([A-Za-z_]+)\s*:\s*(.+)$/.exec(line);
    const value = pair?.[2]
      ?.trim()
      .replace(/^(["'])(.*)\1$/, '$2')
      .replace(/^\[(.*)\]$/, '$1');
    if (pair && value) keys.set(pair[1]!.toLowerCase(), value);
  }
  return { keys, body: text.slice(m[0].length) };
}

function firstHeading(body: string): string | null {
  return /^\s*#\s+(.{1,300}?)\s*#*\s*$/m.exec(body.slice(0, 2000))?.[1]?.replace(/[*_`]/g, '') ?? null;
}

function link(value: string | undefined): string | null {
  return value && /^https?:\/\//i.test(value) ? value : null;
}

function nonLink(value: string | undefined): string | null {
  return value && !/^https?:\/\//i.test(value) ? value : null;
}
