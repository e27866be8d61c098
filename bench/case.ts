/**
 * Cases from generated intrusions against their ground truth, and what it costs:
 *
 *   npm run build && npx tsx bench/case.ts [--seeds 101,102,103] [--noise 1,2,3] [--size 20MB] [--names mail-server,…]
 *
 * A line a scenario, noise and seed: precision and recall of controlled hosts, accounts, mailboxes, relays (with country) and steps
 * (technique on host), whether first access and dwell time are exact, and the time and peak memory of `case build`.
 */
import { spawnSync } from 'node:child_process';
import { mkdtempSync, readdirSync, readFileSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { parseArgs } from 'node:util';
import type { Intrusion } from '../src/model/case.ts';
import { STORIES, type Truth } from '../src/scenario/index.ts';

const COMMAND = resolve(import.meta.dirname, '..', 'bin', 'longwatch.mjs');
const { values } = parseArgs({
  options: {
    seeds: { type: 'string', default: '101,102,103' },
    noise: { type: 'string', default: '1,2,3' },
    size: { type: 'string', default: '20MB' },
    names: { type: 'string', default: STORIES.map(({ name }) => name).join(',') },
  },
});

type Both = Pick<Intrusion, 'hosts' | 'accounts' | 'mailboxes' | 'relays' | 'steps'> | Truth;

/** What is compared: each kind of fact as a set of texts. */
const FACTS: readonly (readonly [name: string, of: (one: Both) => readonly string[]])[] = [
  ['hosts', ({ hosts }) => hosts.filter(({ state }) => state === 'controlled').map(({ name }) => name)],
  ['accounts', ({ accounts }) => accounts.map(({ name }) => name)],
  ['mailboxes', ({ mailboxes }) => mailboxes.map(({ name }) => name)],
  ['relays', ({ relays }) => relays.map(({ address, country }) => `${address} ${country}`)],
  ['steps', ({ steps }) => steps.map(({ technique, host }) => `${technique} ${host}`)],
];

const worst = new Map<string, number>();
console.log(
  `| scenario | noise | seed | MB | ${FACTS.map(([name]) => `${name} P/R`).join(' | ')} | first, dwell | case build s | peak MB |`,
);
console.log(`|---|--:|--:|--:|${FACTS.map(() => '---').join('|')}|---|--:|--:|`);
for (const name of values.names.split(','))
  for (const noise of values.noise.split(',')) for (const seed of values.seeds.split(',')) measure(name, noise, seed);
console.log(`\nworst: ${[...worst].map(([fact, value]) => `${fact} ${value.toFixed(3)}`).join(', ')}`);

function measure(name: string, noise: string, seed: string): void {
  const out = mkdtempSync(join(tmpdir(), 'longwatch-bench-'));
  try {
    run(['scenario', name, '--seed', seed, '--noise', noise, '--size', values.size, '--out', out]);
    const truth = JSON.parse(readFileSync(join(out, 'truth.json'), 'utf8')) as Truth;
    const began = performance.now();
    const built = run(['case', 'build', join(out, 'logs'), '--json']);
    const seconds = (performance.now() - began) / 1000;
    const found = JSON.parse(built.stdout) as Intrusion & { other_intrusions: Intrusion[] };
    const cells = FACTS.map(([fact, of]) => {
      const [precision, recall] = agreement(of(truth), of(found));
      worst.set(fact, Math.min(worst.get(fact) ?? 1, precision, recall));
      return `${precision.toFixed(3)} ${recall.toFixed(3)}`;
    });
    const exact =
      found.first_access === truth.first_access && found.dwell_days === truth.dwell_days
        ? 'exact'
        : `${found.first_access} ${found.dwell_days}`;
    const others = found.other_intrusions.length > 0 ? `, ${found.other_intrusions.length} more` : '';
    console.log(
      `| ${[name, noise, seed, Math.round(sizeOf(join(out, 'logs')) / 1e6), ...cells, exact + others, seconds.toFixed(1), built.peak].join(' | ')} |`,
    );
  } finally {
    rmSync(out, { recursive: true, force: true });
  }
}

function agreement(truth: readonly string[], found: readonly string[]): [precision: number, recall: number] {
  const known = new Set(truth);
  const both = new Set(found.filter((one) => known.has(one))).size;
  return [
    found.length === 0 ? (truth.length === 0 ? 1 : 0) : both / new Set(found).size,
    truth.length === 0 ? 1 : both / known.size,
  ];
}

/** The whole process; its peak memory as /usr/bin/time tells it, `-` where that is not there. */
function run(args: readonly string[]): { stdout: string; peak: string } {
  const timed = spawnSync('/usr/bin/time', ['-f', 'peak %M', process.execPath, COMMAND, ...args], {
    maxBuffer: 1 << 30,
  });
  const ended = timed.error ? spawnSync(process.execPath, [COMMAND, ...args], { maxBuffer: 1 << 30 }) : timed;
  if (ended.status !== 0) throw new Error(`${args.join(' ')}: ${ended.stderr}`);
  const peak = /peak (\d+)/.exec(String(ended.stderr))?.[1];
  return { stdout: String(ended.stdout), peak: peak ? String(Math.round(Number(peak) / 1024)) : '-' };
}

function sizeOf(folder: string): number {
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .reduce((sum, entry) => sum + statSync(join(entry.parentPath, entry.name)).size, 0);
}
