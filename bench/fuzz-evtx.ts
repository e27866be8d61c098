/**
 * Damages event logs in a million ways and reads them: nothing may throw, hang or eat memory.
 *
 *   npx tsx bench/fuzz-evtx.ts [MUTATIONS] [SEED]
 *
 * Single-chunk logs, written here and (where $LONGWATCH_SHARED is there) taken from the samples, are changed at one to eight
 * places: bits flipped, ranges copied over others, zeroed or cut off, numbers set to extremes. Every field, all texts and the JSON
 * of every record that is still found are asked for. Prints the count, records and problems seen, time, the slowest single input
 * and the memory before and after.
 */
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { fuzzEvtx, writtenSeeds } from './evtx-damage.ts';

const mutations = Number(process.argv[2] ?? 1_000_000);
const seed = Number(process.argv[3] ?? 1);
const shared = process.env.LONGWATCH_SHARED ?? resolve(import.meta.dirname, '../../shared');
const samples = join(shared, 'data/sigma/regression_data');

const seeds = [...writtenSeeds()];
if (existsSync(samples))
  for (const { parentPath, name } of readdirSync(samples, { recursive: true, withFileTypes: true }))
    if (name.endsWith('.evtx')) seeds.push(readFileSync(join(parentPath, name)));
seeds.length = Math.min(seeds.length, 40);

const before = process.memoryUsage();
const start = performance.now();
const found = fuzzEvtx(seeds, mutations, seed, (done) => {
  const { rss, heapUsed } = process.memoryUsage();
  const seconds = (performance.now() - start) / 1e3;
  console.log(`${done} in ${seconds.toFixed(0)} s, rss ${mb(rss)} MB, heap ${mb(heapUsed)} MB`);
});
const after = process.memoryUsage();
console.log(`${mutations} mutations of ${seeds.length} logs in ${((performance.now() - start) / 1e3).toFixed(0)} s`);
console.log(`records ${found.records}, problems ${found.problems}, slowest input ${found.slowest.toFixed(0)} ms`);
console.log(
  `memory: rss ${mb(before.rss)} -> ${mb(after.rss)} MB, heap ${mb(before.heapUsed)} -> ${mb(after.heapUsed)} MB`,
);

function mb(bytes: number): string {
  return (bytes / 1e6).toFixed(0);
}
