import type { Assessment } from '../../../src/http/contract/index.ts';
import type { Row } from '../../files/data.ts';
import { leadWords, listed, percent } from '../../words/weigh.ts';

/** A row an item, with the ratings by hypothesis. */
export function rowsOf({ evidence, hypotheses }: Assessment): Row[] {
  return evidence.map((item) => ({
    id: item.id,
    evidence: item.text,
    source: item.source,
    via: item.via.join('; '),
    origin: item.origin,
    grade: item.grade,
    weight: item.weight,
    absence: item.absence,
    forgeability: item.forgeability,
    ...Object.fromEntries(hypotheses.map(({ id }) => [id, item.ratings[id] ?? null])),
    diagnosticity: item.diagnosticity,
    excludes: item.excludes.k,
    removed: item.removed,
  }));
}

/** The question for a report. A likelihood and a confidence stand in sentences of their own. */
export function markdownOf(assessment: Assessment): string {
  const { question, hypotheses, evidence, flip_details: flips, analysts, without } = assessment;
  const table = (head: readonly string[], rows: readonly (readonly string[])[]) =>
    [head, head.map(() => '---'), ...rows].map((cells) => `| ${cells.map(cell).join(' | ')} |\n`).join('');
  const sorted = [...hypotheses].sort((a, b) => b.probability - a.probability);
  const judgements = analysts.flatMap(({ analyst, judgement }) =>
    judgement
      ? [
          `${analyst}: ${judgement.text}`,
          ...(judgement.confidence
            ? [
                `Confidence in the basis of this is ${judgement.confidence}${judgement.because ? `: ${judgement.because}` : ''}.`,
              ]
            : []),
        ]
      : [],
  );
  return [
    `## ${question}\n`,
    ...(without.length ? [`Without ${listed(without)}.\n`] : []),
    table(
      ['Hypothesis', 'Likelihood', 'Probability', 'Inconsistency'],
      sorted.map((one) => [`${one.id} ${one.text}`, one.words, percent(one.probability), one.inconsistency.toFixed(1)]),
    ),
    table(
      ['', 'Evidence', 'Source', ...hypotheses.map(({ id }) => id), 'Tells apart'],
      evidence.map((item) => [
        item.id,
        `${item.text}${item.absence ? ' (absence)' : ''}`,
        [item.source, item.grade].filter(Boolean).join(', '),
        ...hypotheses.map(({ id }) => item.ratings[id] ?? ''),
        item.diagnosticity?.toFixed(2) ?? '',
      ]),
    ),
    ...flips
      .filter(({ by, kind }) => by === 'inconsistency' && (kind === 'single' || kind === 'source'))
      .map((flip) => `- Without ${listed(flip.remove)}, ${leadWords(flip)}.`),
    ...judgements.map((line) => `\n${line}`),
    '',
  ].join('\n');
}

function cell(text: string): string {
  return text.replaceAll('|', '\\|').replace(/\s+/g, ' ');
}
