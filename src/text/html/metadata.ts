import type { DocumentFacts } from '../../model/document.ts';
import { dateLine, readDate } from '../dates.ts';
import { splitHeadline } from '../imprint.ts';
import type { Element, Page } from './dom.ts';
import { squeeze } from './walk.ts';

export type PageFacts = Pick<DocumentFacts, 'title' | 'publisher' | 'author' | 'published' | 'url'>;

/** Where each fact stands in a page's head, the more trustworthy places first. */
const META = {
  title: ['og:title', 'twitter:title', 'dc.title', 'citation_title', 'headline'],
  publisher: ['og:site_name', 'citation_publisher', 'dc.publisher', 'publisher', 'application-name', 'al:ios:app_name'],
  author: ['author', 'article:author', 'byl', 'dc.creator', 'parsely-author', 'sailthru.author', 'citation_author'],
  published: [
    'article:published_time',
    'article:published',
    'og:published_time',
    'datepublished',
    'date',
    'pubdate',
    'publishdate',
    'publish-date',
    'parsely-pub-date',
    'sailthru.date',
    'dc.date',
    'dc.date.issued',
    'dcterms.date',
    'dcterms.created',
    'citation_publication_date',
    'citation_date',
    'release_date',
    'article:modified_time',
  ],
} as const;

const DATE_ELEMENTS =
  'time[pubdate], [itemprop="datePublished"], article time[datetime], header time[datetime], main time[datetime], time[datetime], article time, time';
const AUTHOR_ELEMENTS =
  '[rel="author"], [itemprop="author"] [itemprop="name"], [itemprop="author"], .byline, .author-name, .author';

/** Reads what a page says about itself. `base` is the link it came from, for links that are relative. */
export function pageFacts(page: Page, base: string | null): PageFacts {
  const meta = metaOf(page);
  const data = linkedData(page);
  const first = (names: readonly string[]) => names.map((name) => meta.get(name)).find(Boolean) ?? null;
  const site = first(META.publisher) ?? organisation(data);
  const url = absolute(
    page.querySelector('link[rel="canonical"]')?.getAttribute('href') ?? meta.get('og:url') ?? null,
    base,
  );
  const h1 = [...page.querySelectorAll('h1')].map((e) => squeeze(e.textContent ?? '')).filter(Boolean);
  const heading = h1.length === 1 ? h1[0]! : null;
  const raw = first(META.title) ?? text(data?.headline) ?? heading ?? (squeeze(page.title ?? '') || h1[0] || null);
  return {
    title: raw ? withoutSite(raw, site, heading) : null,
    publisher: site ?? (raw ? splitHeadline(squeeze(page.title ?? raw)).site : null),
    author: people(data?.author) ?? notLink(first(META.author)) ?? bylineOf(page),
    published: readDate(text(data?.datePublished)) ?? readDate(first(META.published)) ?? visibleDate(page),
    url,
  };
}

type Data = Readonly<Record<string, unknown>>;
const ARTICLES = /Article|BlogPosting|Report|WebPage|TechArticle|NewsArticle|Posting/;

function metaOf(page: Page): Map<string, string> {
  const found = new Map<string, string>();
  for (const element of page.querySelectorAll('meta')) {
    const name = (
      element.getAttribute('property') ??
      element.getAttribute('name') ??
      element.getAttribute('itemprop') ??
      ''
    ).toLowerCase();
    const content = squeeze(element.getAttribute('content') ?? '');
    if (name && content && !found.has(name)) found.set(name, content);
  }
  return found;
}

/** The JSON-LD object that describes the article, with its publisher resolved through `@graph`. */
function linkedData(page: Page): Data | null {
  const all: Data[] = [];
  for (const script of page.querySelectorAll('script[type="application/ld+json"]')) {
    try {
      collect(
        JSON.parse((script.textContent ?? '').replace(/^\s*(?:<!\[CDATA\[|\/\/.*)/, '').replace(/\]\]>\s*$/, '')),
        all,
        0,
      );
    } catch {
      // Broken JSON-LD is common and says nothing about the article.
    }
  }
  const typed = all.filter((d) => ARTICLES.test(String(d['@type'] ?? '')));
  const best = typed.find((d) => d.datePublished || d.headline) ?? typed[0] ?? null;
  if (!best) return null;
  const byId = new Map(all.map((d) => [d['@id'], d] as const));
  const resolve = (v: unknown): unknown =>
    isData(v) && v['@id'] && !v.name ? (byId.get(v['@id']) ?? v) : Array.isArray(v) ? v.map(resolve) : v;
  return { ...best, publisher: resolve(best.publisher), author: resolve(best.author) };
}

