/**
 * Cases from scenarios made harder, one hardship at a time, against what is true (not against what the logs still show):
 *
 *   npx tsx bench/case-hard.ts [--seeds 41,42,43] [--noise 1] [--size 500KB] [--names mail-server,…] [--hard half-sysmon,…]
 *
 * A line a hardship and scenario: the mean over the seeds of precision and recall, over all intrusions of the logs; how many intrusions
 * were found of how many; in how many runs first access is exact.
 */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { buildCaseFrom } from '../src/actions/case-build.ts';
import { writeScenario } from '../src/actions/scenario.ts';
import type { Intrusion } from '../src/model/case.ts';
import { HARDSHIPS, type NoiseLevel, STORIES, type Truth } from '../src/scenario/index.ts';

const { values } = parseArgs({
  options: {
    seeds: { type: 'string', default: '41,42,43' },
    noise: { type: 'string', default: '1' },
    size: { type: 'string', default: '500000' },
    names: { type: 'string', default: STORIES.map(({ name }) => name).join(',') },
    hard: { type: 'string', default: ['', ...HARDSHIPS.map(({ name }) => name)].join(',') },
  },
});

type Both = Pick<Intrusion, 'hosts' | 'accounts' | 'mailboxes' | 'relays' | 'steps'> | Truth;

const FACTS: readonly (readonly [name: string, of: (one: Both) => readonly string[]])[] = [
  ['hosts', ({ hosts }) => hosts.filter(({ state }) => state === 'controlled').map(({ name }) => name)],
  ['accounts', ({ accounts }) => accounts.map(({ name }) => name)],
  ['mailboxes', ({ mailboxes }) => mailboxes.map(({ name }) => name)],
  ['relays', ({ relays }) => relays.map(({ address, country }) => `${address} ${country}`)],
  ['steps', ({ steps }) => steps.map(({ technique, host }) => `${technique} ${host}`)],
];

const QUIET = { problem: () => {}, progress: () => {}, stopped: () => false };

console.log(
  `| hardship | scenario | runs | ${FACTS.map(([name]) => `${name} P R`).join(' | ')} | intrusions | first access |`,
);
console.log(`|---|---|--:|${FACTS.map(() => '---').join('|')}|---|---|`);
for (const hard of values.hard.split(','))
  for (const name of values.names.split(',')) {
    const runs: Awaited<ReturnType<typeof measure>>[] = [];
    for (const seed of values.seeds.split(',')) runs.push(await measure(name, Number(seed), hard));
    const mean = (of: (run: (typeof runs)[number]) => number): string =>
      (runs.reduce((sum, run) => sum + of(run), 0) / runs.length).toFixed(2);
    const cells = FACTS.map((_, n) => `${mean(({ facts }) => facts[n]![0])} ${mean(({ facts }) => facts[n]![1])}`);
    const found = runs.map((run) => run.found).join(', ');
    const exact = runs.filter((run) => run.exact).length;
    console.log(
      `| ${[hard || 'none', name, runs.length, ...cells, `${found} of ${runs[0]!.true_}`, `${exact} of ${runs.length}`].join(' | ')} |`,
    );
  }

async function measure(name: string, seed: number, hard: string) {
  const out = mkdtempSync(join(tmpdir(), 'longwatch-hard-'));
  try {
    const noise = Number(values.noise) as NoiseLevel;
    const truth = await writeScenario({ name, seed, noise, size: Number(values.size), out, hard: [hard] }, QUIET);
    const { intrusions } = await buildCaseFrom(
      {
        ...{ inputs: [join(out, 'logs')], rules: [], settings: { variables: undefined, logsources: undefined } },
        ...{ watched: [], filter: { minLevel: null, statuses: [], tags: [], only: [], except: [] } },
        ...{ after: -Infinity, before: Infinity, keepCopies: false, jobs: 1, version: 'bench', hint: null },
        engine: { name: 'stream', urls: [], cluster: null, elsewhere: false, keep: null, kept: null },
      },
      QUIET,
    );
    const truths = [truth, ...(truth.other_intrusions ?? [])];
    const facts = FACTS.map(([, of]) => agreement(new Set(truths.flatMap(of)), new Set(intrusions.flatMap(of))));
    const exact = truths.every(({ first_access: first }) => intrusions.some((one) => one.first_access === first));
    return { facts, found: intrusions.length, true_: truths.length, exact };
  } finally {
    rmSync(out, { recursive: true, force: true });
  }
}

function agreement(
  truth: ReadonlySet<string>,
  found: ReadonlySet<string>,
): readonly [precision: number, recall: number] {
  const both = [...found].filter((one) => truth.has(one)).length;
  return [found.size === 0 ? Number(truth.size === 0) : both / found.size, truth.size === 0 ? 1 : both / truth.size];
}
