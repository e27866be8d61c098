import type { Assessment, Flip } from '../../model/weighing/assessment.ts';
import type { Judgement } from '../../model/weighing/weighing.ts';

/** Sentences about a weighing, for the terminal and for bulletins. A likelihood and a confidence never share one (ICD 203). */

/** "74 %", "<1 %": a probability for people. Nothing is said to be certain. */
export function percent(p: number): string {
  if (p < 0.005) return '<1 %';
  if (p > 0.995) return '>99 %';
  return `${Math.round(p * 100)} %`;
}

/** "H1, H3 and H4". */
export function listed(names: readonly string[]): string {
  return names.length < 2 ? (names[0] ?? '') : `${names.slice(0, -1).join(', ')} and ${names.at(-1)}`;
}

/** "is likely", "has a roughly even chance". */
export function verbed(words: string): string {
  if (!words.endsWith('chance')) return `is ${words}`;
  return words.startsWith('roughly') ? `has a ${words}` : `has ${words}`;
}

/** What a flip does, as a sentence. */
export function flipSentence({ remove, kind, leaders }: Flip): string {
  const what = {
    single: `Without ${remove[0]}`,
    pair: `Without ${listed(remove)} together`,
    source: `Without everything from or through ${remove[0]}`,
    origin: `Without the observation ${remove[0]} and its copies`,
    downgrade: `With ${remove[0]} graded one step lower`,
  }[kind];
  return leaders.length > 1 ? `${what}, ${listed(leaders)} tie.` : `${what}, ${leaders[0]} leads.`;
}

/** The judgement that follows, in sentences: likelihood first, then what it rests on, then each analyst's confidence by itself. */
export function judgementSentences(assessment: Assessment): string[] {
  const { hypotheses, most_probable: probable, flips, analysts } = assessment;
  const lead = hypotheses.find(({ id }) => id === probable[0]);
  if (!lead) return ['Nobody has rated the evidence yet.'];
  const sentences =
    probable.length > 1
      ? [`${listed(probable)} are equally probable (${percent(lead.probability)} each).`]
      : [`${lead.id} ${verbed(lead.words)} (${percent(lead.probability)}): ${lead.text}.`];
  if (flips.single.length)
    sentences.push(`This rests on ${listed(flips.single)}: without it another answer is as good.`);
  else if (flips.smallest) sentences.push(`It takes ${listed(flips.smallest)} together to overturn this.`);
  for (const { analyst, judgement } of analysts) if (judgement) sentences.push(...analystSentences(analyst, judgement));
  return sentences;
}

function analystSentences(analyst: string, { text, confidence, because }: Judgement): string[] {
  const said = `${analyst}: ${text}${/[.!?]$/.test(text) ? '' : '.'}`;
  if (!confidence) return [said];
  return [said, `Confidence in the basis of this is ${confidence}${because ? `: ${because}` : ''}.`];
}
