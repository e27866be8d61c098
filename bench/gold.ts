/**
 * How well statements are read, against labelled articles: the gold articles, which the rules were developed on, and sets of
 * further articles labelled by the same guide. Every figure with its n and a bootstrap interval over articles.
 *
 *   npx tsx bench/gold.ts            needs the shared data (gold articles, scorer, news corpus) at $LONGWATCH_SHARED or ../shared
 *
 * The sets hold offsets and labels only; the texts come from the corpus and are checked by their hash. `b` was labelled apart
 * and its texts, labels and errors were never looked at while the rules were made: its figure is the one to expect on others.
 */
import { execFileSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import {
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  realpathSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { gunzipSync } from 'node:zlib';
import { rulesReader } from '../src/reading/read.ts';
import { extract } from '../src/text/extract.ts';

const DRAWS = 2_000;
const SEED = 7;
const root = resolve(import.meta.dirname, '..');
const shared = process.env.LONGWATCH_SHARED ?? resolve(root, '..', 'shared');
const scorer = join(shared, 'gold', 'score-statements.mjs');

interface Labelled {
  readonly name: string;
  readonly text: string;
  readonly labels: unknown;
}
interface Row {
  readonly gold: number;
  readonly found: number;
  readonly matched: number;
  readonly matchedNoKind: number;
}

if (!existsSync(scorer)) {
  console.log(`skipped: the labelled articles are not at ${shared}`);
} else {
  const corpus = news();
  const sets: [string, Labelled[]][] = [['gold (developed on)', goldArticles()]];
  for (const file of readdirSync(join(root, 'test', 'reading')).filter((name) => name.endsWith('.jsonl'))) {
    sets.push([file.replace(/annotations-|\.jsonl/g, ''), annotated(file, corpus)]);
  }
  for (const [name, articles] of sets) await report(name, articles);
}

async function report(name: string, articles: readonly Labelled[]): Promise<void> {
  const work = mkdtempSync(join(tmpdir(), 'longwatch-gold-'));
  try {
    for (const folder of ['gold', 'found']) mkdirSync(join(work, folder));
    for (const article of articles) {
      const { documents } = await extract({ bytes: Buffer.from(article.text), name: `${article.name}.txt` });
      const { statements } = await rulesReader().read(documents[0]!);
      writeFileSync(join(work, 'gold', `${article.name}.json`), JSON.stringify(article.labels));
      writeFileSync(join(work, 'found', `${article.name}.json`), JSON.stringify({ statements }));
    }
    const score = JSON.parse(
      execFileSync('node', [realpathSync(scorer), join(work, 'gold'), join(work, 'found'), '--json'], {
        encoding: 'utf8',
      }),
    ) as { articles: Row[]; micro: Record<string, number> };
    const rows = score.articles;
    const kind = interval(rows, (row) => row.matched);
    const bare = interval(rows, (row) => row.matchedNoKind);
    const show = (value: number | null | undefined): string => (value ?? Number.NaN).toFixed(3);
    const m = score.micro;
    console.log(`${name}: ${rows.length} articles, ${m.gold} statements labelled, ${m.found} found`);
    console.log(`  F1 ${show(m.f1)} [${kind}]  without kind ${show(m.f1_without_kind)} [${bare}]`);
    console.log(
      `  over ${m.matched} matches: speaker ${show(m.speaker)} stance ${show(m.stance)} certainty ${show(m.certainty)}`,
    );
    console.log(
      `  F1 actor_country ${show(m.actor_country)} target_country ${show(m.target_country)} time ${show(m.time)} quantities ${show(m.quantities)}`,
    );
  } finally {
    rmSync(work, { recursive: true });
  }
}

/** The middle 95 % of the micro F1 over articles drawn with replacement. */
function interval(rows: readonly Row[], matched: (row: Row) => number): string {
  let state = SEED;
  const random = (): number => {
    state = (Math.imul(state, 1_103_515_245) + 12_345) & 0x7fffffff;
    return state / 0x80000000;
  };
  const draws: number[] = [];
  for (let draw = 0; draw < DRAWS; draw++) {
    let hits = 0;
    let all = 0;
    for (let i = 0; i < rows.length; i++) {
      const row = rows[Math.floor(random() * rows.length)]!;
      hits += 2 * matched(row);
      all += row.gold + row.found;
    }
    draws.push(hits / all);
  }
  draws.sort((a, b) => a - b);
  return `${draws[Math.floor(0.025 * DRAWS)]!.toFixed(3)}, ${draws[Math.floor(0.975 * DRAWS)]!.toFixed(3)}`;
}

function goldArticles(): Labelled[] {
  const folder = join(shared, 'gold', 'articles');
  return readdirSync(folder)
    .filter((file) => file.endsWith('.txt'))
    .map((file) => {
      const name = file.slice(0, -4);
      const labels: unknown = JSON.parse(readFileSync(join(folder, `${name}.json`), 'utf8'));
      return { name, text: readFileSync(join(folder, file), 'utf8'), labels };
    });
}

function annotated(file: string, corpus: ReadonlyMap<string, string>): Labelled[] {
  const lines = readFileSync(join(root, 'test', 'reading', file), 'utf8')
    .trim()
    .split('\n');
  return lines.map((line) => {
    const labels = JSON.parse(line) as { id: string; sha256: string };
    const text = corpus.get(labels.id);
    const hash = createHash('sha256')
      .update(text ?? '')
      .digest('hex');
    if (!text || !hash.startsWith(labels.sha256))
      throw new Error(`article ${labels.id} is not the text that was labelled`);
    return { name: `news-${labels.id}`, text, labels };
  });
}

function news(): ReadonlyMap<string, string> {
  const file = join(shared, 'data', 'reading', 'casie-dev.jsonl.gz');
  const lines = gunzipSync(readFileSync(file)).toString('utf8').trim().split('\n');
  return new Map(
    lines.map((line) => {
      const { sourcefile, info, content } = JSON.parse(line) as {
        sourcefile: string;
        info: { title: string };
        content: string;
      };
      return [sourcefile.replace('.txt', ''), info.title ? `${info.title}\n\n${content}` : content];
    }),
  );
}
