/**
 * Speed of ranking:  npx tsx bench/rank.ts        (node --import tsx bench/rank.ts measures the same)
 * Loading is everything from the packed table on disk to profiles ready for questions; rankings are over all groups, with reasons for the ten likeliest, of
 * the techniques and software of real reports, on one core, in its computing time (the same as the clock on an idle machine). Medians of five rounds; compared with counting common items in plain sets in the same round.
 */
import { readFileSync } from 'node:fs';
import { gunzipSync } from 'node:zlib';
import { evidenceOf } from '../src/analysis/ranking/evidence.ts';
import type { RankingModel } from '../src/analysis/ranking/model.ts';
import { type Profiles, profilesOf } from '../src/analysis/ranking/profiles.ts';
import { reportsOf } from '../src/analysis/ranking/questions.ts';
import { rankActors } from '../src/analysis/ranking/rank.ts';
import type { AttackTable } from '../src/knowledge/attack/table.ts';
import { bagsOf, SIMPLE } from './attribution/simple.ts';

const DATA = new URL('../data/knowledge/', import.meta.url);
const LIMIT_LOAD = 300;
const LIMIT_RATE = 1000;
const model = JSON.parse(readFileSync(new URL('ranking.json', DATA), 'utf8')) as RankingModel;
const median = (values: readonly number[]): number => [...values].sort((a, b) => a - b)[values.length >> 1]!;

const loads: number[] = [];
const rates: number[] = [];
const plain: number[] = [];
let profiles: Profiles | undefined;
for (let round = 0; round < 5; round++) {
  const begun = computing();
  const packed = readFileSync(new URL('attack.json.gz', DATA));
  const table = JSON.parse(gunzipSync(packed).toString('utf8')) as AttackTable;
  const evidence = evidenceOf(table);
  profiles = profilesOf(evidence);
  loads.push(computing() - begun);
  const questions = reportsOf(evidence).map(({ items }) => items);
  rates.push(rate(questions, (items) => rankActors(profiles!, model, items)));
  const bags = bagsOf(evidence);
  plain.push(rate(questions, (items) => SIMPLE.containment!(bags, items)));
}
console.log(
  `load: first ${loads[0]!.toFixed(0)} ms, median ${median(loads).toFixed(0)} ms (limit ${LIMIT_LOAD} ms: ${(median(loads) / LIMIT_LOAD).toFixed(2)} of it)`,
);
console.log(
  `rankings over ${profiles!.candidates.length} groups, with reasons: ${median(rates).toFixed(0)} a second (limit ${LIMIT_RATE}: ${(median(rates) / LIMIT_RATE).toFixed(1)} times it)`,
);
console.log(
  `containment in plain sets, no reasons: ${median(plain).toFixed(0)} a second; ratio ${(median(rates) / median(plain)).toFixed(2)}`,
);

/** Computing time of this process in milliseconds. */
function computing(): number {
  const { user, system } = process.cpuUsage();
  return (user + system) / 1000;
}

function rate(questions: readonly (readonly string[])[], ask: (items: readonly string[]) => unknown): number {
  const begun = computing();
  let asked = 0;
  while (computing() - begun < 500) ask(questions[asked++ % questions.length]!);
  return (1000 * asked) / (computing() - begun);
}
