import type { StatementView } from '../../src/http/contract/index.ts';
import { answersForItself } from '../ui/Party.tsx';
import { speakerName } from '../ui/Speaker.tsx';
import { quantityWords } from '../words/numbers.ts';
import { saidWords } from '../words/said.ts';
import { STANCE_WORDS } from '../words/stances.ts';
import type { Row } from './data.ts';

/** The statement's sentence as plain text, in the order the workbench draws it. */
export function statementSentence(s: StatementView): string {
  const via = s.via.length ? ` via ${s.via.join(', ')}` : '';
  const org = s.speaker_org ? ` (${s.speaker_org})` : '';
  const actor = answersForItself(s) ? null : s.actor;
  const parties = `${actor ?? ''}${s.target ? ` → ${s.target}` : ''}`.trim();
  const what = [s.kind, s.object && `“${s.object}”`, ...s.quantities.map(quantityWords)].filter(Boolean).join(' ');
  const { glyph, verb } = STANCE_WORDS[s.stance];
  return [
    `${speakerName(s.speaker, s.publisher, s.document_title)}${org}${via}`,
    `${glyph} ${verb}`,
    parties,
    what,
    s.time ?? 'no date',
    s.certainty,
  ]
    .filter(Boolean)
    .join(' · ');
}

/** Markdown for a report: the sentence, the passage as a quotation, the source line. */
export function statementMarkdown(s: StatementView): string {
  return `- ${statementSentence(s)}\n  > ${s.quote.replace(/\s+/g, ' ')}\n\n  ${sourceLine(s)}\n`;
}

/** "CNN, 2017-04-28, THAAD: …, https://…" */
export function sourceLine(
  s: Pick<StatementView, 'publisher' | 'document_title' | 'said' | 'recorded' | 'document_url'>,
): string {
  return [s.publisher, saidWords(s), s.document_title, s.document_url].filter(Boolean).join(', ');
}

export function statementRow(s: StatementView): Row {
  return {
    id: s.id,
    speaker: s.speaker,
    speaker_org: s.speaker_org,
    via: s.via.join('; '),
    stance: s.stance,
    certainty: s.certainty,
    kind: s.kind,
    actor: s.actor,
    actor_country: s.actor_country,
    target: s.target,
    target_country: s.target_country,
    object: s.object,
    time: s.time,
    quantities: s.quantities.map(quantityWords).join('; '),
    quote: s.quote,
    publisher: s.publisher,
    document: s.document_title,
    url: s.document_url,
    said: s.said,
    review: s.review,
    origin: s.origin,
  };
}
