import type { Finding } from './finding.ts';
import { rank, SILENCE } from './links.ts';

/** An intrusion that findings may still join, with what is asked of it looked up once. */
export class Home {
  readonly members: Finding[] = [];
  private readonly accounts = new Set<string>();
  /** Times of its findings by machine, ascending; under '' those of all machines. */
  private readonly times = new Map<string, number[]>();

  /** `members` in the order of time. */
  constructor(members: readonly Finding[]) {
    for (const member of members) this.add(member);
  }

  /** Adds a finding; it is not before those of its machine that `lastThere` is asked of. */
  add(finding: Finding): void {
    this.members.push(finding);
    for (const name of finding.accounts) this.accounts.add(name.toLowerCase());
    for (const key of new Set([finding.host, ''])) {
      const times = this.times.get(key);
      if (times === undefined) this.times.set(key, [finding.time]);
      else times.splice(after(times, finding.time), 0, finding.time);
    }
  }

  /** When the intruders were last seen on a machine at or before a time; -Infinity where they were not. */
  lastThere(host: string, time: number): number {
    const times = this.times.get(host) ?? [];
    return times[after(times, time) - 1] ?? -Infinity;
  }

  /** A serious finding on a machine the intruders hold, under an account they use, after they came to it and not long after they were last seen. */
  takes({ rule, host, time, accounts }: Finding): boolean {
    if (rank(rule.level) < 3 || host === '') return false;
    return (
      this.lastThere(host, time) > -Infinity &&
      time - this.lastThere('', time) <= SILENCE &&
      (accounts.length === 0 || accounts.some((name) => this.accounts.has(name.toLowerCase())))
    );
  }
}

/** How many of the ascending times are at or before a time. */
function after(times: readonly number[], time: number): number {
  let [low, high] = [0, times.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if (times[middle]! <= time) low = middle + 1;
    else high = middle;
  }
  return low;
}
