import { expect, test } from 'vitest';
import { generate, HARDSHIPS, STORIES, type Trace } from './index.ts';

const made = (hard: readonly string[]) => {
  const { parts, truth } = generate(STORIES[2]!, { seed: 3, noise: 1, size: 2e5, hard });
  const traces: Trace[] = [];
  for (const { traces: some } of parts()) for (const trace of some) traces.push(trace);
  return { traces, truth };
};
const plain = made([]);
const computers = (traces: readonly Trace[], channel: string): Set<string> =>
  new Set(
    traces.flatMap((trace) =>
      'record' in trace && trace.record.channel.includes(channel) ? trace.record.computer : [],
    ),
  );

test.each(HARDSHIPS.filter(({ twice }) => !twice).map(({ name }) => name))(
  '%s changes the logs, the same each time, and not what is true',
  (name) => {
    const hard = made([name]);
    expect(hard.truth).toEqual(plain.truth);
    expect(hard.traces).not.toEqual(plain.traces);
    expect(made([name]).traces).toEqual(hard.traces);
  },
);

test('two intrusions are both in the truth, by one account, and the first is what it was', () => {
  const { truth } = made(['two-intrusions']);
  const { other_intrusions: others, ...first } = truth;
  expect(first).toEqual(plain.truth);
  expect(others).toHaveLength(1);
  expect(others![0]!.first_access).not.toBe(first.first_access);
});

test('half of the hosts have no Sysmon; where only servers keep logs, no workstation has any', () => {
  const share = computers(made(['half-sysmon']).traces, 'Sysmon').size / computers(plain.traces, 'Sysmon').size;
  expect(Math.abs(share - 0.5)).toBeLessThan(0.2);
  expect([...computers(made(['servers-only']).traces, '')].filter((name) => name.startsWith('WS-'))).toEqual([]);
});
