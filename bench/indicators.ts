import { findIndicators } from '../src/text/indicators/find.ts';
import { plant, score } from './indicators-planted.ts';

/** Precision and recall on planted indicators, and speed. `npx tsx bench/indicators.ts [SEEDS]` */
const seeds = Number(process.argv[2] ?? 50);
let [planted, hit, wrong] = [0, 0, 0];
const missed = new Map<string, number>();
for (let seed = 1; seed <= seeds; seed++) {
  const text = plant(seed);
  const s = score(text, findIndicators(text.document));
  planted += s.planted;
  hit += s.hit;
  wrong += s.false;
  for (const m of [...s.missed.map((x) => `missed ${x}`), ...s.wrong.map((x) => `wrong ${x}`)])
    missed.set(m, (missed.get(m) ?? 0) + 1);
}
console.log(
  `planted ${planted} in ${seeds} texts: precision ${(hit / (hit + wrong)).toFixed(4)}, recall ${(hit / planted).toFixed(4)}`,
);
if (process.argv.includes('--show')) for (const m of [...missed.keys()].slice(0, 60)) console.log('  ', m);

const big = plant(7, 12_000).document;
const bytes = Buffer.byteLength(big.text);
findIndicators(plant(3, 500).document);
const times = Array.from({ length: 5 }, () => {
  const start = performance.now();
  findIndicators(big);
  return performance.now() - start;
}).sort((a, b) => a - b);
console.log(`${(bytes / 1e6).toFixed(2)} MB, median of 5: ${(bytes / 1e3 / times[2]!).toFixed(1)} MB/s`);
