// The articles written for the kind model (data/reading/articles/*.txt), and what the reader makes of an article's clauses.
import { readdirSync, readFileSync } from 'node:fs';
import type { Span } from '../../src/base/span.ts';
import { type ClauseHeard, clausesOf } from '../../src/reading/claims.ts';
import { sentencesOf } from '../../src/reading/rules.ts';
import { attribute, type Utterance } from '../../src/reading/speech/attribute.ts';
import { straighten } from '../../src/reading/straighten.ts';
import { extract } from '../../src/text/extract.ts';

/** The codes by which the articles mark a claim, `{in …}`, and their kinds. */
export const CODES: Readonly<Record<string, string>> = {
  in: 'intrusion',
  at: 'attribution',
  al: 'alias',
  us: 'uses',
  ta: 'targeting',
  it: 'intent',
  tr: 'trend',
  me: 'measure',
  re: 'response',
  ef: 'effect',
};

export interface MarkedArticle {
  readonly name: string;
  readonly text: string;
  readonly claims: readonly (Span & { readonly kind: string })[];
}

/** All articles, in the order of the files. Throws on a mark that is not closed or unknown. */
export function writtenArticles(): MarkedArticle[] {
  const folder = new URL('../../data/reading/articles/', import.meta.url);
  return readdirSync(folder)
    .filter((file) => file.endsWith('.txt'))
    .sort()
    .flatMap((file) =>
      readFileSync(new URL(file, folder), 'utf8')
        .split(/^# /m)
        .slice(1)
        .map((article) => {
          const [name, ...body] = article.trim().split('\n');
          return parse(`${file}: ${name}`, body.join('\n\n'));
        }),
    );
}

function parse(name: string, marked: string): MarkedArticle {
  let text = '';
  const claims: (Span & { kind: string })[] = [];
  const open: { start: number; kind: string }[] = [];
  for (const part of marked.split(/(\{\w\w |\})/)) {
    if (part === '}') {
      const claim = open.pop();
      if (!claim) throw new Error(`${name}: a claim ends that has not begun, near ${text.slice(-40)}`);
      claims.push({ ...claim, end: text.length });
    } else if (/^\{\w\w $/.test(part)) {
      const kind = CODES[part.slice(1, 3)];
      if (!kind) throw new Error(`${name}: unknown mark ${part}`);
      open.push({ start: text.length, kind });
    } else text += part;
  }
  if (open.length) throw new Error(`${name}: a claim does not end`);
  return { name, text, claims };
}

/** What somebody utters in a sentence, and its clauses as the reader cuts and hears them. */
export interface UtteranceHeard {
  /** The text of the whole article with straight quotes. */
  readonly flat: string;
  readonly utterance: Utterance;
  readonly clauses: readonly ClauseHeard[];
}

/** All utterances of an article outside its headings. */
export async function utterancesIn(text: string): Promise<UtteranceHeard[]> {
  const { documents } = await extract({ bytes: Buffer.from(text), name: 'article.txt' });
  const document = documents[0]!;
  const flat = straighten(document.text);
  return attribute(document.text, sentencesOf(document))
    .filter(({ sentence }) => !sentence.heading)
    .map((utterance) => ({ flat, utterance, clauses: clausesOf(flat, utterance) }));
}

/** All clauses of an article outside its headings. */
export const clausesIn = async (text: string): Promise<ClauseHeard[]> =>
  (await utterancesIn(text)).flatMap(({ clauses }) => clauses);

/** The kind of the claim that a clause lies in for the most part, or that lies in it; `none` where there is none. */
export function labelOf(clause: Span, claims: readonly (Span & { readonly kind: string })[]): string {
  let best = 'none';
  let most = 0;
  for (const claim of claims) {
    const shared = Math.min(clause.end, claim.end) - Math.max(clause.start, claim.start);
    if (shared <= 0) continue;
    const part = Math.max(shared / (clause.end - clause.start), shared / (claim.end - claim.start));
    const joint = shared / (Math.max(clause.end, claim.end) - Math.min(clause.start, claim.start));
    if (part < 0.5) continue;
    if (part + joint > most) {
      most = part + joint;
      best = claim.kind;
    }
  }
  return best;
}
