import { overlap, type Span } from '../../base/span.ts';
import { NARRATOR } from '../../model/statement.ts';
import type { SpeechVerb } from '../lexicon/speech-verbs.ts';
import type { Token } from '../tokens.ts';
import { People } from './people.ts';
import { quotations } from './quotations.ts';
import { findTags, type Tag } from './tags.ts';

/** A sentence with its tokens. */
export interface Sentence extends Span {
  readonly tokens: readonly Token[];
  /** First sentence of its paragraph. */
  readonly opens: boolean;
  readonly heading: boolean;
}

/** A stretch of a sentence and whose words it is. */
export interface Utterance extends Span {
  readonly sentence: Sentence;
  readonly speaker: string;
  readonly speaker_org: string | null;
  readonly via: readonly string[];
  /** The verb that brings it in; null for the narrator's own words and for running quotations. */
  readonly verb: SpeechVerb | null;
  readonly form: string | null;
  readonly quoted: boolean;
}

/**
 * Divides the sentences of a document into utterances: who says which stretch, through whom. Direct, indirect and partial
 * quotation; pronouns and role nouns ("the firm", "he") resolved to names; quotations that run over several sentences keep
 * their speaker; a block quotation after "according to X:" is heard through X.
 */
export function attribute(text: string, sentences: readonly Sentence[]): Utterance[] {
  const people = new People();
  const quotes = quotations(text);
  const tagged = sentences.map((sentence) => {
    const tags = sentence.heading
      ? []
      : findTags(text, sentence.tokens, (i) => inside(quotes, sentence.tokens[i]!.start));
    return { sentence, tags };
  });
  const voices = quotes.map(() => null as Voice | null);
  const utterances: Utterance[] = [];
  let block: { voice: string; more: boolean } | null = null;
  let last: Voice | null = null;
  let before: Voice | null = null;

  // Speakers are resolved in reading order; quotations that a later sentence tags are filled in afterwards.
  const resolved = tagged.map(({ sentence, tags }) => {
    people.see(text, sentence.tokens);
    const voiced = tags.map((tag) => ({ tag, voice: tag.party ? people.resolve(tag.party, tag) : last }));
    for (const { tag, voice } of voiced) {
      if (!voice) continue;
      last = voice;
      if (tag.position !== 'tail' && tag.verb.group !== 'report') continue;
      for (const span of tag.content) mark(quotes, voices, span, voice);
    }
    return { sentence, voiced };
  });
  people.settle();

  for (const { sentence, voiced } of resolved) {
    if (sentence.opens && block && !block.more) block = null;
    const via: string[] = block ? [block.voice] : [];
    const own = utter(text, sentence, voiced, quotes, voices, via, before);
    const spoken = own.filter((u) => u.speaker !== NARRATOR).pop();
    before = spoken ? { name: spoken.speaker, org: spoken.speaker_org } : before;
    utterances.push(...own);
    const closing = text.slice(sentence.start, sentence.end).trimEnd();
    const lead = voiced[0];
    if (closing.endsWith(':') && lead?.voice && lead.tag.form === 'according to')
      block = { voice: lead.voice.name, more: true };
    else if (block)
      block = {
        voice: block.voice,
        more: /\[(?:…|\.\.\.)\]$/.test(closing) || !/[.!?]["”]?$/.test(closing) || block.more,
      };
    if (
      block &&
      sentence.opens &&
      !/\[(?:…|\.\.\.)\]$/.test(paragraphEnd(text, sentence.end)) &&
      !closing.endsWith(':')
    )
      block = { voice: block.voice, more: false };
  }
  return utterances.map((u) => {
    const { speaker, speaker_org } = people.final(u.speaker, u.speaker_org);
    return utterance(u.sentence, u, u.via, { name: speaker, org: speaker_org }, u, u.quoted);
  });
}

/** A resolved speaker. */
export interface Voice {
  readonly name: string;
  readonly org: string | null;
}

/** A stretch without the commas and spaces at its ends. */
function bare(text: string, { start, end }: Span): Span {
  let a = start;
  let b = end;
  while (a < b && /[\s,;:]/.test(text[a]!)) a++;
  while (b > a && /[\s,;]/.test(text[b - 1]!)) b--;
  return { start: a, end: b };
}

function utter(
  text: string,
  sentence: Sentence,
  voiced: readonly { tag: Tag; voice: Voice | null }[],
  quotes: readonly Span[],
  voices: readonly (Voice | null)[],
  via: readonly string[],
  before: Voice | null,
): Utterance[] {
  const quoteAt = (span: Span): number => mostlyIn(quotes, span);
  const usable = voiced.filter((v) => v.voice && v.tag.content.length);
  const main = usable.find((v) => v.tag.position === 'tail') ?? usable.find((v) => v.tag.party) ?? usable[0];
  if (!main) {
    const quote = quoteAt(sentence);
    // A quotation that nobody is named for goes on with the speaker before it.
    const whole = quote >= 0 && quotes[quote]!.start <= sentence.start + 1;
    const voice = quote >= 0 ? (voices[quote] ?? (whole ? before : null)) : null;
    return [utterance(sentence, sentence, via, voice, null, quote >= 0)];
  }
  const out: Utterance[] = [];
  const told = main.tag.told ? [main.tag.told] : [];
  // "Analysts say Beijing believes …": the inner voice speaks, the outer one carries it.
  const inner = voiced.find(
    (v) =>
      v !== main &&
      v.voice &&
      v.tag.position === 'lead' &&
      /^(?:report|think)$/.test(v.tag.verb.group) &&
      main.tag.position === 'lead' &&
      v.tag.party?.type !== 'pronoun' &&
      main.tag.content.some((c) => v.tag.at.start >= c.start && v.tag.at.start - c.start < 3),
  );
  const speaking = inner ?? main;
  const heard = inner ? [...via, main.voice!.name] : [...via, ...told];
  let covered = sentence.start;
  // "X reported …, saying that …": the second tag goes on in the same voice.
  const more = voiced.find(
    (v) =>
      v !== speaking &&
      !v.tag.party &&
      v.tag.at.start > speaking.tag.at.end &&
      v.tag.content.length &&
      v.tag.verb.group === 'report',
  );
  const spans = more
    ? [
        ...speaking.tag.content.map((span) => ({ start: span.start, end: Math.min(span.end, more.tag.at.start) })),
        ...more.tag.content,
      ]
    : speaking.tag.content;
  for (const given of spans) {
    const span = bare(text, given);
    if (span.end <= span.start) continue;
    if (span.start - covered > 25 && main.tag.position === 'lead' && main.tag.at.start - covered > 25) {
      out.push(utterance(sentence, { start: covered, end: main.tag.at.start }, via, null, null, false));
    }
    out.push(utterance(sentence, span, heard, speaking.voice, speaking.tag, quoteAt(span) >= 0));
    covered = span.end;
  }
  return out;
}

/** An utterance, the narrator's without a voice; `tag` brings it in. */
const utterance = (
  sentence: Sentence,
  { start, end }: Span,
  via: readonly string[],
  voice: Voice | null,
  tag: Pick<Utterance, 'verb' | 'form'> | null,
  quoted: boolean,
): Utterance => ({
  start,
  end,
  sentence,
  speaker: voice?.name ?? NARRATOR,
  speaker_org: voice?.org ?? null,
  via,
  verb: tag?.verb ?? null,
  form: tag?.form ?? null,
  quoted,
});

/** How many quotations begin before an offset; quotations are in order and apart. */
function begunBefore(quotes: readonly Span[], at: number): number {
  let low = 0;
  let high = quotes.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (quotes[middle]!.start < at) low = middle + 1;
    else high = middle;
  }
  return low;
}

/** Whether an offset stands within a quotation. */
function inside(quotes: readonly Span[], at: number): boolean {
  const last = begunBefore(quotes, at) - 1;
  return last >= 0 && at < quotes[last]!.end - 1;
}

/** The quotation that most of a stretch lies in, or -1. */
function mostlyIn(quotes: readonly Span[], span: Span): number {
  for (let i = begunBefore(quotes, span.end) - 1; i >= 0 && quotes[i]!.end > span.start; i--)
    if (overlap(quotes[i]!, span) > 0.6 * (span.end - span.start)) return i;
  return -1;
}

function mark(quotes: readonly Span[], voices: (Voice | null)[], span: Span, voice: Voice): void {
  for (let i = begunBefore(quotes, span.end) - 1; i >= 0 && quotes[i]!.end > span.start; i--)
    if (overlap(quotes[i]!, span) > 0) voices[i] ??= voice;
}

function paragraphEnd(text: string, from: number): string {
  const gap = text.indexOf('\n', from);
  return text.slice(Math.max(0, (gap < 0 ? text.length : gap) - 12), gap < 0 ? text.length : gap).trimEnd();
}
