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
  /** The list's own actor of which the first name is the head; null for a bare pair. Two actors of one list are not the same to it. */
  readonly entry: string | null;
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
}

/** An actor as one list describes it: its names, and facts about it. */
export interface NameEntry {
  /** The list's own: `G0045`, a UUID. */
  readonly id: string;
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
