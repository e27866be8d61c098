/**
 * Cases from generated intrusions against their ground truth, from logs to bulletin, and what it costs:
 *
 *   npm run build && npx tsx bench/case.ts [--seeds 101,102,103] [--noise 1,2,3] [--size 20MB] [--names mail-server,…] [--tmp FOLDER] [--hard half-sysmon,…]
 *   npm run build && npx tsx bench/case.ts --size 10GB --names mail-server --noise 2 --seeds 301      (12 GB of disk, about 15 minutes)
 *
 * A line a scenario, noise and seed: precision and recall of controlled hosts, accounts, mailboxes, relays (with country) and steps
 * (technique on host), whether first access and dwell time are exact, whether the bulletin's figures are those of the truth, and the
 * time by the clock and peak memory of `scenario`, `case build` and `case bulletin`. The logs are deleted afterwards.
 */
import { spawnSync } from 'node:child_process';
import { mkdtempSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { parseArgs } from 'node:util';
import type { Intrusion } from '../src/model/case.ts';
import { ENGLISH } from '../src/report/bulletin/index.ts';
import { STORIES, type Truth } from '../src/scenario/index.ts';

const STAGES = ['scenario', 'case build', 'case bulletin'];
const COMMAND = resolve(import.meta.dirname, '..', 'bin', 'longwatch.mjs');
const { values } = parseArgs({
  options: {
    seeds: { type: 'string', default: '101,102,103' },
    noise: { type: 'string', default: '1,2,3' },
    size: { type: 'string', default: '20MB' },
    hard: { type: 'string', default: '' },
    tmp: { type: 'string', default: tmpdir() },
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
  `| scenario | noise | seed | MB | ${FACTS.map(([name]) => `${name} P/R`).join(' | ')} | first, dwell | bulletin | ${STAGES.map((stage) => `${stage} s, MB`).join(' | ')} |`,
);
console.log(`|---|--:|--:|--:|${FACTS.map(() => '---').join('|')}|---|---|--:|--:|--:|`);
for (const name of values.names.split(','))
  for (const noise of values.noise.split(',')) for (const seed of values.seeds.split(',')) measure(name, noise, seed);
console.log(`\nworst: ${[...worst].map(([fact, value]) => `${fact} ${value.toFixed(3)}`).join(', ')}`);

function measure(name: string, noise: string, seed: string): void {
  const out = mkdtempSync(join(values.tmp, 'longwatch-bench-'));
  try {
    const written = run([
      'scenario',
      name,
      '--seed',
      seed,
      '--noise',
      noise,
      '--size',
      values.size,
      '--hard',
      values.hard,
      '--out',
      out,
    ]);
    const truth = JSON.parse(readFileSync(join(out, 'truth.json'), 'utf8')) as Truth;
    const built = run(['case', 'build', join(out, 'logs'), '--json']);
    writeFileSync(join(out, 'case.json'), built.stdout);
    const bulletin = run(['case', 'bulletin', join(out, 'case.json'), '--format', 'markdown']);
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
      `| ${[name, noise, seed, Math.round(sizeOf(join(out, 'logs')) / 1e6), ...cells, exact + others, figuresIn(bulletin.stdout, truth), ...[written, built, bulletin].map(({ seconds, peak }) => `${seconds.toFixed(1)}, ${peak}`)].join(' | ')} |`,
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

/** How many of the sentences that the truth makes true stand in the bulletin. */
function figuresIn(bulletin: string, truth: Truth): string {
  const count = (state: string): number => truth.hosts.filter((host) => host.state === state).length;
  const wanted = [
    ENGLISH.controlled(count('controlled')),
    ...(count('touched') > 0 ? [ENGLISH.touched(count('touched'))] : []),
    ENGLISH.accounts({ count: truth.accounts.length, names: truth.accounts.map(({ name }) => name) }),
    ...(truth.mailboxes.length > 0 ? [ENGLISH.mailboxes(truth.mailboxes.length)] : []),
    ENGLISH.steps({
      steps: truth.steps.length,
      techniques: new Set(truth.steps.map(({ technique }) => technique)).size,
      hosts: new Set(truth.steps.map(({ host }) => host)).size,
    }),
  ];
  const missing = wanted.filter((sentence) => !bulletin.includes(sentence));
  for (const sentence of missing) console.error(`not in the bulletin: ${sentence}`);
  return `${wanted.length - missing.length} of ${wanted.length}`;
}

/** The whole process, in seconds by the clock; its peak memory as /usr/bin/time tells it, `-` where that is not there. */
function run(args: readonly string[]): { stdout: string; peak: string; seconds: number } {
  const began = performance.now();
  const timed = spawnSync('/usr/bin/time', ['-f', 'peak %M', process.execPath, COMMAND, ...args], {
    maxBuffer: 2 ** 30,
  });
  const ended = timed.error ? spawnSync(process.execPath, [COMMAND, ...args], { maxBuffer: 2 ** 30 }) : timed;
  if (ended.status !== 0) throw new Error(`${args.join(' ')}: ${ended.stderr}`);
  const peak = /peak (\d+)/.exec(String(ended.stderr))?.[1];
  return {
    stdout: String(ended.stdout),
    peak: peak ? String(Math.round(Number(peak) / 1024)) : '-',
    seconds: (performance.now() - began) / 1000,
  };
}

function sizeOf(folder: string): number {
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .reduce((sum, entry) => sum + statSync(join(entry.parentPath, entry.name)).size, 0);
}
