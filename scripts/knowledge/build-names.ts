/**
 * Builds data/knowledge/names.json.gz, the shipped lists of actor names:
 *   npx tsx scripts/knowledge/build-names.ts SAID [FOLDER] [CLONE]
 * SAID is the day by which the files of MISP galaxy were as they are. FOLDER (default $LONGWATCH_SHARED/data, else ../shared/data)
 * holds `attack` (ATT&CK Enterprise bundles of several versions) and `misp-galaxy` (cluster files). CLONE, a git repository of MISP
 * galaxy, dates every name by the first commit that has it.
 * Only facts and identifiers go in: names, ids, who coined them, stated countries, sponsors, victims, sectors, citations.
 */
import { spawn } from 'node:child_process';
import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { createInterface } from 'node:readline';
import { gunzipSync, gzipSync } from 'node:zlib';
import { type AttackObject, attackNames } from '../../src/knowledge/names/attack.ts';
import { readGalaxy } from '../../src/knowledge/names/galaxy.ts';
import { packLists } from '../../src/knowledge/names/pack.ts';
import type { NameList, NameRelation, Relation } from '../../src/model/name.ts';
import type { Certainty } from '../../src/model/statement.ts';

const ROOT = resolve(import.meta.dirname, '../..');
const [said, folder, clone] = process.argv.slice(2);
if (!said || !/^\d{4}-\d{2}-\d{2}$/.test(said)) throw new Error('the day of the files of MISP galaxy, as YYYY-MM-DD');
const FROM = resolve(folder ?? join(process.env.LONGWATCH_SHARED ?? join(ROOT, '../shared'), 'data'));

const lists = [
  attackList(),
  await dated(galaxyList('threat-actor')),
  galaxyList('microsoft-activity-group'),
  galaxyList('360net'),
];
const bytes = gzipSync(JSON.stringify(packLists(lists)), { level: 9 });
bytes[9] = 0xff; // the operating system byte: the same file on every machine
writeFileSync(join(ROOT, 'data/knowledge/names.json.gz'), bytes);
for (const { list, version, entries, relations } of lists)
  process.stderr.write(`${list} ${version}: ${entries.length} entries, ${relations.length} relations\n`);
process.stderr.write(`names.json.gz: ${bytes.length} bytes\n`);

function attackList(): NameList {
  const bundles = readdirSync(join(FROM, 'attack'))
    .flatMap((file) => {
      const m = /enterprise-attack-(\d+)\.(\d+)\.json\.gz$/.exec(file);
      return m ? [{ file, rank: Number(m[1]) * 100 + Number(m[2]), version: `${m[1]}.${m[2]}` }] : [];
    })
    .sort((a, b) => a.rank - b.rank)
    .map(({ file, version }) => {
      const text = gunzipSync(readFileSync(join(FROM, 'attack', file))).toString('utf8');
      return { version, objects: (JSON.parse(text) as { objects: AttackObject[] }).objects };
    });
  const newest = bundles.at(-1);
  if (!newest) throw new Error(`no ATT&CK bundle in ${FROM}/attack`);
  const list = attackNames(
    newest.version,
    newest.objects,
    bundles.slice(0, -1).map(({ objects }) => objects),
  );
  return { ...list, relations: [...list.relations, ...remarks()] };
}

function remarks(): NameRelation[] {
  return readFileSync(join(import.meta.dirname, 'attack-remarks.tsv'), 'utf8')
    .split('\n')
    .filter((line) => line && !line.startsWith('#'))
    .map((line) => {
      const [from, to, relation, certainty] = line.split('\t') as [string, string, Relation, Certainty];
      return { from, to, relation, certainty, url: `https://attack.mitre.org/groups/${from}` };
    });
}

function galaxyList(name: string): NameList {
  const path = join(FROM, 'misp-galaxy', `${name}.json`);
  const { list, problems } = readGalaxy(JSON.parse(readFileSync(path, 'utf8')), path, said!);
  if (!list || problems.length > 0) throw new Error(`${path}: ${JSON.stringify(problems)}`);
  return list;
}

/** Names with the day of the first commit that lists them under this entry. */
async function dated(list: NameList): Promise<NameList> {
  if (!clone) return list;
  const first = await firstCommits(`clusters/${list.list.split('/')[1]}.json`);
  const day = (id: string, name: string, others: readonly string[]): string | null => {
    const days = [`${id}\t${name}`, ...others.map((it) => pairKey(it, name))].flatMap((key) => first.get(key) ?? []);
    return days.sort()[0] ?? null;
  };
  return {
    ...list,
    entries: list.entries.map((entry) => {
      const all = [entry.name, ...entry.names.map((it) => it.name)];
      const dated = (name: string) =>
        day(
          entry.id,
          name,
          all.filter((it) => it !== name),
        );
      return { ...entry, names: entry.names.map((it) => ({ ...it, said: dated(it.name) })) };
    }),
  };
}

function pairKey(a: string, b: string): string {
  return (a < b ? [a, b] : [b, a]).join('\t\t');
}

/** By entry and name (or two names), the day of the first commit whose file has both. Commits whose file is not JSON are passed over. */
async function firstCommits(path: string): Promise<Map<string, string>> {
  const log = spawn('git', ['-C', clone!, 'log', '--reverse', '--format=%H %cs', '--', path]);
  const commits: [string, string][] = [];
  for await (const line of createInterface(log.stdout)) commits.push(line.split(' ') as [string, string]);
  const first = new Map<string, string>();
  for (const [commit, day] of commits) {
    const text = await output('git', ['-C', clone!, 'show', `${commit}:${path}`]);
    for (const key of namesIn(text)) if (!first.has(key)) first.set(key, day);
  }
  return first;
}

/** Keys of what a file says: entry and name, or, where entries had no ids yet, two names of one entry. */
function namesIn(text: string): readonly string[] {
  let file: { values?: readonly { uuid?: string; value?: string; meta?: { synonyms?: unknown } }[] };
  try {
    file = JSON.parse(text);
  } catch {
    return [];
  }
  return (file.values ?? []).flatMap(({ uuid, value, meta }) => {
    const synonyms: readonly unknown[] = Array.isArray(meta?.synonyms) ? meta.synonyms : [];
    const names = [value, ...synonyms].filter((it): it is string => typeof it === 'string').map((it) => it.trim());
    if (uuid) return names.map((it) => `${uuid}\t${it}`);
    return names.flatMap((a, at) => names.slice(at + 1).map((b) => pairKey(a, b)));
  });
}

async function output(command: string, args: readonly string[]): Promise<string> {
  const child = spawn(command, args);
  let text = '';
  child.stdout.setEncoding('utf8');
  for await (const part of child.stdout) text += part;
  return text;
}
