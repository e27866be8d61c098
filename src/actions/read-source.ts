import { sha256, stableId } from '../base/hash.ts';
import { type Problem, problem } from '../base/problem.ts';
import { type DocumentText, ENGLISH, type Source } from '../model/document.ts';
import type { Progress } from './action.ts';
import type { ReadDocument, ReadingTools } from './reading-tools.ts';

/**
 * Everything that can be read out of a source: one document for most, several for feeds and mails, and one without text for
 * bytes that gave nothing, so that every input is accounted for. Never throws for what the bytes hold.
 */
export async function readSource(
  tools: ReadingTools,
  source: Source,
  progress?: (progress: Progress) => void,
): Promise<readonly ReadDocument[]> {
  progress?.({ stage: 'extract', done: 0, of: 1 });
  const { documents, problems } = await extracted(tools, source);
  const read: ReadDocument[] = [];
  for (const [index, document] of documents.entries()) {
    progress?.({ stage: 'read', done: index, of: documents.length });
    // Problems of the whole source are told once, with its first document.
    read.push({ ...(await readDocument(tools, document)), problems: index === 0 ? problems : [] });
  }
  progress?.({ stage: 'read', done: documents.length, of: documents.length });
  return read;
}

/** Statements, indicators and techniques of one document. Only English is read for statements; the rest is said in problems. */
export async function readDocument(
  tools: ReadingTools,
  document: DocumentText,
): Promise<Pick<ReadDocument, 'document' | 'reading' | 'read'>> {
  const problems: Problem[] = [];
  const attempt = <T>(part: string, find: () => readonly T[]): readonly T[] => {
    try {
      return find();
    } catch (error) {
      problems.push(problem('part-failed', {}, { part, reason: reason(error) }, 'error'));
      return [];
    }
  };
  const empty = document.text.trim() === '';
  const english = document.language === null || document.language === ENGLISH;
  const indicators = empty ? [] : attempt('indicators', () => tools.findIndicators(document));
  if (!empty && !english) problems.push(problem('not-english', {}, { language: document.language ?? '' }, 'note'));
  if (empty || !english)
    return { document, reading: { statements: [], indicators, techniques: [], problems }, read: false };

  const techniques = attempt('techniques', () => tools.findTechniques(document));
  try {
    const { statements, problems: found } = await tools.reader.read(document);
    return { document, reading: { statements, indicators, techniques, problems: [...problems, ...found] }, read: true };
  } catch (error) {
    problems.push(problem('part-failed', {}, { part: 'statements', reason: reason(error) }, 'error'));
    return { document, reading: { statements: [], indicators, techniques, problems }, read: false };
  }
}

async function extracted(tools: ReadingTools, source: Source) {
  try {
    const extraction = await tools.extract(source);
    if (extraction.documents.length > 0) return extraction;
    const problems = extraction.problems.length > 0 ? extraction.problems : [noText(source)];
    return { documents: [withoutText(source)], problems };
  } catch (error) {
    const failed = problem(
      'part-failed',
      { source: source.name },
      { part: 'extraction', reason: reason(error) },
      'error',
    );
    return { documents: [withoutText(source)], problems: [failed] };
  }
}

function noText({ name }: Source): Problem {
  return problem('no-text', { source: name }, { format: 'document' }, 'error');
}

function withoutText({ bytes, name, url, given }: Source): DocumentText {
  return {
    id: stableId('doc', sha256(bytes)),
    medium: 'unknown',
    title: name,
    publisher: null,
    author: null,
    published: null,
    url: url ?? null,
    language: null,
    ...given,
    text: '',
    blocks: [],
  };
}

function reason(error: unknown): string {
  return error instanceof Error ? error.message : String(error);
}
