/**
 * Trains and measures the technique model:  npx tsx scripts/knowledge/train-techniques.ts [REPORTS.json] [--measure]
 * REPORTS.json (default: $LONGWATCH_SHARED/data/reading/tram2-train.json, else ../shared/...) is a list of { doc_title, cti_report: sentences, label: ids a sentence }, as of TRAM2.
 * Five folds by a hash of the document's title; the threshold is chosen inside the training folds (one of them is held out for it).
 * Without --measure it also writes data/techniques/model.json.gz from all reports.
 */
import { createHash } from 'node:crypto';
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { gzipSync } from 'node:zlib';
import type { Span } from '../../src/base/span.ts';
import type { DocumentText } from '../../src/model/document.ts';
import { findTechniques } from '../../src/reading/techniques/find.ts';
import { type ModelFile, modelOf } from '../../src/reading/techniques/model.ts';
import { termsOf } from '../../src/reading/techniques/terms.ts';
import { type Row, seeded, trainSvm } from './svm.ts';

interface Report {
  readonly doc_title: string;
  readonly cti_report: readonly string[];
  readonly label: readonly (readonly string[])[];
}
interface Settings {
  readonly cost: number;
  readonly positive: number;
  readonly words: number;
  readonly pairs: number;
}

const ROOT = resolve(import.meta.dirname, '../..');
const args = process.argv.slice(2).filter((arg) => !arg.startsWith('--'));
const option = (name: string, fallback: number): number =>
  Number(process.argv.find((a) => a.startsWith(`--${name}=`))?.split('=')[1] ?? fallback);
const SOURCE =
  args[0] ?? join(process.env.LONGWATCH_SHARED ?? join(ROOT, '../shared'), 'data/reading/tram2-train.json');
const SETTINGS: Settings = {
  cost: option('cost', 0.5),
  positive: option('positive', 1),
  words: option('words', 2),
  pairs: option('pairs', 3),
};
const VERSION = '1';
const BLANK: DocumentText = {
  id: '',
  medium: 'text',
  text: '',
  blocks: [],
  title: null,
  publisher: null,
  author: null,
  published: null,
  url: null,
  language: null,
};

const reports = JSON.parse(readFileSync(SOURCE, 'utf8')) as Report[];
const fold = reports.map(
  (r) => createHash('sha256').update(`longwatch/tram2/${r.doc_title}`).digest().readUInt32BE(0) % 5,
);

const scores: number[] = [];
const sentence = { hit: 0, found: 0, gold: 0 };
for (let held = 0; held < 5; held++) {
  const train = reports.filter((_, i) => fold[i] !== held);
  const inner = reports.filter((_, i) => fold[i] !== held && fold[i] !== (held + 1) % 5);
  const check = reports.filter((_, i) => fold[i] === (held + 1) % 5);
  const [calibration, threshold] = tune(modelFrom(inner), check);
  const model = modelOf({ ...modelFrom(train), calibration, threshold });
  const test = reports.filter((_, i) => fold[i] === held);
  const foldScores: number[] = [];
  for (const report of test) {
    const { gold, found } = judged(model, report, sentence);
    if (gold.size) foldScores.push(f1(gold, found));
  }
  scores.push(...foldScores);
  print(
    `fold ${held}: ${foldScores.length} documents, mean F1 ${mean(foldScores).toFixed(3)}, threshold ${threshold.toFixed(2)}`,
  );
}
const random = seeded(11);
const draws = Array.from({ length: 2000 }, () =>
  mean(scores.map(() => scores[Math.floor(random() * scores.length)]!)),
).sort((a, b) => a - b);
print(
  `documents ${scores.length}: mean per-document F1 ${mean(scores).toFixed(3)} [${draws[50]!.toFixed(3)}, ${draws[1949]!.toFixed(3)}]`,
);
print(
  `sentences: P ${(sentence.hit / sentence.found).toFixed(3)} R ${(sentence.hit / sentence.gold).toFixed(3)} F1 ${((2 * sentence.hit) / (sentence.found + sentence.gold)).toFixed(3)}`,
);

