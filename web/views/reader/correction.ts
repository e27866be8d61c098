import type { Bound, Claim, Quantity } from '../../../src/http/contract/index.ts';
import { CERTAINTIES } from '../../words/certainties.ts';
import { KINDS } from '../../words/kinds.ts';
import { countryCode } from '../../words/names.ts';
import { quantityUnits } from '../../words/quantities.ts';
import { speakerOf, speakerWords } from '../../words/speakers.ts';
import { STANCES } from '../../words/stances.ts';

/** A claim as it is typed into fields. */
export type Draft = { -readonly [Field in keyof Claim]: string };

const BOUNDS: readonly Bound[] = ['exact', 'at-least', 'at-most', 'about'];
const TIME = /^\d{4}(-\d{2}(-\d{2})?)?(\/\d{4}(-\d{2}(-\d{2})?)?)?$/;

export function draftOf(claim: Claim): Draft {
  return {
    kind: claim.kind,
    speaker: speakerWords(claim.speaker),
    speaker_org: claim.speaker_org ?? '',
    via: claim.via.join(', '),
    stance: claim.stance,
    certainty: claim.certainty,
    actor: claim.actor ?? '',
    actor_country: claim.actor_country ?? '',
    target: claim.target ?? '',
    target_country: claim.target_country ?? '',
    object: claim.object ?? '',
    time: claim.time ?? '',
    quantities: quantityUnits(claim.quantities),
  };
}

/** The fields that changed, and what is wrong with those that cannot stand. */
export function readDraft(draft: Draft, claim: Claim): { corrected: Partial<Claim>; errors: Partial<Draft> } {
  const was = draftOf(claim);
  const corrected: Record<string, unknown> = {};
  const errors: Partial<Draft> = {};
  for (const field of Object.keys(draft) as (keyof Claim)[]) {
    const text = draft[field].trim();
    if (text === was[field]) continue;
    const { value, error } = READERS[field](text);
    if (error) errors[field] = error;
    else if (JSON.stringify(value) !== JSON.stringify(claim[field])) corrected[field] = value;
  }
  return { corrected: corrected as Partial<Claim>, errors };
}

interface Read {
  readonly value?: unknown;
  readonly error?: string;
}

const optional = (text: string): Read => ({ value: text || null });
const choice =
  (allowed: readonly string[]) =>
  (text: string): Read =>
    allowed.includes(text) ? { value: text } : { error: `one of ${allowed.join(', ')}` };

function country(text: string): Read {
  if (!text) return { value: null };
  const value = countryCode(text);
  return value ? { value } : { error: 'a country’s name or its two letters' };
}

function time(text: string): Read {
  if (!text) return { value: null };
  const ends = text.split('/');
  const real = TIME.test(text) && ends.every(isDate) && (ends.length < 2 || ends[0]! <= ends[1]!);
  return real ? { value: text } : { error: 'YYYY, YYYY-MM, YYYY-MM-DD or two of them as A/B' };
}

function isDate(text: string): boolean {
  const [year, month = '01', day = '01'] = text.split('-');
  const date = new Date(`${year}-${month}-${day}T00:00:00Z`);
  return !Number.isNaN(date.getTime()) && date.toISOString().slice(0, 10) === `${year}-${month}-${day}`;
}

function quantities(text: string): Read {
  const value: Quantity[] = [];
  for (const part of text
    .split(';')
    .map((p) => p.trim())
    .filter(Boolean)) {
    const m = /^(?:([a-z-]+)\s+)?(-?[\d,]+(?:\.\d+)?)\s+(.+)$/.exec(part);
    const bound = BOUNDS.find((b) => b === (m?.[1] ?? 'exact'));
    if (!m || !bound) return { error: 'as in: at-least 40 attack; 87 store' };
    value.push({ value: Number(m[2]!.replaceAll(',', '')), unit: m[3]!, bound });
  }
  return { value };
}

const READERS: Readonly<Record<keyof Claim, (text: string) => Read>> = {
  kind: choice(KINDS),
  speaker: (text) =>
    text ? { value: speakerOf(text) } : { error: 'somebody must have said it: a name, or “the document”' },
  speaker_org: optional,
  via: (text) => ({
    value: text
      .split(',')
      .map((p) => p.trim())
      .filter(Boolean),
  }),
  stance: choice(STANCES),
  certainty: choice(CERTAINTIES),
  actor: optional,
  actor_country: country,
  target: optional,
  target_country: country,
  object: optional,
  time,
  quantities,
};
