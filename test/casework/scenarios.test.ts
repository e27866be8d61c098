import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import type { Intrusion, LeftOut } from '../../src/model/case.ts';
import { STORIES, type Truth } from '../../src/scenario/index.ts';
import { longwatch, temporaryFolder } from '../cli/run.ts';

/** Share of what was found that is true, and of what is true that was found. */
function agreement(truth: readonly string[], found: readonly string[]): { precision: number; recall: number } {
  const both = found.filter((one) => truth.includes(one)).length;
  return { precision: found.length ? both / found.length : 1, recall: truth.length ? both / truth.length : 1 };
}

test.each(STORIES.map(({ name }) => name))('the case of %s says what is true, amid much noise', async (name) => {
  using folder = temporaryFolder();
  const made = await longwatch(folder.path, [
    'scenario',
    name,
    '--seed',
    '11',
    '--noise',
    '3',
    '--size',
    '4MB',
    '--out',
    'out',
  ]);
  expect(made.code).toBe(0);
  const truth = JSON.parse(readFileSync(join(folder.path, 'out', 'truth.json'), 'utf8')) as Truth;
  const built = await longwatch(folder.path, ['case', 'build', 'out/logs', '--json']);
  expect(built.code).toBe(0);
  const one = JSON.parse(built.stdout) as Intrusion & { other_intrusions: Intrusion[]; left_out: LeftOut[] };
  expect(one.other_intrusions).toEqual([]);
  const held = (list: readonly { name: string; state: string }[]) =>
    list.filter(({ state }) => state === 'controlled').map((host) => host.name);
  const names = (list: readonly { name: string }[]) => list.map((item) => item.name);
  const steps = (list: readonly { technique: string; host: string }[]) =>
    list.map((step) => `${step.technique} ${step.host}`);
  const relays = (list: readonly { address: string; country: string | null }[]) =>
    list.map((relay) => `${relay.address} ${relay.country}`);
  for (const [true_, found] of [
    [held(truth.hosts), held(one.hosts)],
    [names(truth.accounts), names(one.accounts)],
    [names(truth.mailboxes), names(one.mailboxes)],
    [relays(truth.relays), relays(one.relays)],
    [steps(truth.steps), steps(one.steps)],
  ] as const) {
    const { precision, recall } = agreement(true_, found);
    expect(precision).toBeGreaterThanOrEqual(0.95);
    expect(recall).toBeGreaterThanOrEqual(0.95);
  }
  expect([one.first_access, one.dwell_days]).toEqual([truth.first_access, truth.dwell_days]);
  expect(
    one.gaps
      .filter(({ kind }) => kind === 'cleared')
      .map(({ host }) => host)
      .sort(),
  ).toEqual(truth.gaps.map(({ host }) => host).sort());
  writeFileSync(join(folder.path, 'case.json'), built.stdout);
  const bulletin = await longwatch(folder.path, ['case', 'bulletin', 'case.json']);
  expect([bulletin.code, bulletin.stderr]).toEqual([0, '']);
  const count = held(truth.hosts).length;
  expect(bulletin.stdout).toContain(`Something of the intruders ran on ${count} hosts.`);
  expect(bulletin.stdout).toContain(`came ${truth.attacks} times through ${truth.relays.length} addresses`);
  if (truth.mailboxes.length > 0)
    expect(bulletin.stdout).toContain(`${truth.mailboxes.length} mailboxes were exported`);
  expect(one.left_out.length).toBeGreaterThan(2);
});

test('two intrusions in the same logs come out as two', async () => {
  using folder = temporaryFolder();
  for (const name of ['mail-server', 'false-flag'])
    await longwatch(folder.path, ['scenario', name, '--seed', '5', '--size', '1MB', '--out', name]);
  const { stdout } = await longwatch(folder.path, ['case', 'build', 'mail-server/logs', 'false-flag/logs', '--json']);
  const one = JSON.parse(stdout) as Intrusion & { other_intrusions: Intrusion[] };
  const truths = ['mail-server', 'false-flag'].map(
    (name) => JSON.parse(readFileSync(join(folder.path, name, 'truth.json'), 'utf8')) as Truth,
  );
  expect([one, ...one.other_intrusions].map(({ first_access, dwell_days }) => [first_access, dwell_days])).toEqual(
    truths.map(({ first_access, dwell_days }) => [first_access, dwell_days]),
  );
  // Both networks have a DC01: each goes by its full name, machines of one network alone by their short ones.
  const hosts = [one, ...one.other_intrusions].map((intrusion) => intrusion.hosts.map(({ name }) => name));
  const shared = truths[0]!.hosts
    .map(({ name }) => name)
    .filter((name) => truths[1]!.hosts.some((host) => host.name === name));
  expect(shared.length).toBeGreaterThan(0);
  for (const [n, { hosts: true_ }] of truths.entries())
    expect(hosts[n]!.map((name) => name.split('.')[0]).sort()).toEqual(true_.map(({ name }) => name).sort());
  for (const name of shared) {
    const [first, second] = hosts.map((names) => names.filter((host) => host.split('.')[0] === name));
    expect([first!.length, second!.length, first![0] === second![0]]).toEqual([1, 1, false]);
  }
});
