import type { Problem } from '../base/problem.ts';

/** What a ranking was asked about. */
export interface RankFromView {
  readonly kind: 'case' | 'document' | 'items';
  /** Name of the case, id of the document. */
  readonly id: string | null;
  readonly title: string | null;
  /** When it was seen or told of: `YYYY`, `YYYY-MM` or `YYYY-MM-DD`. */
  readonly date: string | null;
}

/** One thing that was seen. */
export interface RankItem {
  readonly term: string;
  /** In words: the name of a technique or of software. */
  readonly label: string;
  readonly topic: string;
  /** Whether any group is known for it. */
  readonly known: boolean;
}

/** What speaks for (above 0) or against a candidate, in natural-log odds beside the average one. */
export interface RankReason {
  readonly item: string;
  readonly label: string;
  readonly weight: number;
}

export interface RankLine {
  /** The actor under the naming policy, as its page is addressed. */
  readonly actor: string;
  readonly name: string;
  readonly probability: number;
  /** The groups of ATT&CK that share the line. */
  readonly members: readonly { readonly id: string; readonly name: string }[];
  readonly reasons: readonly RankReason[];
}

/** The list under one of the naming policies. */
export interface RankUnderPolicy {
  readonly id: string;
  readonly title: string;
  readonly lines: readonly Pick<RankLine, 'actor' | 'name' | 'probability' | 'members'>[];
}

/** Which facts a ranking rests on. */
export interface RankKnowledge {
  /** Of ATT&CK. */
  readonly version: string | null;
  /** The last day on which something in it was changed. */
  readonly modified: string;
  /** Only what had been published by this day was used; all of it when null. */
  readonly as_of: string | null;
  /** How long before what was seen the facts end, in years; 0 where they do not. */
  readonly years_before: number;
}

/** Which known groups resemble what was seen, and how likely it is none of them. */
export interface RankView {
  readonly from: RankFromView;
  readonly seen: readonly RankItem[];
  readonly ranking: readonly RankLine[];
  /** Null where nothing could be compared. */
  readonly none: number | null;
  /** Which share of unknown groups was expected before anything was compared: asked for, or learned. */
  readonly unknown_share: number;
  /** Whether anything was learned about facts that ended so long before; where not, `none` is a guess. */
  readonly none_testable: boolean;
  /** By topic: how many items were seen, and how many of them some group is known for. */
  readonly coverage: readonly { readonly topic: string; readonly seen: number; readonly known: number }[];
  /** Groups that the report names; they were not used. */
  readonly named: readonly string[];
  readonly policy: { readonly id: string; readonly title: string };
  readonly policies: readonly RankUnderPolicy[];
  readonly knowledge: RankKnowledge;
  /** What the weights were learned from. */
  readonly model: string;
  readonly problems: readonly Problem[];
}