function collect(value: unknown, out: Data[], depth: number): void {
  if (depth > 6 || out.length > 500) return;
  if (Array.isArray(value)) for (const v of value) collect(v, out, depth + 1);
  else if (isData(value)) {
    out.push(value);
    if (value['@graph']) collect(value['@graph'], out, depth + 1);
    if (value.mainEntity) collect(value.mainEntity, out, depth + 1);
  }
}

function isData(value: unknown): value is Data {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function text(value: unknown): string | null {
  return typeof value === 'string' && value.trim() ? squeeze(value) : null;
}

function organisation(data: Data | null): string | null {
  const publisher = Array.isArray(data?.publisher) ? data.publisher[0] : data?.publisher;
  return text(publisher) ?? (isData(publisher) ? text(publisher.name) : null);
}

function people(author: unknown): string | null {
  const names = (Array.isArray(author) ? author : [author]).map((a) => text(a) ?? (isData(a) ? text(a.name) : null));
  return notLink(names.filter((n): n is string => n !== null).join(', ') || null);
}

function notLink(value: string | null): string | null {
  return value && !/^https?:|^@|\//i.test(value) ? value.replace(/^by\s+/i, '') : null;
}

function bylineOf(page: Page): string | null {
  for (const element of page.querySelectorAll(AUTHOR_ELEMENTS)) {
    const words = squeeze(element.textContent ?? '').replace(/^(?:written )?by:?\s+/i, '');
    const name = /^[\p{Lu}][\p{L}.'’-]*(?: (?:and |de |van |von |bin )?[\p{Lu}][\p{L}.'’-]*){0,4}/u.exec(words)?.[0];
    if (name && words.length < 80) return name;
  }
  return null;
}

function visibleDate(page: Page): string | null {
  for (const element of page.querySelectorAll(DATE_ELEMENTS)) {
    const date =
      readDate(element.getAttribute('datetime') ?? element.getAttribute('content')) ?? readDate(element.textContent);
    if (date) return date;
  }
  for (const element of page.querySelectorAll(
    '[class*="date"], [class*="time"], [class*="publish"], [class*="meta"], [class*="byline"]',
  )) {
    const words = squeeze(element.textContent ?? '');
    const date = words.length < 120 ? readDate(words) : null;
    if (date) return date;
  }
  return shortDateLine(page);
}

/** A line that is nothing but a date, near the top. */
function shortDateLine(page: Page): string | null {
  let seen = 0;
  for (const element of page.querySelectorAll('p, div, span, td, small, font, b, i, em, center, li')) {
    if (++seen > 200) break;
    const date = dateLine(squeeze(ownText(element)));
    if (date) return date;
  }
  return null;
}

function ownText(element: Element): string {
  let words = '';
  for (const child of element.childNodes) if (child.nodeType === 3) words += child.textContent ?? '';
  return words;
}

function withoutSite(title: string, site: string | null, heading: string | null): string {
  if (heading && title.startsWith(heading) && heading.length > 15) return heading;
  if (site) {
    for (const separator of [' | ', ' - ', ' – ', ' — ', ' » ', ' · ', ' :: '])
      if (title.toLowerCase().endsWith(`${separator}${site}`.toLowerCase()))
        return title.slice(0, -(separator.length + site.length)).trim();
  }
  return splitHeadline(title).headline;
}

function absolute(href: string | null, base: string | null): string | null {
  if (!href) return null;
  try {
    const url = new URL(href, base ?? undefined);
    return url.protocol.startsWith('http') ? url.href : null;
  } catch {
    return null;
  }
}
