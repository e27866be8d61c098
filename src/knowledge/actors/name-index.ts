import { loadTable, releaseTable } from '../load.ts';
import { ORDINARY_WORDS } from './ordinary.ts';
import { nextToken, OUTLINES, outlineOf } from './tokens.ts';

export type ActorKind = 'group' | 'campaign' | 'malware' | 'tool';

/** An entry of a source that carries a name. */
export interface Owner {
  /** The source's own: `G0007`, or the first eight digits of a galaxy UUID. */
  readonly id: string;
  readonly source: 'attack' | 'galaxy' | 'microsoft' | '360' | 'malpedia';
  readonly kind: ActorKind;
  /** What the source calls it first. */
  readonly name: string;
  /** Where the source states it. */
  readonly country: string | null;
}

export interface Entry {
  readonly name: string;
  readonly kind: ActorKind;
  readonly owners: Owner[];
  readonly disputed: boolean;
  readonly country: string | null;
  /** One word that is also an ordinary one. */
  readonly ordinary: boolean;
  /** Every spelling of the tables, for names written without capitals. */
  readonly spellings: readonly string[];
}

interface Node {
  next?: Map<string, Node>;
  /** What the tables say of the name that ends here; its entry is made when the name is first met. */
  said?: { readonly name: string; readonly owners: Owner[]; readonly spellings: string[] };
  entry?: Entry;
}

export interface ActorIndex {
  readonly root: Node;
  /** By outline, 1 where a name begins with such a token. */
  readonly outlines: Uint8Array;
  /** Names that are ordinary words too. */
  readonly ordinary: ReadonlySet<string>;
}

interface Table {
  readonly clusters: readonly (readonly [
    string,
    Owner['source'],
    ActorKind,
    string,
    string | null,
    readonly string[],
  ])[];
  readonly ordinary: readonly string[];
}

const TABLE = 'knowledge/actors.json.gz';
/** Names too short or too common to be told from text at all. */
const NEVER = new Set([
  'the',
  'and',
  'for',
  'com',
  'exe',
  'dll',
  'php',
  'doc',
  'usb',
  'sql',
  'ssh',
  'dns',
  'web',
  'pdf',
  'vpn',
  'ddos',
  'inc',
  'gop',
  'taj mahal',
  'at',
  'microsoft',
  'windows',
  'linux',
  'android',
  'chrome',
  'google',
]);

let built: ActorIndex | undefined;

/** The names as a tree of tokens, built on first use. */
export function actorIndex(): ActorIndex {
  built ??= build();
  return built;
}

function build(): ActorIndex {
  const table = loadTable<Table>(TABLE);
  const root: Node = {};
  const outlines = new Uint8Array(OUTLINES);
  for (const [id, source, kind, name, country, aliases] of table.clusters) {
    const owner: Owner = { id, source, kind, name, country };
    for (const spelling of [name, ...aliases]) {
      if (NEVER.has(spelling.toLowerCase())) continue;
      const node = descend(root, spelling);
      if (!node) continue;
      const first = nextToken(spelling, 0)!;
      const outline = outlineOf(spelling, first.start, first.end);
      if (outline >= 0) outlines[outline] = 1;
      node.said ??= { name: spelling, owners: [], spellings: [] };
      const { owners, spellings } = node.said;
      if (!spellings.includes(spelling)) spellings.push(spelling);
      if (!owners.includes(owner)) owners.push(owner);
    }
  }
  releaseTable(TABLE);
  return { root, outlines, ordinary: new Set(table.ordinary) };
}

/** The entry of the name that ends at a node of the index, undefined where none does. */
export function entryAt(node: Node): Entry | undefined {
  if (node.said && !node.entry) {
    const { name, owners, spellings } = node.said;
    const word = name.toLowerCase();
    const single = /^[a-z]+$/.test(word);
    node.entry = {
      name,
      kind: kindOf(owners),
      owners,
      disputed: isDisputed(owners),
      country: countryOf(owners),
      ordinary: single && (word.length <= 3 || actorIndex().ordinary.has(word) || ORDINARY_WORDS.has(word)),
      spellings,
    };
  }
  return node.entry;
}

function descend(root: Node, spelling: string): Node | null {
  let node = root;
  for (let token = nextToken(spelling, 0); token; token = nextToken(spelling, token.end)) {
    node.next ??= new Map();
    let next = node.next.get(token.key);
    if (!next) {
      next = {};
      node.next.set(token.key, next);
    }
    node = next;
  }
  return node === root ? null : node;
}

function kindOf(owners: readonly Owner[]): ActorKind {
  for (const kind of ['group', 'campaign', 'malware'] as const) if (owners.some((o) => o.kind === kind)) return kind;
  return 'tool';
}

/** Several groups of one source under one name; malware of one source likewise. Old and new names of Microsoft's are listed as entries of their own and do not count. */
function isDisputed(owners: readonly Owner[]): boolean {
  const seen = new Set<string>();
  for (const { source, kind } of owners) {
    if (source === 'microsoft') continue;
    const key = `${source} ${kind}`;
    if (seen.has(key)) return true;
    seen.add(key);
  }
  return false;
}

function countryOf(owners: readonly Owner[]): string | null {
  const groups = owners.filter((o) => o.kind === 'group');
  const stated = new Set(groups.flatMap((o) => (o.country ? [o.country] : [])));
  if (stated.size !== 1) return null;
  if (isDisputed(owners) && groups.some((o) => o.source === 'galaxy' && !o.country)) return null;
  return [...stated][0]!;
}
