import { type Problem, problem } from '../../base/problem.ts';
import { textBuilder } from '../builder.ts';
import { charsetOf, cutBytes, decode } from '../decode.ts';
import { findArticle } from '../html/article.ts';
import { parsePage } from '../html/dom.ts';
import { pageFacts } from '../html/metadata.ts';
import { stripTags } from '../html/strip.ts';
import { walk } from '../html/walk.ts';
import { plainBlocks } from '../paragraphs.ts';
import { type Format, type Found, SURE } from './format.ts';

/** Web pages: the article without the page around it, and what the page says about itself. */
export const html: Format = {
  id: 'html',
  recognises({ head, extension, mediaType }) {
    if (/^(?:<!--[\s\S]*?-->\s*)*<(?:!doctype html|html|head|body)\b/i.test(head.slice(0, 2048))) return SURE.bytes;
    if (mediaType === 'text/html' || mediaType === 'application/xhtml+xml') return SURE.declared;
    if (/^<\?xml/.test(head) && /<html[\s>]/i.test(head)) return SURE.bytes;
    if (/^<(?:p|div|article|section|main|h[1-6]|table|ul|ol|blockquote)[\s>]/i.test(head)) return SURE.guess + 0.5;
    return ['html', 'htm', 'xhtml', 'shtml'].includes(extension) ? SURE.name : SURE.no;
  },
  async read(source, limits) {
    const problems: Problem[] = [];
    const bytes = cutBytes(source.bytes, limits.maxMarkup);
    if (bytes.length < source.bytes.length) {
      const details = { kept: bytes.length, of: source.bytes.length, unit: 'bytes' };
      problems.push(problem('too-long', { source: source.name, offset: bytes.length }, details));
    }
    const decoded = decode(bytes, declaredCharset(bytes, source.contentType), source.name);
    problems.push(...decoded.problems);
    const found = await readMarkup(decoded.text, source.url ?? null).catch((error: unknown) => {
      const details = { reason: error instanceof Error ? error.message : String(error) };
      problems.push(problem('markup-not-parsed', { source: source.name }, details));
      return flat(decoded.text);
    });
    if (!/\S/.test(found.text)) {
      problems.push(problem('no-text', { source: source.name }, { format: 'html' }, 'error'));
      return { found: [], problems };
    }
    return { found: [found], problems };
  },
};

async function readMarkup(markup: string, base: string | null): Promise<Found> {
  const page = await parsePage(markup);
  const facts = pageFacts(page, base);
  const out = textBuilder();
  if (facts.title) out.add('title', facts.title);
  walk(await findArticle(page, markup), out, { skip: facts.title });
  const { text, blocks } = out.build();
  return { medium: 'html', text, blocks, facts, key: '' };
}

/** Without a tree: the words at least. */
function flat(markup: string): Found {
  const text = stripTags(markup);
  const title = /<title[^>]*>([^<]{1,300})/i.exec(markup.slice(0, 100_000))?.[1] ?? null;
  return { medium: 'html', text, blocks: plainBlocks(text), facts: { title }, key: '' };
}

/** The header's charset, else the one that the page's own head names. */
function declaredCharset(bytes: Uint8Array, contentType: string | undefined): string | null {
  const header = charsetOf(contentType);
  if (header) return header;
  const head = Buffer.from(bytes.subarray(0, 4096)).toString('latin1');
  return (
    /<meta[^>]{1,200}charset\s*=\s*["']?\s*([\w-]+)/i.exec(head)?.[1] ??
    /^<\?xml[^>]{1,100}encoding=["']([\w-]+)/.exec(head)?.[1] ??
    null
  );
}
