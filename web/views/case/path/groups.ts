import type { Intrusion, PathEdge } from '../../../../src/http/contract/index.ts';

/** Machines that look alike: reached in the same ways from the same machines, with the same techniques, and nobody went on from them. */
export interface HostGroup {
  /** By the time of their first trace. */
  readonly hosts: readonly string[];
  readonly techniques: readonly string[];
  readonly first: string;
  readonly last: string;
}

/** Fewer than these stand alone. */
const FEW = 3;

/** Every machine of an intrusion in groups, by the time of the first trace; a machine without its like is a group of one. */
export function groupsOf(one: Intrusion, edges: readonly PathEdge[], each = false): HostGroup[] {
  const techniques = new Map<string, Set<string>>();
  for (const { host, technique } of one.steps) {
    const of = techniques.get(host);
    if (of) of.add(technique);
    else techniques.set(host, new Set([technique]));
  }
  const into = new Map<string, string[]>();
  const sources = new Set<string>();
  for (const { from, to, how, certainty } of edges) {
    if (from !== null) sources.add(from);
    into.set(to, [...(into.get(to) ?? []), `${from ?? ''} ${how} ${certainty}`]);
  }
  const alike = new Map<string, (typeof one.hosts)[number][]>();
  for (const host of [...one.hosts].sort((a, b) => (a.first < b.first ? -1 : a.first > b.first ? 1 : 0))) {
    const ways = [...new Set(into.get(host.name))].sort();
    const single = each || sources.has(host.name) || ways.some((way) => way.startsWith(' '));
    const key = single
      ? host.name
      : ['', host.state, ...ways, ...[...(techniques.get(host.name) ?? [])].sort()].join('\0');
    alike.set(key, [...(alike.get(key) ?? []), host]);
  }
  return [...alike.values()]
    .flatMap((hosts) => (hosts.length < FEW ? hosts.map((host) => [host]) : [hosts]))
    .map((hosts) => ({
      hosts: hosts.map(({ name }) => name),
      techniques: [...(techniques.get(hosts[0]!.name) ?? [])],
      first: hosts[0]!.first,
      last: hosts.reduce((last, host) => (host.last > last ? host.last : last), ''),
    }))
    .sort((a, b) => (a.first < b.first ? -1 : a.first > b.first ? 1 : 0));
}
