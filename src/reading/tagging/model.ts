import { createRequire } from 'node:module';

/**
 * The parts of wink-nlp and its English model that reading uses, taken one by one: the library as a whole loads five models that
 * are not asked for, and lets what it met in one document change the words of the next. They are inner parts of exact versions;
 * tagger.test.ts compares the tags with the library's own.
 */
const require = createRequire(import.meta.url);

/** A place in a lexeme's packed features: word, mask, shift. */
type Field = readonly [number, number, number, ...number[]];

export interface CoreModel {
  readonly packing: {
    readonly size: number;
    readonly layout: Readonly<Record<string, Field>>;
    readonly config: Readonly<Record<string, number>>;
  };
  /** Packed features of the lexemes, base64 of 32-bit numbers. */
  readonly lexicon: string;
  /** What contractions stand for, base64 of 32-bit numbers, four an expansion: lexeme, normal, lemma, part of speech. */
  readonly xpansions: string;
  readonly features: {
    readonly lexeme: { readonly list: readonly string[] };
    readonly posClusters: { readonly list: readonly string[] };
  };
  readonly pos: { readonly hash: Readonly<Record<string, number>>; readonly list: readonly string[] };
  readonly tcat: { readonly hash: Readonly<Record<string, number>> };
  readonly trex: unknown;
  readonly preserve: unknown;
}

/** States of a machine that corrects tags: by state, by what comes next; which are final, and what their match is to be. */
export type MachineModel = readonly [
  version: number,
  last: number,
  next: Readonly<Record<string, Readonly<Record<string, number>>>>,
  final: Readonly<Record<string, string>>,
  marked: Readonly<Record<string, readonly [number, number]>>,
];

/** What the library's tokenizer reports to. */
export interface Receiver {
  _addToken(text: string, category: number): void;
  /** Adds the words that a text stands for when it is known, and tells whether it is (0: no). */
  _addTokenIfInCache(text: string): number;
  isLexeme(text: string): unknown;
}

type Tokenizer = (receiver: Receiver, text: string) => void;
type Features = {
  pos(
    word: string,
    category: number,
    known: { lookup(word: string): readonly number[]; intrinsicSize(): number; posOf(lexeme: number): number },
  ): number;
};

/** The lexicon of the model (three megabytes), parsed anew at each call: what is needed of it is kept elsewhere. */
export function loadCore(): CoreModel {
  return unkept('wink-eng-lite-web-model/dist/languages/cur/models/eng-core-web-model.json') as CoreModel;
}

export function loadMachines(): readonly MachineModel[] {
  const machines = unkept('wink-eng-lite-web-model/dist/languages/cur/models/eng-pos-model.json') as readonly string[];
  return machines.map((machine) => JSON.parse(machine) as MachineModel);
}

/** The library's tokenizer for one run of characters without spaces. */
export function makeTokenizer({ trex, tcat, preserve }: CoreModel): Tokenizer {
  const compile = require('wink-nlp/src/compile-trex.js') as (trex: unknown) => unknown;
  const make = require('wink-nlp/src/tokenizer.js') as (
    patterns: unknown,
    categories: unknown,
    preserve: unknown,
  ) => Tokenizer;
  return make(compile(trex), tcat.hash, preserve);
}

/** The library's guess at the part of speech of a word that the model does not know. */
export function makeGuess({ packing }: CoreModel): Features['pos'] {
  return (require('wink-eng-lite-web-model/dist/feature.js') as (config: unknown) => Features)(packing.config).pos;
}

/** A JSON file of a package, not held on to by the module loader. */
function unkept(name: string): unknown {
  const path = require.resolve(name);
  const value = require(path) as unknown;
  delete require.cache[path];
  return value;
}