if (!process.argv.includes('--measure')) {
  // Calibration and threshold from out-of-fold margins of all reports, weights from all reports.
  const margins: [number, boolean][] = [];
  const byReport: { gold: Set<string>; best: Map<string, number> }[] = [];
  for (let held = 0; held < 5; held++)
    collect(
      modelFrom(reports.filter((_, i) => fold[i] !== held)),
      reports.filter((_, i) => fold[i] === held),
      margins,
      byReport,
    );
  const calibration = platt(margins);
  const file: ModelFile = { ...modelFrom(reports), calibration, threshold: bestThreshold(byReport, calibration) };
  const bytes = gzipSync(JSON.stringify(file), { level: 9 });
  bytes[9] = 0xff;
  mkdirSync(join(ROOT, 'data/techniques'), { recursive: true });
  writeFileSync(join(ROOT, 'data/techniques/model.json.gz'), bytes);
  print(
    `model.json.gz: ${bytes.length} bytes, ${file.labels.length} labels, ${file.terms.split('\n').length} terms, threshold ${file.threshold.toFixed(3)}, calibration ${calibration.map((x) => x.toFixed(3))}`,
  );
}

/** A model file without calibration, from reports. */
function modelFrom(train: readonly Report[]): ModelFile {
  const labels = [...new Set(train.flatMap((r) => r.label.flat()))].sort();
  const sentences = train.flatMap((r) =>
    r.cti_report.map((text, i) => ({ terms: counted(termsOf(text)), ids: r.label[i]! })),
  );
  const df = new Map<string, number>();
  for (const { terms } of sentences) for (const term of terms.keys()) df.set(term, (df.get(term) ?? 0) + 1);
  const terms = [...df]
    .filter(([term, n]) => n >= (term.includes(' ') ? SETTINGS.pairs : SETTINGS.words))
    .map(([term]) => term)
    .sort();
  const number = new Map(terms.map((term, i) => [term, i]));
  const idf = Uint8Array.from(terms, (term) =>
    Math.min(255, Math.round(16 * (1 + Math.log(sentences.length / df.get(term)!)))),
  );
  const rows: Row[] = sentences.map(({ terms: bag }) => rowOf(bag, number, idf));
  const k = labels.length;
  const weights = new Int8Array(terms.length * k);
  const scale: number[] = [];
  const bias: number[] = [];
  labels.forEach((label, c) => {
    const { w, bias: b } = trainSvm(
      rows,
      sentences.map((s) => s.ids.includes(label)),
      terms.length,
      SETTINGS.cost,
      SETTINGS.positive,
    );
    let top = 0;
    for (const v of w) top = Math.max(top, Math.abs(v));
    const unit = top / 127 || 1;
    for (let i = 0; i < terms.length; i++) weights[i * k + c] = Math.round(w[i]! / unit);
    scale.push(unit);
    bias.push(b);
  });
  return {
    version: VERSION,
    labels,
    terms: terms.join('\n'),
    idf: Buffer.from(idf).toString('base64'),
    weights: Buffer.from(weights.buffer).toString('base64'),
    scale,
    bias,
    calibration: [1, 0],
    threshold: 0.5,
  };
}

function counted(terms: readonly string[]): Map<string, number> {
  const bag = new Map<string, number>();
  for (const term of terms) bag.set(term, (bag.get(term) ?? 0) + 1);
  return bag;
}

function rowOf(bag: ReadonlyMap<string, number>, number: ReadonlyMap<string, number>, idf: Uint8Array): Row {
  const cells = [...bag].flatMap(([term, count]) => {
    const i = number.get(term);
    return i === undefined ? [] : [[i, (idf[i]! / 16) * (1 + Math.log(count))] as const];
  });
  const norm = Math.hypot(...cells.map(([, v]) => v)) || 1;
  return { index: Int32Array.from(cells, ([i]) => i), value: Float32Array.from(cells, ([, v]) => v / norm) };
}

