/**
 * How well the group behind a report is found from its text alone, with the names of groups removed:
 *   npx tsx bench/report-text.ts        ($LONGWATCH_SHARED/data holds attack v18.1 and reading: TRAM2, AnnoCTR)
 * Reports whose title names exactly one group of ATT&CK v18.1, or whose address ATT&CK cites for exactly one. "Citation removed": profiles and texts know nothing that
 * ATT&CK cites for the report alone. "As of": profiles hold only what dated sources had said half a month before the report. Intervals: Wilson, and 1,000 resamplings of groups (seed 1).
 * The reader's techniques were learned from sentences of the TRAM2 reports, so on these they are read better than elsewhere.
 */
import { readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { gunzipSync } from 'node:zlib';
import { readAttackFile } from '../src/actions/import-attack.ts';
import { readingTools } from '../src/actions/load-tools.ts';
import { shippedRankingModel } from '../src/actions/rank-actors.ts';
import { readSource } from '../src/actions/read-source.ts';
import { asOf, type Evidence, evidenceOf, withoutSources, yearOf } from '../src/analysis/ranking/evidence.ts';
import { compare } from '../src/analysis/ranking/features.ts';
import { clusterBootstrap, type Figure, midRank, wilson } from '../src/analysis/ranking/measures.ts';
import { believe } from '../src/analysis/ranking/model.ts';
import { profilesOf } from '../src/analysis/ranking/profiles.ts';
import { LEAST_ITEMS } from '../src/analysis/ranking/questions.ts';
import { findActorNames } from '../src/knowledge/actors.ts';
import { currentTechnique } from '../src/knowledge/techniques.ts';

const SHARED = process.env.LONGWATCH_SHARED ?? resolve(import.meta.dirname, '../../shared');
const BUNDLE = join(SHARED, 'data/attack/enterprise-attack-18.1.json.gz');
const { table } = readAttackFile(BUNDLE);
const inUse = (id: string): string => currentTechnique(id) ?? id;
const evidence = evidenceOf(table, inUse);
const model = shippedRankingModel();

interface Report {
  readonly set: 'TRAM2' | 'AnnoCTR';
  readonly title: string;
  readonly url: string | null;
  readonly published: string | null;
  readonly text: string;
  readonly annotated: readonly string[] | null;
  readonly truth: string;
}

const plain = (s: string): string => s.toLowerCase().replace(/[^a-z0-9 ]/g, '');
const address = (url: string): string =>
  url
    .toLowerCase()
    .replace(/^https?:\/\/(www\.)?/, '')
    .replace(/\/+$/, '');

const named = new Map<string, Set<string>>();
for (const [id, name, aliases] of table.groups)
  for (const spelling of [name, ...aliases.map(([alias]) => alias)])
    named.set(plain(spelling), (named.get(plain(spelling)) ?? new Set()).add(id));
const citedFor = new Map<number, Set<string>>();
for (const [user, , sources] of table.uses)
  if (user.startsWith('G'))
    for (const source of sources) citedFor.set(source, (citedFor.get(source) ?? new Set()).add(user));

/** A report that says in its title whom it is not about: criminals who posed as the group. */
const NOT_ABOUT = /posing as/i;

function truthOf(title: string, url: string | null): string | null {
  const found = new Set<string>();
  const padded = ` ${plain(title)} `;
  for (const [name, ids] of named)
    if (name.length > 3 && (padded.includes(` ${name} `) || padded.includes(` ${name}s `)))
      for (const id of ids) found.add(id);
  if (found.size === 0 && url)
    for (const [source, ids] of citedFor)
      if (table.sources[source]![1] && address(table.sources[source]![1]) === address(url))
        for (const id of ids) found.add(id);
  return found.size === 1 && !NOT_ABOUT.test(title) ? [...found][0]! : null;
}

function dateIn(url: string | null): string | null {
  const day = url && /\/(20\d\d)\/(\d\d)(?:\/(\d\d))?\//.exec(url);
  if (day) return [day[1], day[2], day[3]].filter(Boolean).join('-');
  const letter = url && /\/research\/(\d\d)\/([a-l])\//.exec(url);
  return letter ? `20${letter[1]}-${String(letter[2]!.charCodeAt(0) - 96).padStart(2, '0')}` : null;
}

function gather(): Report[] {
  const reports: Report[] = [];
  const tram = JSON.parse(readFileSync(join(SHARED, 'data/reading/tram2-train.json'), 'utf8')) as {
    doc_title: string;
    cti_report: string[];
    label: string[][];
  }[];
  for (const { cti_report: lines, label } of tram) {
    const [, title, url] = /title: (.*?) url: ?(\S+)/.exec(lines.slice(0, 2).join(' ')) ?? [];
    if (title === undefined || url === undefined) continue;
    const truth = truthOf(title, url);
    if (!truth) continue;
    const text = lines.join('\n').replace(/url: ?\S+/, '');
    reports.push({
      ...{ set: 'TRAM2', title, url, published: dateIn(url), text, truth },
      annotated: [...new Set(label.flat().map(inUse))],
    });
  }
  for (const part of ['train', 'dev'])
    for (const line of gunzipSync(readFileSync(join(SHARED, `data/reading/annoctr-text-${part}.jsonl.gz`)))
      .toString()
      .trim()
      .split('\n')) {
      const { id, text } = JSON.parse(line) as { id: string; text: string };
      const title = text.slice(0, text.indexOf('\n'));
      const truth = truthOf(title, null);
      if (truth)
        reports.push({
          ...{ set: 'AnnoCTR', title, url: null, published: id.split('_')[1]!, text, truth, annotated: null },
        });
    }
  return reports;
}

/** Whether a source is the report itself: by address, else by vendor and day. */
function isItself({ url, published, title }: Report): (source: number) => boolean {
  const words = plain(title).split(' ').slice(0, 4).join('-');
  return (source) => {
    const [, own, day] = table.sources[source]!;
    if (!own) return false;
    return url ? address(own) === address(url) : day === published || address(own).includes(words);
  };
}

/** Texts by group: its description and what is said of each use, as [text, sources of the sentence by address]. */
function groupTexts(): Map<string, [string, readonly string[]][]> {
  interface Raw {
    readonly id: string;
    readonly type: string;
    readonly description?: string;
    readonly relationship_type?: string;
    readonly source_ref?: string;
    readonly revoked?: boolean;
    readonly external_references?: readonly { external_id?: string; url?: string }[];
  }
  const { objects } = JSON.parse(gunzipSync(readFileSync(BUNDLE)).toString()) as { objects: readonly Raw[] };
  const ids = new Map<string, string>();
  const texts = new Map<string, [string, readonly string[]][]>();
  for (const o of objects)
    if (o.type === 'intrusion-set' && !o.revoked) {
      const id = o.external_references![0]!.external_id!;
      ids.set(o.id, id);
      texts.set(id, [[o.description ?? '', []]]);
    }
  for (const o of objects) {
    const id = o.relationship_type === 'uses' ? ids.get(o.source_ref!) : undefined;
    if (id)
      texts
        .get(id)!
        .push([o.description ?? '', (o.external_references ?? []).flatMap(({ url }) => (url ? [address(url)] : []))]);
  }
  return texts;
}

const singles = new Set([...named.keys()].filter((name) => !name.includes(' ')));
const singleOf = (word: string): boolean => singles.has(word) || (word.endsWith('s') && singles.has(word.slice(0, -1)));

/** Words of a text without the known names of groups and campaigns, and with `software` those of malware and tools too. */
function wordsOf(text: string, software: boolean): string[] {
  let rest = '';
  let at = 0;
  for (const { start, end, kind } of findActorNames(text)) {
    if (!software && (kind === 'malware' || kind === 'tool')) continue;
    rest += `${text.slice(at, start)} `;
    at = end;
  }
  rest += text.slice(at);
  return (
    rest
      .replace(/\(Citation:[^)]*\)|\]\([^)]*\)|https?:\S+/g, ' ')
      .toLowerCase()
      .match(/[a-z][a-z0-9]+/g) ?? []
  ).filter((w) => !singleOf(w));
}

