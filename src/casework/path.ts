import type { Intrusion } from '../model/case.ts';
import type { PathEdge } from '../model/case-evidence.ts';

/** Techniques by which a machine receives something from a server of its own network: the way is known from what was delivered, not from a logon. */
const DELIVERED: ReadonlySet<string> = new Set(['T1072', 'T1195', 'T1195.001', 'T1195.002']);
/** A delivery comes from where software was tampered with. */
const TAMPERED: ReadonlySet<string> = new Set(['T1195', 'T1195.001', 'T1195.002']);

/**
 * How intruders came to each machine, in the order of time. Certain where a record shows it: a request from outside on the machine, a
 * logon from one machine of the case to another just before something appeared there. Probable where it follows from what was
 * delivered, a package of a server whose software was tampered with before, or where only one machine was held by then from which
 * lateral movement could come. What is not known has no edge.
 */
export function pathOf(one: Intrusion): PathEdge[] {
  const { hosts, steps, visits, moves } = one;
  const edges: PathEdge[] = [];
  const since = new Map(hosts.map(({ name, first }) => [name, first]));
  for (const host of hosts) {
    const of = visits.filter((visit) => visit.host === host.name);
    if (of.length === 0 && host.name !== steps[0]?.host) continue;
    edges.push({
      ...{ from: null, to: host.name, how: 'entry', account: null, count: of.length },
      time: of[0]?.start ?? host.first,
      certainty: of.length > 0 ? 'certain' : 'probable',
    });
  }
  const known = new Map<string, PathEdge>();
  for (const { from, to, time, account } of moves) {
    if (!since.has(from) || !since.has(to)) continue;
    const key = `${from}\0${to}`;
    const before = known.get(key);
    known.set(key, {
      ...(before ?? { from, to, how: 'move', time, account, certainty: 'certain' }),
      count: (before?.count ?? 0) + 1,
    });
  }
  edges.push(...known.values());
  for (const { name, state, first, from } of hosts)
    if (state === 'touched' && from !== undefined && since.has(from))
      edges.push({ from, to: name, how: 'touch', time: first, account: null, certainty: 'certain', count: 1 });
  const reached = new Set(edges.map(({ to }) => to));
  const tampered = steps.filter(({ technique }) => TAMPERED.has(technique));
  for (const { name } of hosts) {
    if (reached.has(name)) continue;
    const delivery = steps.find(({ host, technique }) => host === name && DELIVERED.has(technique));
    const source = delivery && tampered.findLast(({ host, time }) => host !== name && time <= delivery.time);
    if (!delivery || !source) continue;
    edges.push({
      ...{ from: source.host, to: name, how: 'delivery', account: null, count: 1 },
      ...{ time: delivery.time, certainty: 'probable' },
    });
  }
  for (const { name, first } of hosts) {
    if (edges.some(({ to }) => to === name)) continue;
    const held = hosts.filter((it) => it.state === 'controlled' && it.first < first);
    const arrival = steps.find(({ host, tactics }) => host === name && tactics.includes('lateral-movement'));
    if (arrival && held.length === 1)
      edges.push({
        ...{ from: held[0]!.name, to: name, how: 'only', account: null, count: 1 },
        ...{ time: arrival.time, certainty: 'probable' },
      });
  }
  return edges.sort((a, b) => (a.time < b.time ? -1 : a.time > b.time ? 1 : a.to < b.to ? -1 : 1));
}
