import type { Bound, Claim, Quantity, Stance } from '../model/statement.ts';
import { NARRATOR } from '../model/statement.ts';
import { styled } from './output.ts';

const GLYPHS: Record<Stance, string> = { asserts: '●', denies: '⊘', declines: '○', demands: '▸', doubts: '◐' };
const VERBS: Record<Stance, string> = {
  asserts: 'says',
  denies: 'denies',
  declines: 'declines to comment',
  demands: 'demands',
  doubts: 'doubts',
};

/** A claim in one line, in the order it has everywhere: who says, through whom, about whom, to whom, what, when, how sure. */
export function statementLine(claim: Claim): string {
  const { stance, kind, time, certainty, target, object, via } = claim;
  // Who answers for themselves is named once.
  const actor = kind === 'response' && claim.actor === claim.speaker ? null : claim.actor;
  const parties = [actor, target && `→ ${target}`].filter(Boolean).join(' ');
  const parts = [
    `${speakerWords(claim)}${via.length > 0 ? ` via ${via.join(', ')}` : ''}`,
    VERBS[stance],
    parties,
    object && `“${object}”`,
    [kind, claim.quantities.map(quantityWords).join(', ')].filter(Boolean).join(' '),
    time,
    certainty,
  ];
  return `${GLYPHS[stance]} ${parts.filter(Boolean).join(' · ')}`;
}

/** The statement with its passage under it, shortened to one line. */
export function statementLines(claim: Claim, quote: string, indent = ''): string {
  return `${indent}${statementLine(claim)}\n${indent}  ${styled('dim', `“${oneLine(quote, 200)}”`)}`;
}

export function oneLine(text: string, most: number): string {
  const line = text.replace(/\s+/g, ' ').trim();
  return line.length > most ? `${line.slice(0, most - 1)}…` : line;
}

/** "1 document", "2 documents". */
export function count(number: number, noun: string, plural = `${noun}s`): string {
  return `${number} ${number === 1 ? noun : plural}`;
}

const BOUND_SIGNS: Record<Bound, string> = { exact: '', 'at-least': '≥ ', 'at-most': '≤ ', about: '≈ ' };

/** Units of data as they are written; like every word without a lower-case letter at its end they take no s. */
const DATA_UNIT = /^[kmgtp]b$/i;

/** "≥ 40 attacks": the reading gives the unit as "attack". */
function quantityWords({ value, unit, bound }: Quantity): string {
  const words = DATA_UNIT.test(unit) ? unit.toUpperCase() : value === 1 ? unit : pluralOf(unit);
  return `${BOUND_SIGNS[bound]}${value} ${words}`;
}

function pluralOf(unit: string): string {
  if (/(ss|x|ch|sh)$/.test(unit)) return `${unit}es`;
  if (/(s|[^a-z]|people|percent)$/.test(unit)) return unit;
  return /[^aeiou]y$/.test(unit) ? `${unit.slice(0, -1)}ies` : `${unit}s`;
}

function speakerWords({ speaker, speaker_org }: Claim): string {
  if (speaker === NARRATOR) return 'the document';
  return speaker_org && speaker_org !== speaker ? `${speaker} (${speaker_org})` : speaker;
}
