import { type Problem, problem } from '../../base/problem.ts';
import { publishedOf } from './citation.ts';
import type {
  AliasRow,
  AttackTable,
  CampaignRow,
  GroupRow,
  SoftwareRow,
  SourceRow,
  TechniqueRow,
  UseRow,
} from './table.ts';
import { aimsOf } from './targets.ts';

export interface AttackImport {
  readonly table: AttackTable;
  readonly problems: readonly Problem[];
}

type Fields = Readonly<Record<string, unknown>>;

/** An object that counts, with its ATT&CK identifier. */
interface Entry {
  readonly stix: string;
  readonly id: string;
  readonly name: string;
  readonly fields: Fields;
}

const KINDS = ['attack-pattern', 'intrusion-set', 'malware', 'tool', 'campaign'] as const;
type Kind = (typeof KINDS)[number];

/**
 * An ATT&CK Enterprise bundle (STIX 2.0 or 2.1, parsed JSON) as a table of facts. Withdrawn objects are left out, except techniques, whose successors are kept.
 * An object that cannot be read is a problem with its place in the bundle and leaves the others as they are; a value that is no bundle gives an empty table and a problem.
 */
export function readAttackBundle(bundle: unknown, { version }: { version?: string | undefined } = {}): AttackImport {
  const problems: Problem[] = [];
  const objects = isFields(bundle) && Array.isArray(bundle.objects) ? (bundle.objects as readonly unknown[]) : null;
  if (!objects) problems.push(problem('not-a-bundle', {}, {}, 'error'));
  const reader = new BundleReader(problems);
  (objects ?? []).forEach((object, i) => {
    reader.take(object, i);
  });
  return { table: reader.table(version ?? null), problems };
}

const VULNERABILITY = /CVE-\d{4}-\d{4,7}/g;

