import type { Pos } from '../tokens.ts';
import { Lexicon, type Word } from './lexicon.ts';
import { Machine } from './machine.ts';
import { loadCore, loadMachines } from './model.ts';

/** The words and marks of a text in order, where each begins, and its part of speech. */
export interface Tagged {
  readonly words: readonly Word[];
  readonly starts: readonly number[];
  readonly tags: readonly Pos[];
}

interface Tagger {
  readonly lexicon: Lexicon;
  readonly machines: readonly Machine[];
  readonly names: readonly Pos[];
}

let tagger: Tagger | undefined;

/**
 * The words of a text with their parts of speech: the most likely tag of each word by itself, corrected where its neighbours
 * ask for another one (the model of wink-nlp; Brill, ANLP 1992). White space but blanks counts as a word of its own. Linear in the text.
 */
export function tagged(text: string): Tagged {
  tagger ??= load();
  const { lexicon, machines, names } = tagger;
  const words: Word[] = [];
  const starts: number[] = [];
  for (let from = 0; from < text.length; ) {
    const kind = kindOf(text.charCodeAt(from));
    let to = from + 1;
    while (to < text.length && kindOf(text.charCodeAt(to)) === kind) to++;
    if (kind !== BLANK) {
      const piece = lexicon.piece(text.slice(from, to));
      for (let i = 0; i < piece.words.length; i++) {
        words.push(piece.words[i]!);
        starts.push(from + piece.starts[i]!);
      }
    }
    from = to;
  }
  const count = words.length;
  const tags = new Uint8Array(count);
  const hints = new Uint8Array(count);
  const may = new Uint32Array(count);
  for (let i = 0; i < count; i++) {
    const word = words[i]!;
    tags[i] = word.tag;
    hints[i] = word.hint;
    may[i] = word.may;
  }
  for (const machine of machines) machine.correct(tags, hints, may, count);
  return { words, starts, tags: words.map((word, i) => names[word.fixed ? word.tag : tags[i]!]!) };
}

function load(): Tagger {
  const core = loadCore();
  return {
    lexicon: new Lexicon(core),
    machines: loadMachines().map((machine) => new Machine(machine)),
    names: core.pos.list as readonly Pos[],
  };
}

const [PLAIN, BLANK, BREAK] = [0, 1, 2];

function kindOf(code: number): number {
  if (code > 0x20 && code < 0xa0) return PLAIN;
  if (code === 0x20) return BLANK;
  if (code === 0x0a || code === 0x0d || code === 0x09) return BREAK;
  if (code < 0x2002) return code === 0xa0 ? BLANK : PLAIN;
  return code <= 0x2005 || code === 0x2009 || code === 0x200a || code === 0x202f || code === 0x205f ? BLANK : PLAIN;
}
