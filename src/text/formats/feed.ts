import { type Problem, problem } from '../../base/problem.ts';
import { textBuilder } from '../builder.ts';
import { readDate } from '../dates.ts';
import { charsetOf, cutBytes, decode } from '../decode.ts';
import { addFragment } from '../html/fragment.ts';
import { squeeze } from '../html/walk.ts';
import { type Format, type Found, SURE } from './format.ts';

/** RSS, Atom, RDF and JSON feeds: one document an entry. */
export const feed: Format = {
  id: 'feed',
  recognises({ head, mediaType }) {
    if (
      head.startsWith('<') &&
      /^(?:<\?xml[^>]*>\s*)?(?:<!--[\s\S]{0,1000}?-->\s*|<\?[^>]{0,300}\?>\s*|<!DOCTYPE[^>]{0,300}>\s*){0,5}<(?:rss|feed|rdf:RDF)\b/i.test(
        head,
      )
    )
      return SURE.bytes + 0.5;
    if (
      head.startsWith('{') &&
      /^\{[\s\S]{0,500}"version"\s*:\s*"https:\/\/jsonfeed\.org\//.test(head.replace(/\\\//g, '/'))
    )
      return SURE.bytes + 0.5;
    return ['application/rss+xml', 'application/atom+xml', 'application/feed+json'].includes(mediaType)
      ? SURE.declared + 0.5
      : SURE.no;
  },
  async read(source, limits) {
    const { parseFeed } = await import('feedsmith');
    const bytes = cutBytes(source.bytes, limits.maxMarkup * 4);
    const declared =
      charsetOf(source.contentType) ??
      /^<\?xml[^>]{1,100}encoding=["']([\w-]+)/.exec(Buffer.from(bytes.subarray(0, 200)).toString('latin1'))?.[1] ??
      null;
    const decoded = decode(bytes, declared, source.name);
    const problems: Problem[] = [...decoded.problems];
    let parsed: Parsed;
    try {
      parsed = parseFeed(decoded.text.trim()) as unknown as Parsed;
    } catch (error) {
      const reason = error instanceof Error ? error.message : String(error);
      return {
        found: [],
        problems: [...problems, problem('feed-damaged', { source: source.name }, { reason }, 'error')],
      };
    }
    const entries = entriesOf(parsed);
    if (entries.length === 0) problems.push(problem('feed-empty', { source: source.name }));
    const kept = entries.slice(0, limits.maxEntries);
    if (kept.length < entries.length)
      problems.push(problem('too-many-entries', { source: source.name }, { kept: kept.length, of: entries.length }));
    const found: Found[] = [];
    const keys = new Set<string>();
    for (const [i, entry] of kept.entries()) {
      const key = entry.id && !keys.has(entry.id) ? entry.id : `entry-${i + 1}`;
      keys.add(key);
      const document = await toDocument(
        entry,
        key,
        squeeze(parsed.feed.title ? textOf(parsed.feed.title) : '') || null,
      );
      if (document) found.push(document);
      else
        problems.push(
          problem(
            'entry-without-text',
            { source: source.name, part: key },
            { title: entry.title ?? '', link: entry.url ?? '' },
            'note',
          ),
        );
    }
    return { found, problems };
  },
};

type Text = string | { readonly value?: string } | undefined;
interface Person {
  readonly name?: string;
}
type Values = Readonly<Record<string, unknown>>;
interface Parsed {
  readonly format: string;
  readonly feed: { readonly title?: Text; readonly items?: readonly Values[]; readonly entries?: readonly Values[] };
}

interface Entry {
  readonly id: string | null;
  readonly title: string | null;
  readonly url: string | null;
  readonly author: string | null;
  readonly published: string | null;
  readonly markup: string;
}

async function toDocument(entry: Entry, key: string, publisher: string | null): Promise<Found | null> {
  const out = textBuilder();
  const title = entry.title ? squeeze(entry.title.replace(/<[^>]{1,200}>/g, '')) : null;
  if (title) out.add('title', title);
  if (entry.markup) await addFragment(entry.markup, out, title);
  const { text, blocks } = out.build();
  if (!text) return null;
  const { author, published, url } = entry;
  return { medium: 'feed', text, blocks, facts: { title, author, published, url, publisher }, key };
}

/** The formats' entries under one set of names. */
function entriesOf({ format, feed: { items, entries } }: Parsed): Entry[] {
  return (items ?? entries ?? []).map((item) => {
    const dc = (item.dc ?? {}) as Values;
    const content = (item.content ?? {}) as Values;
    const authors = (Array.isArray(item.authors) ? item.authors : []) as (Person | string)[];
    const creators = (Array.isArray(dc.creators) ? dc.creators : dc.creator ? [dc.creator] : []) as string[];
    const names = [...authors.map((a) => (typeof a === 'string' ? a : a.name)), ...creators].filter(Boolean);
    const plain = format === 'json' && !item.content_html ? textOf(item.content_text as Text) : '';
    const bodies = [content.encoded, item.content_html, content.value, item.content, item.description, item.summary];
    const markup = bodies.map((b) => textOf(b as Text)).find((b) => b.trim()) ?? '';
    const guid = item.guid as Text | { value?: string };
    return {
      id: textOf((item.id as Text) ?? guid) || null,
      title: textOf(item.title as Text) || null,
      url: linkOf(item),
      author: names.join(', ') || null,
      published: dayOf(
        item.pubDate ??
          item.published ??
          item.date_published ??
          dc.date ??
          (Array.isArray(dc.dates) ? dc.dates[0] : null) ??
          item.updated ??
          item.date_modified,
      ),
      markup: markup || paragraphsOf(plain),
    };
  });
}

/** Plain text as markup: a paragraph for each run of lines. */
function paragraphsOf(plain: string): string {
  if (!plain.trim()) return '';
  const escaped = plain.replace(/&/g, '&amp;').replace(/</g, '&lt;');
  return escaped
    .split(/\n{2,}/)
    .map((p) => `<p>${p}</p>`)
    .join('');
}

function linkOf(item: Values): string | null {
  const links = (Array.isArray(item.links) ? item.links : []) as { href?: string; rel?: string }[];
  const link = links.find((l) => !l.rel || l.rel === 'alternate') ?? links[0];
  const url = textOf(item.link as Text) || textOf(item.url as Text) || link?.href || '';
  return /^https?:\/\//i.test(url) ? url : null;
}

function textOf(value: Text): string {
  return typeof value === 'string' ? value : typeof value?.value === 'string' ? value.value : '';
}

function dayOf(value: unknown): string | null {
  return value instanceof Date ? value.toISOString().slice(0, 10) : typeof value === 'string' ? readDate(value) : null;
}