const texts = groupTexts();
const order = [...texts.keys()].sort();

/** Cosine of TF-IDF vectors, 1 + ln tf, between a report and each group's text without sentences that only the report supports. */
function byText(report: Report, software: boolean): number[] {
  const gone = report.url ? address(report.url) : null;
  const documents = order.map((id) =>
    bag(
      texts
        .get(id)!
        .filter(([, urls]) => !(gone && urls.length && urls.every((u) => u === gone)))
        .flatMap(([text]) => cached(text, software)),
    ),
  );
  const df = new Map<string, number>();
  for (const document of documents) for (const word of document.keys()) df.set(word, (df.get(word) ?? 0) + 1);
  const idf = (word: string): number => Math.log((documents.length + 1) / ((df.get(word) ?? 0) + 1));
  const vector = (counts: ReadonlyMap<string, number>): Map<string, number> => {
    const v = new Map([...counts].map(([word, n]) => [word, (1 + Math.log(n)) * idf(word)] as const));
    const norm = Math.sqrt([...v.values()].reduce((a, x) => a + x * x, 0)) || 1;
    return new Map([...v].map(([word, x]) => [word, x / norm] as const));
  };
  const own = vector(bag(wordsOf(report.text, software)));
  return documents.map((document) => {
    let dot = 0;
    for (const [word, x] of vector(document)) dot += x * (own.get(word) ?? 0);
    return dot;
  });
}

