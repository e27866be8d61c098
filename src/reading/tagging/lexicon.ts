import { straighten } from '../straighten.ts';
import { type CoreModel, makeGuess, makeTokenizer, type Receiver } from './model.ts';

/** A word or mark and what is known of it by itself. Tags are numbers of the model's list. */
export interface Word {
  readonly text: string;
  /** Lower case, with straight quotes. */
  readonly lower: string;
  /** Its most likely tag. */
  readonly tag: number;
  /** Its own event for the machines that correct tags, instead of its tag; 0 for none. */
  readonly hint: number;
  /** The tags it can take, as bits. */
  readonly may: number;
  /** Part of a contraction, whose tag stands. */
  readonly fixed: boolean;
}

/** What a run of characters without spaces is made of, and where in it each word begins. */
export interface Piece {
  readonly words: readonly Word[];
  readonly starts: readonly number[];
}

const NOUN = 8;
/** Pieces that are kept; most of a text has been met before. */
const MOST_PIECES = 20_000;
const LONGEST_PIECE = 40;
/** Marks that end a word without being part of it. */
const CLOSING = '’”"])}…,.!;?/:';

/** The words of the model, and the division of runs of characters into words. */
export class Lexicon {
  private readonly lexemes = new Map<string, number>();
  private readonly texts: readonly string[];
  private readonly features: Uint32Array;
  private readonly expansions: Uint32Array;
  private readonly clusters: readonly number[];
  private readonly words = new Map<number, Word>();
  private readonly pieces = new Map<string, Piece>();
  private readonly tokenize: ReturnType<typeof makeTokenizer>;
  private readonly guess: ReturnType<typeof makeGuess>;
  private readonly layout: CoreModel['packing']['layout'];
  private readonly size: number;
  private readonly categories: CoreModel['tcat']['hash'];

  constructor(core: CoreModel) {
    this.layout = core.packing.layout;
    this.size = core.packing.size;
    this.categories = core.tcat.hash;
    this.texts = core.features.lexeme.list;
    for (const [lexeme, text] of this.texts.entries()) this.lexemes.set(text, lexeme);
    this.features = numbers(core.lexicon);
    this.expansions = numbers(core.xpansions);
    this.clusters = core.features.posClusters.list.map((tags) =>
      tags.split('_').reduce((bits, tag) => bits | (1 << (core.pos.hash[tag] ?? 0)), 0),
    );
    this.tokenize = makeTokenizer(core);
    this.guess = makeGuess(core);
  }

  /** The words of a run of characters without spaces. The same for the same run, whatever was read before. */
  piece(run: string): Piece {
    let piece = this.pieces.get(run);
    if (piece) return piece;
    piece = placed(run, this.plain(run) ?? this.tokenized(run));
    if (run.length <= LONGEST_PIECE) {
      if (this.pieces.size >= MOST_PIECES) this.pieces.clear();
      this.pieces.set(run, piece);
    }
    return piece;
  }

  /** What the tokenizer looks at first, and most runs are: a known word, letters alone, letters and one mark after them. */
  private plain(run: string): readonly Word[] | null {
    const known = this.known(run);
    if (known) return known;
    let letters = 0;
    while (letters < run.length && isLetter(run.charCodeAt(letters))) letters++;
    if (letters === run.length) return [this.single(run, this.categories.word!)];
    if (letters < 2 || letters < run.length - 1 || !CLOSING.includes(run[letters]!)) return null;
    return [
      this.single(run.slice(0, letters), this.categories.word!),
      this.single(run.slice(letters), this.categories.punctuation!),
    ];
  }

  private tokenized(run: string): readonly Word[] {
    const words: Word[] = [];
    const receiver: Receiver = {
      _addToken: (text, category) => words.push(this.single(text, category)),
      _addTokenIfInCache: (text) => {
        const found = this.known(text);
        if (found) words.push(...found);
        return found ? 1 : 0;
      },
      isLexeme: (text) => this.lexemes.has(text),
    };
    this.tokenize(receiver, run);
    return words;
  }