function collect(
  file: ModelFile,
  held: readonly Report[],
  margins: [number, boolean][],
  byReport: { gold: Set<string>; best: Map<string, number> }[],
): void {
  const model = modelOf({ ...file, calibration: [1, 0] });
  for (const report of held) {
    const best = new Map<string, number>();
    report.cti_report.forEach((text, i) => {
      const p = model.score(text);
      if (!p) return;
      model.labels.forEach((label, c) => {
        const margin = Math.log(p[c]! / (1 - p[c]!));
        margins.push([margin, report.label[i]!.includes(label)]);
        if (margin > (best.get(label) ?? -Infinity)) best.set(label, margin);
      });
    });
    byReport.push({ gold: new Set(report.label.flat()), best });
  }
}

function tune(file: ModelFile, check: readonly Report[]): readonly [readonly [number, number], number] {
  const margins: [number, boolean][] = [];
  const byReport: { gold: Set<string>; best: Map<string, number> }[] = [];
  collect(file, check, margins, byReport);
  const calibration = platt(margins);
  return [calibration, bestThreshold(byReport, calibration)];
}

/** The probability at which the mean per-document F1 is highest, averaged over its neighbours so that one lucky step does not decide. */
function bestThreshold(
  byReport: readonly { gold: Set<string>; best: Map<string, number> }[],
  [a, b]: readonly [number, number],
): number {
  const grid = Array.from({ length: 60 }, (_, i) => 0.03 + i * 0.01);
  const values = grid.map((t) =>
    mean(
      byReport
        .filter((r) => r.gold.size)
        .map(({ gold, best }) =>
          f1(gold, new Set([...best].filter(([, m]) => 1 / (1 + Math.exp(-(a * m + b))) >= t).map(([l]) => l))),
        ),
    ),
  );
  const smooth = values.map((_, i) => mean(values.slice(Math.max(0, i - 3), i + 4)));
  return grid[smooth.indexOf(Math.max(...smooth))]!;
}

/** Platt's two-parameter logistic fit by Newton steps. */
function platt(margins: readonly (readonly [number, boolean])[]): [number, number] {
  let a = 3;
  let b = 0;
  for (let step = 0; step < 30; step++) {
    let [ga, gb, haa, hab, hbb] = [0, 0, 1e-6, 0, 1e-6];
    for (const [m, y] of margins) {
      const p = 1 / (1 + Math.exp(-(a * m + b)));
      const d = p - (y ? 1 : 0);
      const h = p * (1 - p);
      ga += d * m;
      gb += d;
      haa += h * m * m;
      hab += h * m;
      hbb += h;
    }
    const det = haa * hbb - hab * hab;
    a -= (hbb * ga - hab * gb) / det;
    b -= (haa * gb - hab * ga) / det;
  }
  return [a, b];
}

/** What reading a whole report gives, as the program reads it; ids outside the corpus' labels are left out, for it does not label them. */
function judged(
  model: ReturnType<typeof modelOf>,
  report: Report,
  tally: { hit: number; found: number; gold: number },
) {
  const spans: Span[] = [];
  let text = '';
  for (const sentence of report.cti_report) {
    spans.push({ start: text.length, end: text.length + sentence.length });
    text += `${sentence} `;
  }
  const known = new Set(model.labels);
  const found = new Set<string>();
  const bySentence = new Map<number, Set<string>>();
  for (const mention of findTechniques({ ...BLANK, text }, spans, model)) {
    if (!known.has(mention.id)) continue;
    found.add(mention.id);
    const at = spans.findIndex((span) => span.start <= mention.start && mention.start < span.end);
    bySentence.set(at, (bySentence.get(at) ?? new Set()).add(mention.id));
  }
  for (const [at, ids] of bySentence) {
    tally.found += ids.size;
    for (const id of ids) if (report.label[at]!.includes(id)) tally.hit++;
  }
  for (const ids of report.label) tally.gold += ids.length;
  return { gold: new Set(report.label.flat()), found };
}

function f1(gold: ReadonlySet<string>, found: ReadonlySet<string>): number {
  let hit = 0;
  for (const id of found) if (gold.has(id)) hit++;
  return (2 * hit) / (gold.size + found.size);
}

function mean(values: readonly number[]): number {
  return values.reduce((sum, v) => sum + v, 0) / (values.length || 1);
}

function print(line: string): void {
  process.stdout.write(`${line}\n`);
}
