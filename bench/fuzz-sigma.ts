import { readFileSync } from 'node:fs';
import { loadRules } from '../src/sigma/index.ts';
import { mutated, randomOf, SEEDS } from '../src/sigma/mutate.fixture.ts';
import { defaultLogsources } from '../src/telemetry/logsources.ts';
import { readRuleFiles } from '../src/telemetry/rule-files.ts';

/**
 * Reads damaged rules: nothing may be thrown, hang or grow. `node --expose-gc --import tsx bench/fuzz-sigma.ts [COUNT] [SEED] [RULES…]`: how many, which
 * seed to begin with, folders of rules to damage besides the built-in ones. Prints what came of them, the slowest, and the memory.
 */
const [count = 1_000_000, seed = 1] = process.argv.slice(2, 4).map(Number);
const { files } = await readRuleFiles(process.argv.slice(4));
const texts = [...SEEDS, ...SEEDS, ...files.map(({ text }) => text)];
const logsources = defaultLogsources();
const variables = { Servers: ['srv*', 'db'] };
const codes = new Map<string, number>();
let [documents, loaded, slowest, slowestSeed] = [0, 0, 0, 0];
const start = performance.now();
const memory = (): string => {
  (globalThis as { gc?: () => void }).gc?.();
  return `${Math.round(Number(/VmRSS:\s+(\d+)/.exec(readFileSync('/proc/self/status', 'utf8'))?.[1]) / 1024)} MB`;
};
for (let i = 0; i < count; i++) {
  const text = mutated(texts, randomOf(seed + i));
  const began = performance.now();
  try {
    for (const { why } of loadRules([{ file: 'x', text }], {
      logsources,
      variables,
    }).account) {
      documents++;
      if (why === null) loaded++;
      else codes.set(why.code, (codes.get(why.code) ?? 0) + 1);
    }
  } catch (error) {
    console.error(`seed ${seed + i}:`, error);
    process.exitCode = 1;
  }
  const took = performance.now() - began;
  if (took > slowest) [slowest, slowestSeed] = [took, seed + i];
  if ((i + 1) % 100_000 === 0)
    console.log(`${i + 1} after ${((performance.now() - start) / 1000).toFixed(0)} s, ${memory()}`);
}
console.log(
  `${count} damaged texts of ${texts.length}, seeds ${seed} to ${seed + count - 1}: ${documents} documents, ${loaded} loaded, ${documents - loaded} refused.`,
);
console.log(`slowest ${slowest.toFixed(0)} ms (seed ${slowestSeed}); memory at the end ${memory()}`);
console.log(
  [...codes]
    .sort(([, a], [, b]) => b - a)
    .map(([code, n]) => `${n} ${code}`)
    .join(', '),
);
