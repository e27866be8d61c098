import type { AliasStatement, NamingPolicy } from './name.ts';
import type { StatementView } from './view.ts';

/** A naming policy as it is offered for choice. */
export interface PolicyChoice extends NamingPolicy {
  /** How many actors it makes of the names known, without those of one name that no list describes. */
  readonly actors: number;
}

/**
 * What an alias statement does under a policy. `ties`: its names are one actor, and it counts for that. `forbids`: it keeps them
 * apart. The others did nothing: `speaker` and `certainty` do not count, the `relation` does not join, too few `origins` say it, the
 * name is `shared` by several actors of one list, or somebody's `distinct` overruled it.
 */
export const NAME_EFFECTS = [
  'ties',
  'forbids',
  'speaker',
  'certainty',
  'relation',
  'origins',
  'shared',
  'overruled',
] as const;
export type NameEffect = (typeof NAME_EFFECTS)[number];

export interface AliasShown extends AliasStatement {
  readonly effect: NameEffect;
}

/** An actor in a list. */
export interface ActorRow {
  readonly id: string;
  readonly name: string;
  readonly names: number;
  /** Some of its names, its own first. */
  readonly also: readonly string[];
  /** Whether other actors carry some of its names too. */
  readonly disputed: boolean;
  /** Homes that lists state, ISO 3166-1. */
  readonly countries: readonly string[];
  readonly sectors: readonly string[];
  /** Whose lists describe it. */
  readonly lists: readonly string[];
  /** Statements of the ledger that name it as the actor, and their origins. */
  readonly statements: number;
  readonly origins: number;
  /** The names under which they name it. */
  readonly said_as: readonly string[];
}

export interface ActorName {
  readonly name: string;
  readonly coined: readonly string[];
  /** Whose lists carry it under this actor. */
  readonly lists: readonly string[];
  /** The other actors that carry it. */
  readonly carriers: readonly { readonly id: string; readonly name: string }[];
  /** What ties it to the other names of this actor, what counts first. */
  readonly ties: readonly AliasShown[];
}

/** A name or actor that somebody's word brings close, and that the policy leaves outside. */
export interface ActorApart {
  readonly id: string;
  readonly name: string;
  readonly names: number;
  /** The statements that would join the two, or part them. */
  readonly statements: readonly AliasShown[];
}

/** What a list states of the actor. */
export interface ActorFact {
  readonly field: 'country' | 'sponsor' | 'victim' | 'sector';
  readonly value: string;
  readonly speaker: string;
  readonly via: string | null;
  readonly list: string;
  /** The entry that states it, as `list:id`. */
  readonly entry: string;
  readonly url: string | null;
}

/** One thing or place that activity is pinned on, with who says so and who does not. */
export interface ActorAttribution {
  /** In the words of the statements, or a country. */
  readonly to: string;
  readonly country: string | null;
  readonly listed: readonly ActorFact[];
  readonly asserts: readonly StatementView[];
  /** Ids of those statements that say "the group", in a document that names this actor and no other. */
  readonly context: readonly string[];
  /** Doubts and denials of the claim, and of the party it is pinned on. */
  readonly against: readonly StatementView[];
  /** Ids of those of `against` that answer accusations of attacks in general, for the party that the actor is pinned on. */
  readonly general: readonly string[];
}

/** A work that a list cites. */
export interface CitedSource {
  readonly title: string;
  readonly url: string | null;
  /** `YYYY`, `YYYY-MM` or `YYYY-MM-DD`. */
  readonly published: string | null;
}

export interface CitedItem {
  readonly id: string;
  readonly name: string;
  readonly sources: readonly CitedSource[];
}

/** What an ATT&CK version says of an actor's groups. */
export interface AttackFacts {
  readonly version: string | null;
  readonly techniques: readonly (CitedItem & { readonly tactics: readonly string[] })[];
  readonly software: readonly (CitedItem & { readonly kind: 'tool' | 'malware' })[];
  /** First and last seen as ISO days. */
  readonly campaigns: readonly (CitedItem & { readonly first: string | null; readonly last: string | null })[];
}

/** What lies under an alias statement of a list, or under a fact of it. */
export interface NameSourceView {
  readonly alias: AliasStatement | null;
  readonly entry: {
    readonly list: string;
    readonly version: string;
    readonly speaker: string;
    readonly via: string | null;
    readonly said: string;
    readonly name: string;
    readonly url: string | null;
    readonly names: readonly {
      readonly name: string;
      readonly coined: string | null;
      readonly said: string | null;
    }[];
    readonly facts: readonly ActorFact[];
    readonly references: readonly string[];
  } | null;
}

/** An actor with all that is known of it. */
export interface ActorView {
  readonly id: string;
  readonly name: string;
  readonly policy: NamingPolicy;
  readonly names: readonly ActorName[];
  readonly apart: readonly ActorApart[];
  readonly entries: readonly {
    /** `list:id` */
    readonly key: string;
    readonly list: string;
    readonly version: string;
    readonly speaker: string;
    readonly via: string | null;
    readonly name: string;
    readonly url: string | null;
    readonly references: readonly string[];
  }[];
  readonly facts: readonly ActorFact[];
  /** Null where no ATT&CK group is this actor. */
  readonly attack: AttackFacts | null;
  readonly attributions: readonly ActorAttribution[];
  /** Statements of the ledger about the actor, newest first: that name it as the actor, the object or the target, or attribute it to somebody. */
  readonly statements: readonly StatementView[];
  readonly statements_total: number;
  /** How many name it as the actor, as the list of actors counts them. */
  readonly statements_as_actor: number;
}

/** A party beside a country, with the statements in which it accuses, is accused or answers. */
export interface StateRow {
  readonly name: string;
  readonly country: string | null;
  /** Ids. */
  readonly statements: readonly string[];
  readonly origins: number;
}

/** A name that one list gives to several of its actors. */
export interface DisputedName {
  readonly name: string;
  /** Its spellings, where they differ. */
  readonly spellings: readonly string[];
  readonly carriers: readonly {
    readonly speaker: string;
    readonly list: string;
    readonly entry: string;
    /** `list:id` */
    readonly key: string;
    readonly url: string | null;
    /** The actor under the policy that the entry is about, null where the policy makes none of it. */
    readonly actor: { readonly id: string; readonly name: string } | null;
  }[];
}
