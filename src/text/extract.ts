import { sha256, stableId } from '../base/hash.ts';
import { type Problem, problem } from '../base/problem.ts';
import type { DocumentFacts, DocumentText, Extraction, Source } from '../model/document.ts';
import { dateInUrl } from './dates.ts';
import { registrableDomain } from './domains.ts';
import type { Found } from './formats/format.ts';
import { recognise } from './formats/registry.ts';
import { detectLanguage } from './language.ts';
import { LIMITS, type Limits } from './limits.ts';

/**
 * Reads a source into documents, whatever its format: one for most, one an entry for feeds, one a part for mails with
 * attachments. Never throws for what the bytes hold: what could not be read is a problem with its place.
 */
export async function extract(source: Source, limits: Partial<Limits> = {}): Promise<Extraction> {
  const documents: DocumentText[] = [];
  const problems: Problem[] = [];
  const origin = sha256(source.bytes);
  const all = { ...LIMITS, ...limits };
  await readInto({ source, key: '', depth: 0 });
  return { documents, problems };

  async function readInto({ source, key, depth }: { source: Source; key: string; depth: number }): Promise<void> {
    if (source.bytes.length === 0) {
      problems.push(problem('empty-file', { source: source.name }, {}, 'error'));
      return;
    }
    const format = recognise(source);
    // Pictures, programs and archives in a mail are nothing that failed.
    if (depth > 0 && format.id === 'unknown') {
      const details = { name: key, type: source.contentType ?? '' };
      problems.push(problem('attachment-left-out', { source: source.name }, details, 'note'));
      return;
    }
    const outcome = await format.read(source, all).catch((error: unknown) => ({
      found: [],
      parts: [],
      problems: [
        problem('unreadable', { source: source.name }, { format: format.id, reason: messageOf(error) }, 'error'),
      ],
    }));
    problems.push(...outcome.problems);
    for (const found of outcome.found)
      documents.push(await finish(found, source, stableId('doc', origin, joinKeys(key, found.key))));
    for (const part of outcome.parts ?? []) {
      if (depth + 1 > all.maxDepth) {
        problems.push(problem('too-deep', { source: part.source.name }, { limit: all.maxDepth }));
        continue;
      }
      await readInto({ source: part.source, key: joinKeys(key, part.key), depth: depth + 1 });
    }
  }
}

/** What the user gave goes before what the document says; the link's own site stands in for a missing publisher. */
async function finish(
  { medium, text, blocks, facts }: Found,
  { given = {}, url }: Source,
  id: string,
): Promise<DocumentText> {
  const pick = <K extends keyof DocumentFacts>(name: K, fallback: () => DocumentFacts[K]) =>
    given[name] ?? facts[name] ?? fallback();
  const where = pick('url', () => url ?? null);
  return Object.freeze({
    id,
    medium,
    title: clean(pick('title', () => null)),
    publisher: clean(pick('publisher', () => registrableDomain(where))),
    author: clean(pick('author', () => null)),
    published: given.published ?? linkFirst(dateInUrl(where), facts.published ?? null),
    url: where,
    language: given.language ?? facts.language ?? (await detectLanguage(text)),
    text,
    blocks,
  });
}

/** A date in the link goes before other metadata, unless the metadata say the same more exactly. */
function linkFirst(link: string | null, said: string | null): string | null {
  return link && !said?.startsWith(link) ? link : said;
}

function clean(value: string | null): string | null {
  return value?.replace(/\s+/g, ' ').trim().slice(0, 500) || null;
}

function joinKeys(a: string, b: string): string {
  return [a, b].filter(Boolean).join('/');
}

function messageOf(error: unknown): string {
  return error instanceof Error ? error.message : String(error);
}
