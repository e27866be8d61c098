import type { Node } from '../rule/tree.ts';

/**
 * One place where records for a rule are found. Windows event logs are told by channel (lower case), event id and provider;
 * everything else by the product, category and service that its reader names. Null stands for "any".
 */
export interface Route {
  readonly source: WindowsSource | NamedSource;
  /** What must hold besides (registry_add: EventType is CreateKey), of the record as seen through the view; null for nothing. */
  readonly where: Node | null;
  /** How the record has to be seen, e.g. a Security 4688 under the names of Sysmon 1; null for as it is. */
  readonly view: string | null;
}

export interface WindowsSource {
  readonly kind: 'windows';
  readonly channels: readonly string[] | null;
  readonly eventIds: readonly number[] | null;
  readonly providers: readonly string[] | null;
}

export interface NamedSource {
  readonly kind: 'named';
  readonly product: string | null;
  readonly category: string | null;
  readonly service: string | null;
}

/** Where a record comes from, as its reader knows it: the counterpart of a route. Texts are lower case, '' when not known. */
export interface RecordSource {
  readonly product: string;
  readonly category: string;
  readonly service: string;
  /** Windows event logs only. */
  readonly channel: string;
  readonly eventId: number;
  readonly provider: string;
}
