import { isVerb } from '../clauses/phrase.ts';
import { DOERS } from '../lexicon/things.ts';
import { words } from '../lexicon/words.ts';
import type { Token } from '../tokens.ts';
import type { Frame } from './frame.ts';
import { isNoun, type Noun, nounAt, TIMES } from './nouns.ts';
import { STRIKES, STROKES } from './verbs.ts';

const BEFORE_STROKE = words('DET ADJ PROPN NOUN');
const ENTERING = words(
  'broke break breaks breaking broken hack hacked hacking access tap tapped burrow burrowed sneak snuck',
);
const INWARD = words('into to in');
const BEFORE_NOUN = words('DET NUM PART');
const MARKS = words('; : " “ ” ( )');
const AIMED = words('against on at upon into targeting toward towards');
const RELATIVES = words('that which who');
const NOMINAL = words('NOUN PROPN ADJ DET NUM');
const BE = words('is are was were be been being get got');

/**
 * The victim a clause names beside a word for an attack: the object of "hacked X", "targeting X"; what "on", "against", "into"
 * lead to after "attack", "campaign"; "of" after "hacking", "breach". Null where there is none.
 */
export function struck(tokens: readonly Token[], frame: Frame): Noun | null {
  let found: Noun | null = null;
  for (let i = frame.from; i < frame.to - 1; i++) {
    const token = tokens[i]!;
    if (
      token.pos === 'VERB' &&
      STRIKES.has(token.lower) &&
      tokens[i - 1]?.text !== '-' &&
      !modifies(tokens, i, frame.from) &&
      !passiveAt(tokens, i, frame)
    ) {
      const next = tokens[i + 1]!.lower;
      // "to punish and pressure X": one object of two verbs.
      const pair = next === 'and' && STRIKES.has(tokens[i + 2]?.lower ?? '') ? 3 : 0;
      const noun = nounAt(tokens, i + (pair || (next === 'into' || next === 'on' ? 2 : 1)), frame.to);
      // "a campaign targeting X" says more than the verb before it.
      // "the hacking group" is no attack on a group.
      const attribute =
        noun &&
        i > frame.from &&
        (DOERS.has(tokens[noun.head]!.lower) || DOERS.has(tokens[noun.from]!.lower)) &&
        (BEFORE_STROKE.has(tokens[i - 1]!.pos) || tokens[i - 2]?.text === '-');
      if (noun && !attribute && !isStroke(tokens, noun)) return noun;
      continue;
    }
    if (ENTERING.has(token.lower) && INWARD.has(tokens[i + 1]!.lower)) {
      if (tokens[i + 1]!.lower === 'to' && isVerb(tokens[i + 2])) continue;
      const noun = nounAt(tokens, i + 2, frame.to);
      if (noun) return noun;
    }
    // "databases now being targeted by …"
    if (
      token.pos === 'VERB' &&
      STRIKES.has(token.lower) &&
      i > frame.from &&
      tokens[i + 1]!.lower === 'by' &&
      i !== frame.verb
    ) {
      const before = endingBefore(tokens, i, frame.from);
      if (before) return before;
    }
    if (isNoun(token) && STROKES.has(token.lower)) found ??= afterStroke(tokens, i, frame.to);
  }
  return found;
}

/** "the city's compromised data": a participle that only tells which. */
const modifies = (tokens: readonly Token[], i: number, floor: number): boolean =>
  i > floor &&
  /(?:ed|en)$/.test(tokens[i]!.lower) &&
  isNoun(tokens[i + 1]) &&
  (BEFORE_NOUN.has(tokens[i - 1]!.pos) || /^(?:its|their|his|her|our|['’]s?)$/.test(tokens[i - 1]!.lower));

/** What an attack's noun leads to. */
function afterStroke(tokens: readonly Token[], at: number, to: number): Noun | null {
  for (let i = at + 1; i < to - 1 && i < at + 9; i++) {
    const token = tokens[i]!;
    if (MARKS.has(token.text)) return null;
    if (
      AIMED.has(token.lower) ||
      (token.lower === 'of' && OF.test(tokens[at]!.lower) && i === at + 1) ||
      (token.lower === 'in' && i === at + 1 && inPlace(tokens, i + 1, to))
    ) {
      const noun = nounAt(tokens, i + 1, to);
      if (noun && tokens[noun.head]!.pos !== 'NUM') return noun;
    }
    if (token.pos === 'AUX' || (token.pos === 'VERB' && !/(?:ed|ing)$/.test(token.lower))) return null;
  }
  return null;
}

/** "activity in the US": a name, and no date. */
const inPlace = (tokens: readonly Token[], at: number, to: number): boolean => {
  const name = tokens[at]?.lower === 'the' ? tokens[at + 1] : tokens[at];
  return at < to && name?.pos === 'PROPN' && !TIMES.has(name.lower);
};

/** The noun phrase before a participle and its auxiliaries. */
function endingBefore(tokens: readonly Token[], at: number, floor: number): Noun | null {
  let end = at;
  while (
    end > floor &&
    (tokens[end - 1]!.pos === 'AUX' || tokens[end - 1]!.pos === 'ADV' || RELATIVES.has(tokens[end - 1]!.lower))
  )
    end--;
  let start = end;
  while (start > floor && NOMINAL.has(tokens[start - 1]!.pos)) start--;
  return start < end ? nounAt(tokens, start, end) : null;
}

const OF = /^(?:breach|breaches|hack|hacks|hacking|infiltration|compromise|infection|infections|theft|spying)$/;

const isStroke = (tokens: readonly Token[], noun: Noun): boolean => STROKES.has(tokens[noun.head]!.lower);

/** "were targeted", "data stolen by": the verb strikes its subject. */
function passiveAt(tokens: readonly Token[], i: number, frame: Frame): boolean {
  if (i === frame.verb) return frame.passive;
  if (!/(?:ed|it)$/.test(tokens[i]!.lower)) return false;
  for (let k = i - 1; k >= frame.from && k > i - 4; k--) {
    if (BE.has(tokens[k]!.lower)) return true;
    if (tokens[k]!.pos !== 'ADV' && tokens[k]!.pos !== 'AUX') break;
  }
  return tokens[i + 1]!.lower === 'by' || (tokens[i + 1]!.pos === 'ADP' && isNoun(tokens[i - 1]));
}