const kept = new Map<string, string[]>();
function cached(text: string, software: boolean): string[] {
  const key = `${software}${text}`;
  const known = kept.get(key) ?? wordsOf(text, software);
  kept.set(key, known);
  return known;
}

function bag(words: readonly string[]): Map<string, number> {
  const counts = new Map<string, number>();
  for (const word of words) counts.set(word, (counts.get(word) ?? 0) + 1);
  return counts;
}

/** By group in `order`: utility of the ranking, −∞ for groups without a profile. */
function byRanking(of: Evidence, items: readonly string[], published: string | null): number[] {
  const profiles = profilesOf(of);
  const { utility } = believe(model, compare(profiles, [...new Set(items)], published ? yearOf(published) : null));
  const at = new Map(profiles.candidates.map((id, i) => [id, utility[i]!]));
  return order.map((id) => at.get(id) ?? Number.NEGATIVE_INFINITY);
}

/** Reciprocal rank fusion (Cormack, Clarke and Büttcher 2009), k = 60. */
function fused(...lists: readonly (readonly number[])[]): number[] {
  return order.map((_, i) => lists.reduce((sum, values) => sum + 1 / (60 + midRank(values, i)), 0));
}

function sizeIn(of: Evidence, group: string): number {
  return new Set(of.facts.filter(([by, term]) => by === group && /^[ST]\d/.test(term)).map(([, term]) => term)).size;
}

const tools = await readingTools('rules')();
interface Row {
  readonly report: Report;
  readonly ranks: Readonly<Record<string, number>>;
}
const rows: Row[] = [];
for (const report of gather()) {
  const bytes = new TextEncoder().encode(report.text);
  const [read] = await readSource(tools, { name: 'report.txt', bytes, contentType: 'text/plain' });
  const techniques = read!.reading.techniques.map(({ id }) => inUse(id));
  const software = findActorNames(report.text).flatMap(({ kind, owners }) =>
    kind === 'group' ? [] : owners.flatMap(({ source, id }) => (source === 'attack' && id.startsWith('S') ? [id] : [])),
  );
  const rest = withoutSources(evidence, isItself(report));
  const truth = order.indexOf(report.truth);
  const ranks: Record<string, number> = {};
  const take = (name: string, values: readonly number[]): void => {
    ranks[name] = midRank(values, truth);
  };
  if (sizeIn(rest, report.truth) < LEAST_ITEMS) continue;
  const both = byRanking(rest, [...techniques, ...software], report.published);
  const habits = byRanking(rest, techniques, report.published);
  const words = byText(report, false);
  const bare = byText(report, true);
  take('ranking, techniques and software read', both);
  take('ranking, techniques read', habits);
  if (report.annotated)
    take('ranking, techniques annotated by people', byRanking(rest, report.annotated, report.published));
  take('words', words);
  take('words without software', bare);
  take('ranking and words, fused', fused(both, words));
  take('ranking and words without software, fused', fused(habits, bare));
  take('most active first', byRanking(rest, [], report.published));
  if (report.published) {
    const then = asOf(rest, yearOf(report.published) - 1 / 24);
    if (sizeIn(then, report.truth) >= LEAST_ITEMS) {
      take(
        'as of: ranking, techniques and software read',
        byRanking(then, [...techniques, ...software], report.published),
      );
      take('as of: ranking, techniques read', byRanking(then, techniques, report.published));
    }
  }
  rows.push({ report, ranks });
  if (process.argv.includes('--each'))
    console.log(
      `${report.set} ${report.published} ${report.truth} ${report.title.slice(0, 60)}: ${techniques.length} techniques, ${new Set(software).size} software; ${Object.values(ranks).join(' ')}`,
    );
}

const show = ({ value, low, high }: Figure): string => `${value.toFixed(2)} (${low.toFixed(2)}-${high.toFixed(2)})`;
for (const set of ['TRAM2', 'AnnoCTR', 'both']) {
  const own = rows.filter(({ report }) => set === 'both' || report.set === set);
  console.log(`\n${set}: n = ${own.length}, ${new Set(own.map(({ report }) => report.truth)).size} groups`);
  for (const method of new Set(own.flatMap(({ ranks }) => Object.keys(ranks)))) {
    const with_ = own.filter(({ ranks }) => method in ranks);
    const n = with_.length;
    const at = (k: number): Figure => wilson(with_.filter(({ ranks }) => ranks[method]! < k + 0.5).length, n);
    const mrr = clusterBootstrap(
      with_,
      ({ report }) => report.truth,
      (list) => list.reduce((a, { ranks }) => a + 1 / ranks[method]!, 0) / list.length,
    );
    console.log(`  ${method.padEnd(46)} n ${n}  top-1 ${show(at(1))}  top-5 ${show(at(5))}  MRR ${show(mrr)}`);
  }
}
