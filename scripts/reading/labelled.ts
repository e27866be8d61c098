// Clauses of news articles with the kind of claim each makes, for measuring only. The repository holds where they stand and their labels
// (data/reading/labels.jsonl); the articles are third parties' and come from the news corpus at $LONGWATCH_SHARED.
import { createHash } from 'node:crypto';
import { existsSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { gunzipSync } from 'node:zlib';

export interface LabelledArticle {
  readonly text: string;
  /** Start and end of a clause, and its kind. */
  readonly labels: readonly (readonly [number, number, string])[];
}

/** All articles with labelled clauses, in the order of the file; null where there is no corpus. Throws where an article is not the one labelled. */
export function labelledArticles(): LabelledArticle[] | null {
  const root = resolve(import.meta.dirname, '..', '..');
  const shared = process.env.LONGWATCH_SHARED ?? resolve(root, '..', 'shared');
  const file = join(shared, 'data', 'reading', 'casie-dev.jsonl.gz');
  if (!existsSync(file)) return null;
  const corpus = new Map(
    lines(gunzipSync(readFileSync(file)).toString('utf8')).map((line) => {
      const { sourcefile, info, content } = JSON.parse(line) as {
        sourcefile: string;
        info: { title: string };
        content: string;
      };
      return [sourcefile.replace('.txt', ''), info.title ? `${info.title}\n\n${content}` : content];
    }),
  );
  return lines(readFileSync(join(root, 'data', 'reading', 'labels.jsonl'), 'utf8')).map((line) => {
    const { id, sha256, labels } = JSON.parse(line) as {
      id: string;
      sha256: string;
      labels: [number, number, string][];
    };
    const text = corpus.get(id) ?? '';
    if (!createHash('sha256').update(text).digest('hex').startsWith(sha256))
      throw new Error(`article ${id} is not the text that was labelled`);
    return { text, labels };
  });
}

const lines = (text: string): string[] => text.trim().split('\n');
