/** What a statement charges somebody with, or an answer denies: a few families of words, so that "sanctions" meets "restrictions". */
import type { Kind } from '../model/statement.ts';

export type Charge = 'attacks' | 'restrictions' | 'payment';

const WORDS: Readonly<Record<Charge, RegExp>> = {
  attacks:
    /\b(?:cyber|hack(?:s|ed|ing)?\b|attack(?!er)|intrusion|breach|break-?ins?\b|broke into|spying|espionage|infiltrat|compromis|malware|phish)/i,
  restrictions:
    /\b(?:restrict|sanction|retaliat|boycott|closure|embargo|coerc|banned|bans?\b|curbs?\b|economic pressure)/i,
  payment: /\b(?:ransoms?\b|paid|pays?\b|paying|payments?\b)/i,
};

/** Kinds that are about attacks whatever their words, unless the words name another charge. */
const OF_ATTACKS: ReadonlySet<Kind> = new Set(['intrusion', 'targeting', 'uses', 'attribution']);

/** The charges a statement speaks of; none for a general one. */
export function chargesOf({
  kind,
  object,
  quote,
}: {
  readonly kind: Kind;
  readonly object: string | null;
  readonly quote: string;
}): ReadonlySet<Charge> {
  const text = `${object ?? ''} ${quote}`;
  const found = new Set((Object.keys(WORDS) as Charge[]).filter((charge) => WORDS[charge].test(text)));
  if (found.size === 0 && OF_ATTACKS.has(kind)) found.add('attacks');
  return found;
}