  /** The word of a text, or the words that a contraction stands for; null where the model does not know it. */
  private known(text: string): readonly Word[] | null {
    const lexeme = this.lexemes.get(text);
    if (lexeme === undefined) return null;
    return this.field(lexeme, 'isContraction') ? this.expanded(lexeme) : [this.word(lexeme)];
  }

  private word(lexeme: number): Word {
    let word = this.words.get(lexeme);
    if (!word) {
      const text = this.texts[lexeme]!;
      word = {
        text,
        lower: lowered(text),
        tag: this.field(this.spelt(lexeme), 'pos') || NOUN,
        hint: this.field(lexeme, 'posHint'),
        may: this.tagsOf(this.normal(lexeme)),
        fixed: false,
      };
      this.words.set(lexeme, word);
    }
    return word;
  }

  private expanded(lexeme: number): readonly Word[] {
    const pointer = this.field(lexeme, 'lemma');
    const from = pointer & 0x3fff;
    const count = (pointer >>> 14) & 0x1f;
    const words: Word[] = [];
    for (let i = from; i < from + count; i += 4) {
      const [own, normal, , tag] = this.expansions.subarray(i, i + 4);
      const text = this.texts[own!]!;
      words.push({
        text,
        lower: lowered(text),
        tag: tag!,
        hint: this.field(own!, 'posHint'),
        may: this.tagsOf(normal!),
        fixed: tag !== 0,
      });
    }
    return words;
  }

  /** A word that is taken as it stands, known or not. */
  private single(text: string, category: number): Word {
    const lexeme = this.lexemes.get(text);
    if (lexeme !== undefined) return this.word(lexeme);
    const tag = this.guess(text, category, {
      lookup: (word) => [this.firstLexeme(word)],
      intrinsicSize: () => this.texts.length,
      posOf: (lexeme) => this.field(lexeme, 'pos'),
    });
    const small = this.lexemes.get(text.toLowerCase());
    const may = small === undefined ? this.clusters[0]! : this.tagsOf(this.spelt(small));
    return { text, lower: lowered(text), tag: tag || NOUN, hint: 0, may, fixed: false };
  }

  /** The lexeme of a text, the first of those a contraction stands for; past the last where there is none. */
  private firstLexeme(text: string): number {
    const lexeme = this.lexemes.get(text);
    if (lexeme === undefined) return this.texts.length;
    return this.field(lexeme, 'isContraction') ? this.expansions[this.field(lexeme, 'lemma') & 0x3fff]! : lexeme;
  }

  /** The lexeme in the model's own spelling. */
  private spelt(lexeme: number): number {
    return this.field(lexeme, 'isSpellingMapped') ? this.field(lexeme, 'lemma') : lexeme;
  }

  /** The lexeme in small letters and the model's own spelling. */
  private normal(lexeme: number): number {
    return this.field(lexeme, 'isSpellingMapped') ? this.field(lexeme, 'lemma') : lexeme + this.field(lexeme, 'normal');
  }

  private tagsOf(lexeme: number): number {
    return this.clusters[this.field(lexeme, 'lexemeCID')]!;
  }

  private field(lexeme: number, name: string): number {
    const [word, mask, shift] = this.layout[name]!;
    return (this.features[lexeme * this.size + word]! & mask) >>> shift;
  }
}

/** Where the words stand in the run; a word that is not there as written (hardly any contraction) takes no part. */
function placed(run: string, words: readonly Word[]): Piece {
  const there: Word[] = [];
  const starts: number[] = [];
  let at = 0;
  for (const word of words) {
    const start = run.indexOf(word.text, at);
    if (start < 0) continue;
    there.push(word);
    starts.push(start);
    at = start + word.text.length;
  }
  return { words: there, starts };
}

const isLetter = (code: number): boolean => (code >= 97 && code <= 122) || (code >= 65 && code <= 90);

const lowered = (text: string): string => straighten(text).toLowerCase();

function numbers(base64: string): Uint32Array {
  const bytes = Buffer.from(base64, 'base64');
  return new Uint32Array(bytes.buffer.slice(bytes.byteOffset, bytes.byteOffset + bytes.length));
}
