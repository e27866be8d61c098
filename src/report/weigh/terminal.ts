import type { AssessedEvidence, Assessment, WeighingChange } from '../../model/weighing/assessment.ts';
import { flipSentence, judgementSentences, listed, percent } from './words.ts';

export type Style = (style: 'bold' | 'dim', text: string) => string;

/** A weighing for people: answers, matrix with what each row can tell, what it rests on, what to look for, remarks. */
export function weighingText(
  assessment: Assessment,
  {
    style = (_, text) => text,
    history = [],
  }: { readonly style?: Style; readonly history?: readonly WeighingChange[] } = {},
): string {
  const title = (text: string) => ['', style('bold', text)];
  const lines = [style('bold', assessment.question), ...scope(assessment), ''];
  lines.push(...answers(assessment), ...title('Evidence'), ...matrix(assessment));
  lines.push(...title('Judgement'), ...judgementSentences(assessment).map((sentence) => `  ${sentence}`));
  const rests = restsOn(assessment);
  if (rests.length) lines.push(...title('What it rests on'), ...rests);
  const { discriminators, analysts, score, remarks } = assessment;
  if (discriminators.length) lines.push(...title('What to look for next'), ...lookFor(assessment));
  if (analysts.length > 1) lines.push(...title('Analysts'), ...sideBySide(assessment));
  if (history.length > 1) lines.push(...title('What changed our mind'), ...changes(history));
  if (score) lines.push(...title('Score'), ...scoreLines(assessment));
  if (remarks.length) lines.push(...title('Remarks'), ...remarks.map(({ message }) => `  ${message}`));
  return `${lines.join('\n')}\n`;
}

function scope({ as_of, analyst, without, note }: Assessment): string[] {
  const parts = [
    as_of && `as of ${as_of}`,
    analyst && `by ${analyst} alone`,
    without.length > 0 && `without ${listed(without)}`,
  ].filter(Boolean);
  return [...(note ? [note] : []), ...(parts.length ? [parts.join(', ')] : [])];
}

function answers({ hypotheses }: Assessment): string[] {
  const wide = Math.max(...hypotheses.map(({ id, text }) => `${id}  ${text}`.length));
  const sorted = [...hypotheses].sort((a, b) => b.probability - a.probability);
  return sorted.map(({ id, text, probability, range: [low, high], words, inconsistency }) => {
    const between = high - low > 0.005 ? `  (${percent(low)} to ${percent(high)})` : '';
    return `  ${`${id}  ${text}`.padEnd(wide)}  ${percent(probability).padStart(5)}  ${words.padEnd(19)}  inconsistency ${inconsistency.toFixed(1)}${between}`;
  });
}

const BAR = 10;
/** The widest a row can be spread: half of the ratings CC, half II. */
const MOST = 2;

function matrix({ evidence, hypotheses }: Assessment): string[] {
  const wide = hypotheses.map(({ id }) => Math.max(id.length, 2));
  const first = Math.max(2, ...evidence.map(({ id }) => id.length));
  const cells = (of: (id: string) => string) => hypotheses.map(({ id }, h) => of(id).padEnd(wide[h]!)).join('  ');
  const head = `  ${''.padEnd(first)}  ${cells((id) => id)}  weight  tells apart`;
  return [
    head,
    ...evidence.flatMap((item) => {
      const bar = '█'.repeat(Math.round(((item.diagnosticity ?? 0) / MOST) * BAR)).padEnd(BAR);
      const weight = item.removed ? 'out' : item.weight === null ? '?' : item.counted.toFixed(2);
      const tells =
        item.diagnosticity === null
          ? 'not rated'
          : `${item.diagnosticity.toFixed(2)}, excludes ${item.excludes.k} of ${item.excludes.of}`;
      const row = cells((id) => item.ratings[id] ?? '·');
      return [
        `  ${item.id.padEnd(first)}  ${row}  ${weight.padEnd(6)}  ${bar} ${tells}`,
        `  ${''.padEnd(first)}  ${sourceLine(item)}`,
      ];
    }),
  ];
}

