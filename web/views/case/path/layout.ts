import type { CaseHost, Intrusion, PathEdge } from '../../../../src/http/contract/index.ts';
import { groupsOf, type HostGroup } from './groups.ts';

export const NODE = { width: 172, height: 58 } as const;
export const GAP = { x: 80, y: 16 } as const;
export const HEAD = 26;
const LEFT = 8;

export interface PlacedNode {
  readonly id: string;
  readonly kind: 'outside' | 'entry' | 'controlled' | 'touched';
  readonly group: HostGroup | null;
  /** When they came first; null for what lies outside. */
  readonly first: string | null;
  /** Nobody can say how the machine was reached. */
  readonly unknown: boolean;
  readonly x: number;
  readonly y: number;
}

export interface PlacedEdge {
  readonly from: PlacedNode;
  readonly to: PlacedNode;
  /** The earliest of those it stands for. */
  readonly edge: PathEdge;
  readonly count: number;
  /** Height at which it passes between the rows of the columns that it skips; null where it skips none. */
  readonly lane: number | null;
}

export interface PathLayout {
  readonly nodes: readonly PlacedNode[];
  readonly edges: readonly PlacedEdge[];
  /** With the first time that a machine of it was reached and the last such; null for what lies outside. */
  readonly columns: readonly { readonly x: number; readonly first: string | null; readonly last: string | null }[];
  readonly width: number;
  readonly height: number;
  /** Ways between machines that were both held already: they go back in time, and stand in the table only. */
  readonly back: number;
}

const OUTSIDE = '';

/**
 * Places groups of machines in columns, left to right by time: a machine stands right of every one it was reached from, and never left
 * of one that was held before it. A new column begins only where the first rule asks for it.
 */
export function layoutPath(one: Intrusion, edges: readonly PathEdge[], each = false): PathLayout {
  const groups = groupsOf(one, edges, each);
  const states = new Map(one.hosts.map((host) => [host.name, host]));
  const groupOf = new Map(groups.flatMap((group) => group.hosts.map((name) => [name, group.hosts[0]!] as const)));
  const into = new Map<string, string[]>();
  for (const { from, to } of edges) {
    const key = groupOf.get(to);
    if (key === undefined) continue;
    into.set(key, [...(into.get(key) ?? []), from === null ? OUTSIDE : (groupOf.get(from) ?? OUTSIDE)]);
  }
  const column = new Map<string, number>([[OUTSIDE, 0]]);
  let now = 1;
  for (const group of groups) {
    const id = group.hosts[0]!;
    const before = (into.get(id) ?? []).flatMap((from) => column.get(from) ?? []);
    now = Math.max(now, ...before.map((at) => at + 1));
    column.set(id, now);
  }
  const rows = new Map<number, number>();
  const place = (id: string): { x: number; y: number } => {
    const at = column.get(id)!;
    const row = rows.get(at) ?? 0;
    rows.set(at, row + 1);
    return { x: LEFT + at * (NODE.width + GAP.x), y: HEAD + row * (NODE.height + GAP.y) };
  };
  const outside: PlacedNode[] = edges.some(({ from }) => from === null)
    ? [{ ...{ id: OUTSIDE, kind: 'outside', group: null, first: null, unknown: false }, ...place(OUTSIDE) }]
    : [];
  const nodes: PlacedNode[] = [
    ...outside,
    ...groups.map((group): PlacedNode => {
      const id = group.hosts[0]!;
      const ways = into.get(id) ?? [];
      return {
        ...{ id, group, first: group.first, unknown: ways.length === 0, kind: kindOf(states.get(id)!, ways) },
        ...place(id),
      };
    }),
  ];
  const byId = new Map(nodes.map((node) => [node.id, node]));
  const drawn = new Map<string, PlacedEdge>();
  let back = 0;
  for (const edge of edges) {
    const from = byId.get(edge.from === null ? OUTSIDE : (groupOf.get(edge.from) ?? OUTSIDE));
    const to = byId.get(groupOf.get(edge.to) ?? OUTSIDE);
    if (!from || !to || from === to) continue;
    if (from.x >= to.x) {
      back++;
      continue;
    }
    const key = `${from.id}\0${to.id}\0${edge.how}`;
    const before = drawn.get(key);
    const skips = to.x - from.x > NODE.width + GAP.x;
    drawn.set(key, {
      ...{ from, to, edge: before?.edge ?? edge, count: (before?.count ?? 0) + 1 },
      lane: skips ? to.y + NODE.height + GAP.y / 2 : null,
    });
  }
  const reached = new Map(one.hosts.map(({ name, first }) => [name, first]));
  const firsts = new Map<number, string[]>();
  for (const { x, group } of nodes)
    firsts.set(x, [...(firsts.get(x) ?? []), ...(group?.hosts ?? []).flatMap((name) => reached.get(name) ?? [])]);
  const most = Math.max(1, ...rows.values());
  return {
    ...{ nodes, back },
    edges: [...drawn.values()],
    columns: [...firsts].map(([x, times]) => {
      const sorted = [...times].sort();
      return { x, first: sorted[0] ?? null, last: sorted.at(-1) ?? null };
    }),
    width: Math.max(...nodes.map(({ x }) => x), 0) + NODE.width + LEFT,
    height: HEAD + most * (NODE.height + GAP.y),
  };
}

function kindOf(host: CaseHost, ways: readonly string[]): PlacedNode['kind'] {
  if (ways.includes(OUTSIDE)) return 'entry';
  return host.state === 'touched' ? 'touched' : 'controlled';
}
