/** A sentence with the numbers of its sources. One without sources says that something is not known, or is about the bulletin itself. */
export interface Sentence {
  readonly text: string;
  readonly sources: readonly number[];
}

export interface Section {
  readonly heading: string;
  readonly sentences: readonly Sentence[];
  /** Its claims are not facts of the case. */
  readonly unmatched?: true;
  readonly table?: { readonly head: readonly string[]; readonly rows: readonly (readonly string[])[] };
}

export interface Bulletin {
  readonly title: string;
  /** Facts about the bulletin itself, a line each. */
  readonly head: readonly (readonly [name: string, value: string])[];
  readonly tlp: string;
  readonly sections: readonly Section[];
  /** What each number stands for: records, documents. */
  readonly sources: readonly string[];
  /** ISO 639-1. */
  readonly language: string;
}
