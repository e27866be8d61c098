/**
 * The facts of one ATT&CK version in compact form: identifiers, names, relations and who is cited for each. No descriptions.
 * Rows are tuples, and what refers to another row of `sources` does so by its number: 6,000 relations parse in a few milliseconds.
 */
export interface AttackTable {
  readonly format: 1;
  readonly domain: 'enterprise-attack';
  /** Such as `18.1`; null where neither the bundle nor the user says it. */
  readonly version: string | null;
  /** The latest day on which an object of the bundle was changed: nothing in the table is younger. */
  readonly modified: string;
  readonly techniques: readonly TechniqueRow[];
  readonly software: readonly SoftwareRow[];
  readonly groups: readonly GroupRow[];
  readonly campaigns: readonly CampaignRow[];
  readonly sources: readonly SourceRow[];
  readonly uses: readonly UseRow[];
  /** Vulnerabilities that a relation names, by who uses them. */
  readonly exploits: readonly UseRow[];
}

/** Id, name, tactics; null while in use, else the id that took its place or '' where none did. */
export type TechniqueRow = readonly [id: string, name: string, tactics: readonly string[], replaced: string | null];

/** `tool` is ATT&CK's word for software that anybody can get, commercial, open or built in; `malware` for the rest. */
export type SoftwareRow = readonly [id: string, name: string, kind: 'tool' | 'malware', aliases: readonly AliasRow[]];

/** A name besides the first one, and the sources that ATT&CK cites for it. */
export type AliasRow = readonly [name: string, sources: readonly number[]];

/**
 * Sectors and countries are those its description names as attacked; origins are the countries it names the group by; added is the ISO day on which ATT&CK made the
 * entry, which tables made before have not.
 */
export type GroupRow = readonly [
  id: string,
  name: string,
  aliases: readonly AliasRow[],
  sectors: readonly string[],
  countries: readonly string[],
  origins: readonly string[],
  added?: string | null,
];

/** First and last seen as ISO days, and the groups it is attributed to with the sources for that. */
export type CampaignRow = readonly [
  id: string,
  name: string,
  first: string | null,
  last: string | null,
  groups: readonly (readonly [group: string, sources: readonly number[]])[],
  sectors: readonly string[],
  countries: readonly string[],
];

/** Published: `YYYY`, `YYYY-MM` or `YYYY-MM-DD`, as exactly as the citation or its address tells; null where neither does. */
export type SourceRow = readonly [name: string, url: string | null, published: string | null];

/** A group, campaign or software uses software, a technique or (by its CVE number) a vulnerability, by the sources cited. */
export type UseRow = readonly [user: string, item: string, sources: readonly number[]];
