import { expect, test } from 'vitest';
import type { CaseHost, Intrusion, PathEdge } from '../../../../src/http/contract/index.ts';
import { layoutPath, NODE } from './layout.ts';

const at = (minute: number) => new Date(Date.UTC(2024, 2, 1) + minute * 60_000).toISOString();
const host = (name: string, minute: number, state: CaseHost['state'] = 'controlled'): CaseHost => ({
  ...{ name, state, first: at(minute), last: at(minute + 9), evidence: [] },
});
const edge = (from: string | null, to: string, minute: number, how: PathEdge['how'] = 'move'): PathEdge => ({
  ...{ from, to, how, time: at(minute), certainty: 'certain', account: null, count: 1 },
});

function network(many: number) {
  const stations = Array.from({ length: many }, (_, n) => host(`WS-${n}`, 100 + n));
  const hosts = [host('DOC', 0), host('UPD', 10), ...stations, host('ODD', 9000)];
  const edges = [
    edge(null, 'DOC', 0, 'entry'),
    edge('DOC', 'UPD', 10),
    ...stations.map(({ name }, n) => edge('UPD', name, 100 + n, 'delivery')),
  ];
  return { one: { hosts, steps: [] } as unknown as Intrusion, edges };
}

test('three hundred machines that look alike are one node; those that lead on, and the odd one, stand alone', () => {
  const { one, edges } = network(300);
  const { nodes, edges: drawn } = layoutPath(one, edges);
  expect(nodes.map(({ id, kind, group, unknown }) => [id, kind, group?.hosts.length ?? 0, unknown])).toEqual([
    ['', 'outside', 0, false],
    ['DOC', 'entry', 1, false],
    ['UPD', 'controlled', 1, false],
    ['WS-0', 'controlled', 300, false],
    ['ODD', 'controlled', 1, true],
  ]);
  expect(drawn.map(({ from, to, count }) => [from.id, to.id, count])).toEqual([
    ['', 'DOC', 1],
    ['DOC', 'UPD', 1],
    ['UPD', 'WS-0', 300],
  ]);
});

test('time runs to the right, no two nodes lie on each other, and a way back in time is counted, not drawn', () => {
  const { one, edges } = network(40);
  const { nodes, back } = layoutPath(one, [...edges, edge('WS-3', 'DOC', 500)], true);
  expect(back).toBe(1);
  const timed = nodes.filter(({ first }) => first !== null).sort((a, b) => (a.first! < b.first! ? -1 : 1));
  for (let n = 1; n < timed.length; n++) expect(timed[n]!.x).toBeGreaterThanOrEqual(timed[n - 1]!.x);
  expect(new Set(nodes.map(({ x, y }) => `${x} ${y}`)).size).toBe(nodes.length);
});

test('the head of a column names the first and the last time that a machine of it was reached', () => {
  const { one, edges } = network(40);
  const late = host('LATE', 260_000);
  const { columns, nodes } = layoutPath({ ...one, hosts: [...one.hosts, late] } as Intrusion, [
    ...edges,
    edge('UPD', 'LATE', 260_000),
  ]);
  for (const { x, first, last } of columns) {
    const times = nodes.filter((node) => node.x === x).flatMap((node) => node.first ?? []);
    for (const time of times) expect(first! <= time && time <= last!).toBe(true);
  }
  expect(columns.at(-1)).toMatchObject({ first: at(100), last: at(260_000) });
});

test('a way that skips columns passes between the rows, behind no node', () => {
  const { one, edges } = network(40);
  const { nodes, edges: drawn } = layoutPath(one, [...edges, edge('DOC', 'ODD', 9000)], true);
  const skipping = drawn.filter(({ lane }) => lane !== null);
  expect(skipping.length).toBeGreaterThan(0);
  for (const { from, to, lane } of skipping)
    for (const { x, y } of nodes.filter((node) => node.x > from.x && node.x < to.x))
      expect(lane! > y && lane! < y + NODE.height, `${x}`).toBe(false);
});
