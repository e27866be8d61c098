import type { Certainty } from './statement.ts';

/** How two names stand to each other. `part-of`: the first is a part of the second; the others have no direction. */
export const RELATIONS = ['same', 'overlaps', 'part-of', 'distinct'] as const;
export type Relation = (typeof RELATIONS)[number];

/** Where an alias statement came from: the tables of the package, a file the user imported, or a document of the ledger. */
export type NameSource = 'shipped' | 'imported' | 'ledger';

/** Where what a list says can be looked up. */
export interface Citation {
  readonly title: string;
  readonly url: string | null;
}

/** Somebody's word on how two names stand to each other. Nothing is ever merged by it: a naming policy decides what it counts for. */
export interface AliasStatement {
  readonly id: string;
  readonly names: readonly [string, string];
  readonly relation: Relation;
  readonly certainty: Certainty;
  /** Vendor, project or person whose word it is. */
  readonly speaker: string;
  /** Through which project it reached us, null when first-hand. */
  readonly via: string | null;
  /** By when it was said: `YYYY`, `YYYY-MM` or `YYYY-MM-DD`. */
  readonly said: string;
  /** Statements of one origin count once. */
  readonly origin: string;
  /**
   * The entry of a list that each name stands for, as `list:id`. A list's word on a name has `[entry, null]`: the first name heads
   * the entry. A word on two entries has both, a word on two bare names neither.
   */
  readonly entries: readonly [string | null, string | null];
  readonly citation: Citation | null;
  readonly source: NameSource;
}

/** A name in a list's entry. */
export interface ListedName {
  readonly name: string;
  /** The vendor that coined the name, where the list says it. */
  readonly coined: string | null;
  /** By when the list carried it, where that is known better than the list's own date. */
  readonly said: string | null;
  /** What the list cites for it. */
  readonly citation: Citation | null;
}

/** An actor as one list describes it: its names, and facts about it. */
export interface NameEntry {
  /** The list's own: `G0045`, a UUID. */
  readonly id: string;
  /** What other lists call the entry by, such as the UUID of an ATT&CK group's STIX object. */
  readonly other_ids: readonly string[];
  readonly name: string;
  /** Other names, without `name`. */
  readonly names: readonly ListedName[];
  readonly coined: string | null;
  readonly url: string | null;
  /** Home, ISO 3166-1 alpha-2. */
  readonly country: string | null;
  /** Suspected state sponsors in the list's words. */
  readonly sponsors: readonly string[];
  /** Victims and targeted sectors in the list's words. */
  readonly victims: readonly string[];
  readonly sectors: readonly string[];
  readonly references: readonly string[];
}

/** What a list says about how two of its, or another list's, entries stand to each other. */
export interface NameRelation {
  readonly from: string;
  readonly to: string;
  readonly relation: Relation;
  readonly certainty: Certainty;
  readonly url: string | null;
}

/** A list of actors by one speaker, as it was at one version. */
export interface NameList {
  /** Such as `misp-galaxy/threat-actor`. */
  readonly list: string;
  readonly version: string;
  readonly speaker: string;
  readonly via: string | null;
  readonly origin: string;
  readonly said: string;
  readonly entries: readonly NameEntry[];
  readonly relations: readonly NameRelation[];
}

/**
 * Whose word counts for which names are one actor. A policy is a value: choosing another one changes what is shown, never what is
 * recorded.
 */
export interface NamingPolicy {
  readonly id: string;
  readonly title: string;
  /** What it does, in a sentence. */
  readonly words: string;
  /** Whose word counts. */
  readonly speakers: 'all' | readonly string[];
  /** How many independent origins have to tie two names. */
  readonly origins: number;
  /** Which relations tie; `distinct` never does. */
  readonly joins: readonly Relation[];
  /** How sure a statement has to be to count. */
  readonly least: Certainty;
  /** How many independent origins that call two names distinct keep them apart; 0: none can. */
  readonly forbids: number;
  /** What a name does that one list gives to several of its actors: keep them apart, or join them. */
  readonly shared: 'apart' | 'join';
}