class BundleReader {
  readonly #problems: Problem[];
  readonly #entries: Record<Kind, Entry[]> = {
    'attack-pattern': [],
    'intrusion-set': [],
    malware: [],
    tool: [],
    campaign: [],
  };
  readonly #byStix = new Map<string, Entry>();
  readonly #withdrawn = new Set<string>();
  readonly #links: { readonly fields: Fields; readonly place: number }[] = [];
  readonly #sources: SourceRow[] = [];
  readonly #sourceNumbers = new Map<string, number>();
  #said: string | null = null;
  #modified = '';

  constructor(problems: Problem[]) {
    this.#problems = problems;
  }

  take(object: unknown, i: number): void {
    if (!isFields(object) || typeof object.type !== 'string') {
      this.#report('object-unreadable', i, 'type');
      return;
    }
    const modified = text(object.modified);
    if (modified && modified > this.#modified) this.#modified = modified;
    if (object.type === 'x-mitre-collection') this.#said = text(object.x_mitre_version) ?? this.#said;
    else if (object.type === 'relationship') this.#links.push({ fields: object, place: i });
    else if ((KINDS as readonly string[]).includes(object.type)) this.#entry(object, object.type as Kind, i);
  }

  #entry(fields: Fields, kind: Kind, i: number): void {
    const stix = text(fields.id);
    const name = text(fields.name);
    const id = references(fields).find(
      (r) => r.external_id && /^(?:enterprise-|mitre-)/.test(r.source_name),
    )?.external_id;
    const missing = !stix ? 'id' : !name ? 'name' : !id ? 'external_references' : null;
    if (missing) {
      this.#report('object-unreadable', i, missing);
      return;
    }
    const entry: Entry = { stix: stix!, id: id!, name: name!, fields };
    if (this.#byStix.has(entry.stix)) {
      this.#report('object-twice', i, entry.stix);
      return;
    }
    this.#byStix.set(entry.stix, entry);
    if (withdrawn(fields)) {
      this.#withdrawn.add(entry.stix);
      if (kind !== 'attack-pattern') return;
    }
    this.#entries[kind].push(entry);
  }

  table(version: string | null): AttackTable {
    const uses: UseRow[] = [];
    const exploits = new Map<string, [string, string, Set<number>]>();
    const successors = new Map<string, string>();
    const attributed = new Map<string, [string, readonly number[]][]>();
    for (const { fields, place } of this.#links) {
      if (withdrawn(fields)) continue;
      const type = text(fields.relationship_type);
      if (type !== 'uses' && type !== 'revoked-by' && type !== 'attributed-to') continue;
      const from = this.#byStix.get(text(fields.source_ref) ?? '');
      const to = this.#byStix.get(text(fields.target_ref) ?? '');
      if (!from || !to) {
        this.#report('link-broken', place, text(fields[from ? 'target_ref' : 'source_ref']) ?? 'source_ref');
        continue;
      }
      if (type === 'revoked-by') successors.set(from.id, to.id);
      else if (this.#withdrawn.has(from.stix) || this.#withdrawn.has(to.stix)) continue;
      else if (type === 'uses') {
        const sources = this.#cited(fields);
        uses.push([from.id, to.id, sources]);
        for (const [cve] of (text(fields.description) ?? '').toUpperCase().matchAll(VULNERABILITY)) {
          const row = exploits.get(`${from.id} ${cve}`) ?? [from.id, cve, new Set<number>()];
          for (const source of sources) row[2].add(source);
          exploits.set(`${from.id} ${cve}`, row);
        }
      } else attributed.set(from.id, [...(attributed.get(from.id) ?? []), [to.id, this.#cited(fields)]]);
    }
    const table: AttackTable = {
      format: 1,
      domain: 'enterprise-attack',
      version: version ?? this.#said,
      modified: this.#modified.slice(0, 10),
      techniques: this.#rows(
        ['attack-pattern'],
        (e): TechniqueRow => [
          e.id,
          e.name,
          tactics(e.fields),
          this.#withdrawn.has(e.stix) ? (successors.get(e.id) ?? '') : null,
        ],
      ),
      software: this.#rows(
        ['malware', 'tool'],
        (e): SoftwareRow => [
          e.id,
          e.name,
          e.fields.type === 'tool' ? 'tool' : 'malware',
          this.#aliases(e, 'x_mitre_aliases'),
        ],
      ),
      groups: this.#rows(['intrusion-set'], (e): GroupRow => {
        const aims = aimsOf(text(e.fields.description) ?? '');
        const added = text(e.fields.created)?.slice(0, 10) ?? null;
        return [e.id, e.name, this.#aliases(e, 'aliases'), aims.sectors, aims.countries, aims.origins, added];
      }),
      campaigns: this.#rows(['campaign'], (e): CampaignRow => {
        const aims = aimsOf(text(e.fields.description) ?? '');
        const day = (field: string): string | null => text(e.fields[field])?.slice(0, 10) ?? null;
        return [
          e.id,
          e.name,
          day('first_seen'),
          day('last_seen'),
          attributed.get(e.id) ?? [],
          aims.sectors,
          aims.countries,
        ];
      }),
      uses: uses.sort(byUserAndItem),
      exploits: [...exploits.values()]
        .map(([user, cve, sources]): UseRow => [user, cve, [...sources]])
        .sort(byUserAndItem),
      sources: this.#sources,
    };
    return table;
  }

  #rows<T>(kinds: readonly Kind[], row: (entry: Entry) => T): T[] {
    return kinds
      .flatMap((kind) => this.#entries[kind])
      .sort((a, b) => compare(a.id, b.id))
      .map(row);
  }

  /** Numbers of the sources a relation cites; the same address under two names is one source. */
  #cited(fields: Fields): number[] {
    const numbers = references(fields)
      .filter((r) => !r.external_id && !/^\s*\(Citation:/.test(r.description))
      .map((r) => this.#source(r.source_name, r.url, r.description));
    return [...new Set(numbers)].sort((a, b) => a - b);
  }

  #source(name: string, url: string | null, citation: string): number {
    const key = url?.replace(/\/+$/, '').toLowerCase() ?? name;
    let number = this.#sourceNumbers.get(key);
    if (number === undefined) {
      number = this.#sources.length;
      this.#sourceNumbers.set(key, number);
      this.#sources.push([name, url, publishedOf(citation, url)]);
    }
    return number;
  }

  /** Further names with the sources that the references of the same name cite for them. */
  #aliases({ name, fields }: Entry, field: string): AliasRow[] {
    const refs = references(fields);
    const list = Array.isArray(fields[field]) ? (fields[field] as readonly unknown[]) : [];
    return list
      .filter((alias): alias is string => typeof alias === 'string' && alias !== name)
      .map((alias) => {
        const said = refs.filter((r) => r.source_name === alias).map((r) => r.description);
        const cited = said.flatMap((s) => [...s.matchAll(/\(Citation:\s*([^)]+)\)/g)].map((m) => m[1]!.trim()));
        const numbers = refs
          .filter((r) => cited.includes(r.source_name))
          .map((r) => this.#source(r.source_name, r.url, r.description));
        return [alias, [...new Set(numbers)]] as const;
      });
  }

  #report(code: string, index: number, field: string): void {
    this.#problems.push(problem(code, { part: `object ${index + 1}` }, { field }));
  }
}

interface Reference {
  readonly source_name: string;
  readonly description: string;
  readonly url: string | null;
  readonly external_id: string | null;
}

function references(fields: Fields): Reference[] {
  const list = Array.isArray(fields.external_references) ? (fields.external_references as readonly unknown[]) : [];
  return list.filter(isFields).flatMap((r) => {
    const source_name = text(r.source_name);
    if (!source_name) return [];
    return [
      { source_name, description: text(r.description) ?? '', url: text(r.url), external_id: text(r.external_id) },
    ];
  });
}

function tactics(fields: Fields): string[] {
  const phases = Array.isArray(fields.kill_chain_phases) ? (fields.kill_chain_phases as readonly unknown[]) : [];
  return phases.filter(isFields).flatMap((phase) => text(phase.phase_name) ?? []);
}

function withdrawn(fields: Fields): boolean {
  return fields.revoked === true || fields.x_mitre_deprecated === true;
}

function isFields(value: unknown): value is Fields {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function text(value: unknown): string | null {
  return typeof value === 'string' && value !== '' ? value : null;
}

function byUserAndItem(a: UseRow, b: UseRow): number {
  return compare(a[0], b[0]) || compare(a[1], b[1]);
}

function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
