import type { Span } from '../../base/span.ts';
import { ASSETS, ATTACKS, DOERS, PARTIES, TOOLS } from '../lexicon/things.ts';
import { words } from '../lexicon/words.ts';
import type { Token } from '../tokens.ts';
import { isVerb, type Run } from './phrase.ts';

const OPENING_QUOTES = words(`" “ ' ‘`);
const COUNTERS = words(
  'number series variety lot majority most many some all several wave string victims one group team',
);
const SURNAMES = words('bear panda kitten chollima spider group team dragon');

/** What kind of thing a clause is about, by the head of its subject. */
export type SubjectClass = 'doer' | 'tool' | 'asset' | 'attack' | 'party' | 'name' | 'pronoun' | 'none';

/** The subject of a clause: its tokens, and where its verb begins. */
export interface Subject {
  readonly run: Run;
  readonly verb: number;
  readonly type: SubjectClass;
}

/** The noun phrase before the first verb of a clause; `run` is empty when the clause starts with its verb. */
export function subjectOf(tokens: readonly Token[], clause: Span): Subject {
  let from = 0;
  while (from < tokens.length && tokens[from]!.end <= clause.start) from++;
  if (from === tokens.length) from = 0;
  let to = from;
  while (to < tokens.length && tokens[to]!.start < clause.end) to++;
  let verb = -1;
  for (let i = from; i < to; i++) {
    const token = tokens[i]!;
    if (!isVerb(token) || tokens[i - 1]?.text === '-' || tokens[i + 1]?.text === '-') continue;
    if (token.pos === 'VERB' && isAttribute(tokens, i, to)) continue;
    verb = i;
    break;
  }
  if (verb < 0) return { run: { from, to: from }, verb: from, type: 'none' };
  let start = from;
  // Skip an introductory adjunct up to the last comma before the verb: "In March, the hackers …".
  for (let i = verb - 1; i > from; i--) {
    if (tokens[i]!.text !== ',') continue;
    const closed = tokens.slice(from, i).some((token) => token.text === ',');
    if (!closed || tokens[from]!.pos === 'ADP' || tokens[from]!.pos === 'ADV' || tokens[from]!.pos === 'SCONJ')
      start = i + 1;
    break;
  }
  let end = verb;
  while (end > start && (tokens[end - 1]!.pos === 'ADV' || tokens[end - 1]!.text === ',')) end--;
  while (
    start < end &&
    (tokens[start]!.pos === 'ADV' ||
      tokens[start]!.pos === 'CCONJ' ||
      tokens[start]!.pos === 'SCONJ' ||
      OPENING_QUOTES.has(tokens[start]!.text))
  )
    start++;
  return { run: { from: start, to: end }, verb, type: classify(tokens, start, end) };
}

function isAttribute(tokens: readonly Token[], i: number, to: number): boolean {
  const token = tokens[i]!;
  if (!/(?:ed|ing|en)$/.test(token.lower) || i + 1 >= to) return false;
  const next = tokens[i + 1]!;
  const prior = tokens[i - 1];
  return (
    (next.pos === 'NOUN' || next.pos === 'PROPN') &&
    (!prior || prior.pos === 'DET' || prior.pos === 'ADJ' || prior.pos === 'NUM' || prior.pos === 'PART')
  );
}

function classify(tokens: readonly Token[], from: number, to: number): SubjectClass {
  if (to <= from) return 'none';
  let head = from;
  for (let i = from; i < to; i++) {
    const token = tokens[i]!;
    if (
      i > from &&
      (token.pos === 'ADP' ||
        token.text === ',' ||
        token.lower === 'who' ||
        token.lower === 'which' ||
        token.lower === 'that')
    ) {
      if (!(token.lower === 'of' && COUNTERS.has(tokens[i - 1]!.lower))) break;
      continue;
    }
    if (token.pos === 'NOUN' || token.pos === 'PROPN' || token.pos === 'PRON' || token.pos === 'NUM') head = i;
  }
  const word = tokens[head]!.lower;
  if (DOERS.has(word)) return 'doer';
  if (PARTIES.has(word)) return 'party';
  if (ATTACKS.has(word)) return 'attack';
  if (TOOLS.has(word)) return 'tool';
  if (ASSETS.has(word)) return 'asset';
  if (/(?:ware|trojan|rat)$/.test(word)) return 'tool';
  if (/^(?:apt-?\d|fin\d|unc\d|ta\d|apt-c)/.test(word) || SURNAMES.has(word)) return 'doer';
  if (tokens[head]!.pos === 'PRON') return 'pronoun';
  return tokens[head]!.pos === 'PROPN' ? 'name' : 'none';
}
