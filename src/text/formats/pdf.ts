import { type Problem, problem } from '../../base/problem.ts';
import type { Source } from '../../model/document.ts';
import { textBuilder } from '../builder.ts';
import { readDate } from '../dates.ts';
import { isFurniture } from '../furniture.ts';
import { readImprint } from '../imprint.ts';
import type { Limits } from '../limits.ts';
import { type Line, linesOf, type Run } from '../pdf/lines.ts';
import { type Paragraph, paragraphsOf } from '../pdf/paragraphs.ts';
import { withoutRunningLines } from '../pdf/running.ts';
import { type Format, type Outcome, SURE } from './format.ts';

/** PDF with a text layer: pages, paragraphs, headings. Running headers and footers and hyphens of line breaks go. */
export const pdf: Format = {
  id: 'pdf',
  recognises({ head, mediaType, extension }) {
    if (head.slice(0, 1024).includes('%PDF-')) return SURE.bytes;
    return mediaType === 'application/pdf' || extension === 'pdf' ? SURE.declared + 0.5 : SURE.no;
  },
  async read(source, limits) {
    const { getDocumentProxy } = await import('unpdf');
    let document: Pdf;
    try {
      // The parser takes the bytes over, so it gets its own.
      document = (await getDocumentProxy(new Uint8Array(source.bytes), {
        verbosity: 0,
        isEvalSupported: false,
        stopAtErrors: false,
      })) as unknown as Pdf;
    } catch (error) {
      return refuse(source, error);
    }
    try {
      return await readPages(document, source, limits);
    } finally {
      await document.loadingTask?.destroy?.();
    }
  },
};

/** The part of the PDF library's document that is used. */
interface Pdf {
  readonly numPages: number;
  readonly loadingTask?: { destroy?(): Promise<void> };
  getPage(n: number): Promise<{ getTextContent(): Promise<{ items: unknown[] }>; cleanup(): void }>;
  getMetadata(): Promise<{ info: Readonly<Record<string, unknown>> }>;
}

async function readPages(document: Pdf, source: Source, limits: Limits): Promise<Outcome> {
  const problems: Problem[] = [];
  const pages: Line[][] = [];
  const count = Math.min(document.numPages, limits.maxPages);
  if (count < document.numPages)
    problems.push(
      problem('too-many-pages', { source: source.name, page: count + 1 }, { kept: count, of: document.numPages }),
    );
  for (let n = 1; n <= count; n++) {
    try {
      const page = await document.getPage(n);
      const { items } = await page.getTextContent();
      pages.push(linesOf(items.filter(isRun)));
      page.cleanup();
    } catch (error) {
      pages.push([]);
      problems.push(problem('page-unreadable', { source: source.name, page: n }, { reason: messageOf(error) }));
    }
  }
  const empty = pages.filter((lines) => lines.length === 0).length;
  if (empty === pages.length) {
    problems.push(problem('no-text', { source: source.name }, { format: 'PDF', pages: pages.length }, 'error'));
    return { found: [], problems };
  }
  if (empty > 0)
    problems.push(problem('page-without-text', { source: source.name }, { pages: empty, of: pages.length }, 'note'));
  const paragraphs = paragraphsOf(withoutRunningLines(pages));
  const said = await metadata(document);
  const title = said.title ?? titleOf(paragraphs);
  const out = textBuilder();
  let named = false;
  for (const { kind, text, page } of paragraphs) {
    const isTitle: boolean = !named && title !== null && same(text, title);
    named ||= isTitle;
    out.add(isTitle ? 'title' : isFurniture(text) ? 'caption' : kind, text, { page });
  }
  const { text, blocks } = out.build();
  const imprint = readImprint(
    paragraphs.slice(0, 12).map((p) => p.text.slice(0, 300)),
    null,
  );
  const facts = {
    title,
    publisher: imprint.publisher,
    author: said.author ?? imprint.author,
    published: imprint.published ?? said.published,
  };
  return { found: [{ medium: 'pdf', text, blocks, facts, key: '' }], problems };
}

function isRun(item: unknown): item is Run {
  return typeof (item as Run).str === 'string' && Array.isArray((item as Run).transform);
}

/** Titles that programs put in by themselves. */
const AUTOMATIC =
  /^(?:microsoft word|powerpoint|untitled|document\d*|slide \d|\S+\.(?:docx?|pptx?|indd|qxd|pdf|tex))|\.(?:docx?|pptx?|indd|pdf)$/i;

async function metadata(
  document: Pdf,
): Promise<{ title: string | null; author: string | null; published: string | null }> {
  try {
    const { info } = await document.getMetadata();
    const text = (value: unknown) => (typeof value === 'string' && value.trim() ? value.trim() : null);
    const title = text(info.Title);
    const created = /^(?:D:)?(\d{4})(\d\d)(\d\d)/.exec(text(info.CreationDate) ?? '');
    return {
      title: title && !AUTOMATIC.test(title) && title.length > 3 ? title : null,
      author: text(info.Author),
      published: created ? readDate(`${created[1]}-${created[2]}-${created[3]}`) : null,
    };
  } catch {
    return { title: null, author: null, published: null };
  }
}

/** The first heading of the first page that has one. */
function titleOf(paragraphs: readonly Paragraph[]): string | null {
  const first = paragraphs.find((p) => p.kind === 'heading');
  return first && first.page <= 2 ? first.text : null;
}

function same(a: string, b: string): boolean {
  const plain = (s: string) => s.toLowerCase().replace(/[^\p{L}\p{N}]/gu, '');
  return plain(a) === plain(b);
}

function refuse({ name, bytes }: Source, error: unknown): Outcome {
  const reason = messageOf(error);
  const locked = /password/i.test(reason) || (error as Error).name === 'PasswordException';
  const code = locked ? 'pdf-encrypted' : 'pdf-damaged';
  return { found: [], problems: [problem(code, { source: name }, { reason, bytes: bytes.length }, 'error')] };
}

function messageOf(error: unknown): string {
  return error instanceof Error ? error.message || error.name : String(error);
}
