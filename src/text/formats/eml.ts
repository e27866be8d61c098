import { type Problem, problem } from '../../base/problem.ts';
import type { Source } from '../../model/document.ts';
import { type TextBuilder, textBuilder } from '../builder.ts';
import { addFragment } from '../html/fragment.ts';
import { plainBlocks } from '../paragraphs.ts';
import { type Format, type Found, type Part, SURE } from './format.ts';

/** Mails: the text or HTML part is the document, attachments are further documents. */
export const eml: Format = {
  id: 'eml',
  recognises({ head, extension, mediaType }) {
    if (mediaType === 'message/rfc822') return SURE.bytes;
    if (HEADERS.test(head))
      return extension === 'eml' || /^(?:from|subject|to|date|mime-version):/im.test(head) ? SURE.bytes : SURE.no;
    return extension === 'eml' ? SURE.name : SURE.no;
  },
  async read(source, limits) {
    const { default: PostalMime } = await import('postal-mime');
    let mail: Mail;
    try {
      mail = (await PostalMime.parse(source.bytes, { attachmentEncoding: 'arraybuffer', maxNestingDepth: 64 })) as Mail;
    } catch (error) {
      const reason = error instanceof Error ? error.message : String(error);
      return { found: [], problems: [problem('mail-damaged', { source: source.name }, { reason }, 'error')] };
    }
    const problems: Problem[] = [];
    const found = await readBody(mail);
    const attachments = (mail.attachments ?? []).slice(0, limits.maxEntries);
    const parts = attachments.map((attachment, i) => partOf(attachment, i, source));
    if (!found && parts.length === 0)
      problems.push(problem('no-text', { source: source.name }, { format: 'mail' }, 'error'));
    return { found: found ? [found] : [], parts, problems };
  },
};

interface Mail {
  readonly subject?: string;
  readonly date?: string;
  readonly from?: { readonly name?: string; readonly address?: string };
  readonly text?: string;
  readonly html?: string;
  readonly attachments?: readonly Attachment[];
}

interface Attachment {
  readonly filename: string | null;
  readonly mimeType: string;
  readonly content: ArrayBuffer | Uint8Array | string;
}

const HEADERS =
  /^(?:(?:return-path|received|from|to|subject|date|message-id|mime-version|delivered-to|x-[\w-]+|reply-to|dkim-signature|arc-[\w-]+|content-type):[^\n]*\r?\n(?:[ \t][^\n]*\r?\n){0,60}){2}/i;

async function readBody({ subject, date, from, text, html }: Mail): Promise<Found | null> {
  const out = textBuilder();
  const title = subject?.trim() || null;
  if (title) out.add('title', title);
  const plain = text?.trim() ?? '';
  // Many mails carry a text part that only says that they are HTML.
  if (plain && (!html || plain.length > 200 || plain.length * 4 > html.length)) addPlain(plain, out);
  else if (html) await addFragment(html, out, title);
  else if (plain) addPlain(plain, out);
  const built = out.build();
  if (!built.text || (title && built.blocks.length === 1 && !plain && !html)) return null;
  const facts = { title, author: from?.name || from?.address || null, publisher: null, published: sentDay(date) };
  return { medium: 'eml', ...built, facts, key: '' };
}

function addPlain(text: string, out: TextBuilder): void {
  for (const { start, end, kind } of plainBlocks(text))
    out.add(kind === 'title' ? 'paragraph' : kind, text.slice(start, end));
}

/** The day in the sender's own time zone, as the header writes it. */
function sentDay(date: string | undefined): string | null {
  if (!date) return null;
  const time = new Date(date);
  return Number.isNaN(time.getTime()) ? null : time.toISOString().slice(0, 10);
}

function partOf({ filename, mimeType, content }: Attachment, i: number, source: Source): Part {
  const bytes = typeof content === 'string' ? new TextEncoder().encode(content) : new Uint8Array(content);
  return {
    key: `part-${i + 1}`,
    source: { bytes, name: `${source.name}#${filename ?? `part-${i + 1}`}`, contentType: mimeType },
  };
}
