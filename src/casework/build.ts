import type { CaseFile, Intrusion, LeftOut, LeftOutReason } from '../model/case.ts';
import type { Finding } from './finding.ts';
import { intrusionOf, type Places, type Traffic } from './intrusion.ts';
import { groupsOf, rank, routines, SILENCE } from './links.ts';

/**
 * Findings to intrusions. Findings that share files, addresses or a machine's hour are grouped; a group is an intrusion when something
 * serious is in it and more than one tactic shows; what else is serious on a machine of the case under an account of the case joins it;
 * all other findings are left out, with the reason. Pure; the order of findings does not matter.
 */
export function buildCase(unsorted: readonly Finding[], traffic: Traffic, places: Places): CaseFile {
  const findings = [...unsorted].sort((a, b) => a.time - b.time || (a.ref < b.ref ? -1 : a.ref > b.ref ? 1 : 0));
  const routine = routines(findings);
  const groups = groupsOf(findings, routine).map((members) => ({
    members,
    is: isIntrusion(members.map((n) => findings[n]!)),
  }));
  const intrusions = groups.filter(({ is }) => is).map(({ members }) => members);
  const rest = groups.filter(({ is }) => !is).flatMap(({ members }) => members);
  const left: number[] = [];
  for (const n of rest.sort((a, b) => a - b)) {
    const home = routine[n]
      ? undefined
      : nearest(
          findings[n]!,
          intrusions.filter((members) =>
            belongs(
              findings[n]!,
              members.map((m) => findings[m]!),
            ),
          ),
          findings,
        );
    if (home) home.push(n);
    else left.push(n);
  }
  return {
    intrusions: intrusions
      .map(
        (members): Intrusion =>
          intrusionOf(
            members.sort((a, b) => a - b).map((n) => findings[n]!),
            traffic,
            places,
          ),
      )
      .sort((a, b) => b.steps.length - a.steps.length || (a.first_access < b.first_access ? -1 : 1)),
    left_out: leftOutOf(left.map((n) => ({ finding: findings[n]!, routine: routine[n]! }))),
    findings: findings.length,
  };
}

/** Something serious, and more than one tactic: a single rule can be wrong, a course of events hardly. */
function isIntrusion(members: readonly Finding[]): boolean {
  const tactics = new Set(members.flatMap(({ tactics: own }) => own));
  const techniques = new Set(members.flatMap(({ techniques: own }) => own));
  const highest = Math.max(...members.map(({ rule }) => rank(rule.level)));
  return highest >= 3 && tactics.size >= 2 && techniques.size >= 2 && members.length >= 2;
}

/** A serious finding on a machine the intruders hold, under an account they use, after they came to it and not long after they were last seen. */
function belongs(finding: Finding, members: readonly Finding[]): boolean {
  if (rank(finding.rule.level) < 3 || finding.host === '') return false;
  const accounts = new Set(members.flatMap(({ accounts: own }) => own.map((name) => name.toLowerCase())));
  const there = members.find(({ host }) => host === finding.host);
  return (
    there !== undefined &&
    there.time <= finding.time &&
    members.some(({ time }) => time <= finding.time && finding.time - time <= SILENCE) &&
    (finding.accounts.length === 0 || finding.accounts.some((one) => accounts.has(one.toLowerCase())))
  );
}

function leftOutOf(left: readonly { finding: Finding; routine: boolean }[]): LeftOut[] {
  const rows = new Map<
    string,
    { rule: string; reason: LeftOutReason; count: number; hosts: Set<string>; examples: string[] }
  >();
  for (const { finding, routine } of left) {
    const reason: LeftOutReason = routine ? 'routine' : rank(finding.rule.level) === 0 ? 'harmless' : 'alone';
    const key = `${reason} ${finding.rule.title}`;
    let row = rows.get(key);
    if (!row) {
      row = { rule: finding.rule.title, reason, count: 0, hosts: new Set(), examples: [] };
      rows.set(key, row);
    }
    row.count++;
    if (finding.host) row.hosts.add(finding.host);
    if (row.examples.length < 5) row.examples.push(finding.ref);
  }
  return [...rows.values()]
    .map((row) => ({ ...row, hosts: row.hosts.size }))
    .sort((a, b) => b.count - a.count || (a.rule < b.rule ? -1 : 1));
}

/** Of several intrusions on the finding's machine, the one that was there last before it. */
function nearest(finding: Finding, homes: readonly number[][], findings: readonly Finding[]): number[] | undefined {
  const lastThere = (members: readonly number[]): number =>
    Math.max(
      ...members
        .map((n) => findings[n]!)
        .map(({ host, time }) => (host === finding.host && time <= finding.time ? time : -Infinity)),
    );
  return homes.reduce<number[] | undefined>(
    (best, home) => (best === undefined || lastThere(home) > lastThere(best) ? home : best),
    undefined,
  );
}
