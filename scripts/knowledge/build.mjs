/**
 * Builds the fact tables under data/knowledge from public sources a developer has at hand:
 *   node scripts/knowledge/build.mjs [FOLDER]      (default: $LONGWATCH_SHARED/data, else ../shared/data)
 * FOLDER/attack holds ATT&CK Enterprise STIX bundles (the newest version is taken), FOLDER/misp-galaxy the clusters of MISP galaxy.
 * Only facts and identifiers go in: ids, names, aliases, stated countries, types, tactics. No descriptions.
 */
import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { gunzipSync, gzipSync } from 'node:zlib';

const ROOT = resolve(import.meta.dirname, '../..');
const FROM = resolve(process.argv[2] ?? join(process.env.LONGWATCH_SHARED ?? join(ROOT, '../shared'), 'data'));
const TABLE_VERSION = 1;

const attack = newestAttack();
const ordinary = ordinaryWords();
const clusters = [...attackClusters(), ...galaxyClusters()];
const words = new Set();
for (const [, , , name, , aliases] of clusters)
  for (const spelling of [name, ...aliases])
    if (ordinary.has(spelling.toLowerCase())) words.add(spelling.toLowerCase());

write('actors.json.gz', {
  version: TABLE_VERSION,
  sources: { attack: attack.version, galaxy: galaxy('threat-actor').version, malpedia: galaxy('malpedia').version },
  columns: ['id', 'source', 'kind', 'name', 'country', 'aliases'],
  clusters,
  ordinary: [...words].sort(),
});
write('techniques.json.gz', {
  version: TABLE_VERSION,
  attack: attack.version,
  columns: ['id', 'name', 'tactics', 'replaced'],
  techniques: techniques(),
});

function newestAttack() {
  const files = readdirSync(join(FROM, 'attack')).flatMap((file) => {
    const m = /enterprise-attack-(\d+)\.(\d+)\.json(\.gz)?$/.exec(file);
    return m ? [{ file, rank: Number(m[1]) * 100 + Number(m[2]), version: `${m[1]}.${m[2]}` }] : [];
  });
  const newest = files.sort((a, b) => b.rank - a.rank)[0];
  const bytes = readFileSync(join(FROM, 'attack', newest.file));
  const { objects } = JSON.parse(newest.file.endsWith('.gz') ? gunzipSync(bytes) : bytes);
  return { version: newest.version, objects };
}

function galaxy(name) {
  return JSON.parse(readFileSync(join(FROM, 'misp-galaxy', `${name}.json`), 'utf8'));
}

function attackClusters() {
  const kinds = { 'intrusion-set': 'group', malware: 'malware', tool: 'tool', campaign: 'campaign' };
  return attack.objects
    .filter((o) => kinds[o.type] && !o.revoked && !o.x_mitre_deprecated)
    .map((o) => row(attackId(o), 'attack', kinds[o.type], o.name, null, o.aliases ?? o.x_mitre_aliases ?? []));
}

function galaxyClusters() {
  const of = (name, source, kind) =>
    galaxy(name).values.map((v) =>
      row(v.uuid.slice(0, 8), source, kind, v.value, country(v.meta?.country), v.meta?.synonyms ?? []),
    );
  const net360 = galaxy('360net').values.map((v) => {
    const name = /APT-C-\d+/.exec(v.value)?.[0];
    return name ? row(v.uuid.slice(0, 8), '360', 'group', name, null, []) : null;
  });
  return [
    ...of('threat-actor', 'galaxy', 'group'),
    ...of('microsoft-activity-group', 'microsoft', 'group'),
    ...net360.filter(Boolean),
    ...of('malpedia', 'malpedia', 'malware'),
  ];
}

function row(id, source, kind, name, place, aliases) {
  const clean = (s) =>
    s
      .replace(/\s+-\s+[GSC]\d{4}$/, '')
      .replace(/\s+\((?:Malware Family|[A-Z][\w ]*family)\)$/i, '')
      .trim();
  const spellings = [...new Set(aliases.map(clean))].filter((s) => s !== clean(name) && usable(s));
  return [id, source, kind, clean(name), place, spellings];
}

/** Latin spellings of three characters or more; others cannot be told from ordinary text by these rules. */
function usable(name) {
  return name.length >= 3 && name.length <= 60 && /[A-Za-z]/.test(name);
}

function country(value) {
  return typeof value === 'string' && /^[A-Z]{2}$/.test(value) ? value : null;
}

function techniques() {
  const replacement = new Map();
  const ids = new Map(attack.objects.filter((o) => o.type === 'attack-pattern').map((o) => [o.id, attackId(o)]));
  for (const o of attack.objects)
    if (o.type === 'relationship' && o.relationship_type === 'revoked-by' && ids.has(o.source_ref))
      replacement.set(ids.get(o.source_ref), ids.get(o.target_ref));
  return attack.objects
    .filter((o) => o.type === 'attack-pattern' && attackId(o))
    .map((o) => [
      attackId(o),
      o.name,
      (o.kill_chain_phases ?? []).map((p) => p.phase_name).sort(),
      o.revoked ? (replacement.get(attackId(o)) ?? '') : o.x_mitre_deprecated ? '' : null,
    ])
    .sort((a, b) => (a[0] < b[0] ? -1 : 1));
}

function attackId(o) {
  return o.external_references?.find((r) => r.source_name === 'mitre-attack')?.external_id;
}

/**
 * Words that the texts written for this project use in lower case more than once: names spelled like them need more than their
 * spelling to count. Personal names, places and everyday words beyond them stand in src/knowledge/actors/ordinary.ts.
 */
function ordinaryWords() {
  const folder = join(ROOT, 'data/reading');
  const articles = readdirSync(join(folder, 'articles')).map((file) => join(folder, 'articles', file));
  const counts = new Map();
  for (const file of [...articles, join(folder, 'clauses.tsv')])
    for (const [word] of readFileSync(file, 'utf8').matchAll(/(?<![A-Za-z])[a-z]{2,}(?![A-Za-z])/g))
      counts.set(word, (counts.get(word) ?? 0) + 1);
  return new Set([...counts].filter(([, count]) => count > 1).map(([word]) => word));
}

function write(name, value) {
  const bytes = gzipSync(JSON.stringify(value), { level: 9 });
  bytes[9] = 0xff; // the operating system byte: the same file on every machine
  writeFileSync(join(ROOT, 'data/knowledge', name), bytes);
  process.stderr.write(`${name}: ${bytes.length} bytes\n`);
}