function sourceLine({ text, source, via, grade, absence, looked, forgeability }: AssessedEvidence): string {
  const facts = [
    source && `${source}${via.length ? ` via ${via.join(', ')}` : ''}`,
    grade,
    forgeability === 'easy' && 'easy to forge',
    absence && `absence: ${looked ?? 'nobody says who looked'}`,
  ].filter(Boolean);
  return facts.length ? `${text} [${facts.join('; ')}]` : text;
}

/** So many pairs are shown. */
const PAIRS = 6;

function restsOn({ flip_details: details, flips }: Assessment): string[] {
  const by = (measure: 'inconsistency' | 'probability') => {
    const own = details.filter((flip) => flip.by === measure);
    const pairs = own.filter(({ kind }) => kind === 'pair');
    const shown = [...own.filter(({ kind }) => kind !== 'pair'), ...pairs.slice(0, PAIRS)];
    const more = pairs.length > PAIRS ? [`  … and ${pairs.length - PAIRS} more pairs`] : [];
    return shown.length ? [`  By ${measure}:`, ...shown.map((flip) => `    ${flipSentence(flip)}`), ...more] : [];
  };
  const smallest =
    flips.smallest && flips.smallest.length > 2 ? [`  The smallest set that flips: ${listed(flips.smallest)}`] : [];
  return [...by('inconsistency'), ...by('probability'), ...smallest];
}

function lookFor({ discriminators }: Assessment): string[] {
  return discriminators.slice(0, 5).map(({ text, gain_between, between, if_seen, if_not }) => {
    const [a, b] = between ?? ['', ''];
    const then = between
      ? ` (seen: ${a} ${percent(if_seen[a] ?? 0)}, ${b} ${percent(if_seen[b] ?? 0)}; not seen: ${a} ${percent(if_not[a] ?? 0)}, ${b} ${percent(if_not[b] ?? 0)})`
      : '';
    return `  ${gain_between.toFixed(2)} bit  ${text}${then}`;
  });
}

function sideBySide({ analysts, hypotheses, disagreements }: Assessment): string[] {
  const rows = analysts.map(({ analyst, probability, incoherence, latest }) => {
    const shares = hypotheses.map(({ id }) => `${id} ${percent(probability[id] ?? 0)}`).join('  ');
    const bent = incoherence ? `  (stated, made coherent by ${incoherence.toFixed(2)})` : '';
    return `  ${analyst}, ${latest.slice(0, 10)}: ${shares}${bent}`;
  });
  const apart = disagreements.slice(0, 5).map(({ evidence, hypothesis, ratings }) => {
    const said = Object.entries(ratings).map(([analyst, rating]) => `${analyst} ${rating}`);
    return `  ${evidence}/${hypothesis}: ${said.join(', ')}`;
  });
  return [...rows, ...(apart.length ? ['  They differ most on:', ...apart] : [])];
}

function changes(history: readonly WeighingChange[]): string[] {
  return history.map(({ recorded, analysts, entries, probabilities, moved }) => {
    const keys = [...new Set(entries.map(({ key }) => key.split('/')[0]).filter(Boolean))];
    const shares = Object.entries(probabilities).map(([id, p]) => `${id} ${percent(p)}`);
    return `  ${recorded}  ${shares.join('  ')}  moved ${moved.toFixed(2)}  ${analysts.join(', ')}: ${keys.slice(0, 6).join(', ')}${keys.length > 6 ? ' …' : ''}`;
  });
}

function scoreLines({ score }: Assessment): string[] {
  if (!score) return [];
  const { outcome, brier, uniform, analysts, binary } = score;
  return [
    `  If ${outcome} is true: Brier ${brier.toFixed(3)} (0 best, 2 worst; equal belief in all would score ${uniform.toFixed(3)})`,
    ...Object.entries(analysts).map(([analyst, value]) => `    ${analyst} ${value.toFixed(3)}`),
    `  ${binary.n} single probabilities: mean ${binary.brier.toFixed(3)} = reliability ${binary.reliability.toFixed(3)} − resolution ${binary.resolution.toFixed(3)} + uncertainty ${binary.uncertainty.toFixed(3)} + within bands ${binary.within.toFixed(3)}`,
  ];
}
