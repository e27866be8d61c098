import type { Finding } from './finding.ts';

/**
 * A file or an address ties a finding to a group only this long after the last finding of that group. Intruders were silent for months
 * and came back (half a year is well above the silences of weeks that the scenarios have); after that, a name that comes up again is
 * more likely a common tool, a new tenant of the address, or a laboratory that records one attack after the other.
 */
export const SILENCE = 180 * 86_400_000;

/** Findings on one machine within this many milliseconds are of one visit. */
const VISIT = 3_600_000;
/** Clocks that are further apart do not get along in a Windows domain: the default tolerance of Kerberos, five minutes. */
const SKEW = 300_000;
/** Files that so many machines have in findings before the first serious one are of the network itself. */
const EVERYWHERE = 3;

/** How long before the first serious finding something has to be seen to be routine. */
const BEFORE = 86_400_000;

/** Sets that are joined: union by size, with path halving. */
class Sets {
  private readonly parent: Int32Array;
  private readonly size: Int32Array;
  /** Time of the last finding of a set so far, at its root. */
  private readonly last: Float64Array;

  constructor(count: number) {
    this.last = new Float64Array(count);
    this.parent = Int32Array.from({ length: count }, (_, n) => n);
    this.size = new Int32Array(count).fill(1);
  }

  find(n: number): number {
    let at = n;
    while (this.parent[at] !== at) {
      this.parent[at] = this.parent[this.parent[at]!]!;
      at = this.parent[at]!;
    }
    return at;
  }

  lastOf(n: number): number {
    return this.last[this.find(n)]!;
  }

  /** Puts in a set of its own a finding of this time. */
  begin(n: number, time: number): void {
    this.last[n] = time;
  }

  join(a: number, b: number): void {
    let [x, y] = [this.find(a), this.find(b)];
    if (x === y) return;
    if (this.size[x]! < this.size[y]!) [x, y] = [y, x];
    this.parent[y] = x;
    this.size[x]! += this.size[y]!;
    this.last[x] = Math.max(this.last[x]!, this.last[y]!);
  }
}

const RANK: Readonly<Record<string, number>> = { informational: 0, low: 1, medium: 2, high: 3, critical: 4 };

/** Levels as numbers, so that they can be compared; 2 for a level nobody knows. */
export function rank(level: string): number {
  return RANK[level] ?? 2;
}

/**
 * Puts findings that belong together into groups: the same file left behind or the same address outside, unless the group has been
 * silent for longer than SILENCE; the same machine within an hour.
 * Findings must be in the order of time. What is routine (see `routines`) is tied by files and by the
 * visits from outside it falls into, since its own hours and places are no sign. Cost grows as n log n at most.
 */
export function groupsOf(findings: readonly Finding[], routine: readonly boolean[]): number[][] {
  const sets = new Sets(findings.length);
  const seen = new Map<string, number>();
  const common = commonFiles(findings);
  const tie = (key: string, n: number): void => {
    const before = seen.get(key);
    if (before !== undefined && findings[n]!.time - sets.lastOf(before) <= SILENCE) sets.join(before, n);
    else seen.set(key, n);
  };
  const last = new Map<string, number>();
  const visitor = new Map<string, number>();
  const justBefore = new Map<string, number[]>();
  const meet = (finding: Finding, n: number): void => {
    if (finding.host === '' || rank(finding.rule.level) === 0) return;
    const before = (routine[n] ? visitor : last).get(finding.host);
    if (before !== undefined && finding.time - findings[before]!.time <= VISIT) sets.join(before, n);
    if (routine[n]) {
      const waiting = justBefore.get(finding.host);
      if (waiting) waiting.push(n);
      else justBefore.set(finding.host, [n]);
      return;
    }
    last.set(finding.host, n);
    if (finding.inbound.length === 0) return;
    visitor.set(finding.host, n);
    for (const m of justBefore.get(finding.host) ?? []) if (finding.time - findings[m]!.time <= SKEW) sets.join(m, n);
    justBefore.delete(finding.host);
  };
  // In the order of time, so that a set's last finding is the last one before this.
  findings.forEach((finding, n) => {
    sets.begin(n, finding.time);
    meet(finding, n);
    for (const file of finding.artefacts) if (!common.has(file)) tie(`file ${file}`, n);
    if (routine[n]) return;
    for (const address of [...finding.inbound, ...finding.outbound]) tie(`address ${address}`, n);
  });
  const groups = new Map<number, number[]>();
  findings.forEach((_, n) => {
    const root = sets.find(n);
    const group = groups.get(root);
    if (group) group.push(n);
    else groups.set(root, [n]);
  });
  return [...groups.values()];
}

/** Windows does not tell capitals from small letters in names of accounts. */
const accountsIn = ({ accounts }: Finding): string => accounts.join(' ').toLowerCase();

/** Files of programs that live in folders everybody can write, on several machines, long before anything serious happens. */
function commonFiles(findings: readonly Finding[]): Set<string> {
  const serious = findings.find((finding) => rank(finding.rule.level) >= 3)?.time ?? Infinity;
  const hosts = new Map<string, Set<string>>();
  for (const { time, host, artefacts } of findings) {
    if (time >= serious) break;
    for (const file of artefacts) {
      const at = hosts.get(file);
      if (at) at.add(host);
      else hosts.set(file, new Set([host]));
    }
  }
  return new Set([...hosts].filter(([, at]) => at.size >= EVERYWHERE).map(([file]) => file));
}

/**
 * Which findings are routine: the same rule, account and machine (for administrators: any machine) gave a finding a day or more
 * before the first serious one. A year of backups looks like a year of theft to a rule, and starts before it.
 */
export function routines(findings: readonly Finding[]): boolean[] {
  const serious = findings.find((finding) => rank(finding.rule.level) >= 3)?.time ?? Infinity;
  const known = new Set<string>();
  const keysOf = (finding: Finding): string[] => [
    [finding.rule.id, finding.host, accountsIn(finding), finding.outbound.join(' ')].join('\0'),
    ...(finding.accounts.length > 0 ? [[finding.rule.id, accountsIn(finding)].join('\0')] : []),
    ...finding.outbound.map((address) => [finding.rule.id, address].join('\0')),
  ];
  for (const finding of findings) {
    // What happens just before is how it began, not how it always was.
    if (finding.time >= serious - BEFORE) break;
    for (const key of keysOf(finding)) known.add(key);
  }
  return findings.map((finding) => keysOf(finding).some((key) => known.has(key)));
}
