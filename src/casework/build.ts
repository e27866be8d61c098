import type { CaseFile, Intrusion, LeftOut, LeftOutReason } from '../model/case.ts';
import { type Finding, isPersonal } from './finding.ts';
import { Home } from './home.ts';
import { intrusionOf, type LogonTie, type Places, type Traffic } from './intrusion.ts';
import { groupsOf, rank, routines } from './links.ts';

/**
 * Findings to intrusions. Findings that share files, addresses or a machine's hour are grouped; a group is an intrusion when something
 * serious is in it and more than one tactic shows; what else is serious on a machine of the case under an account of the case joins it;
 * all other findings are left out, with the reason. Pure; the order of findings does not matter.
 */
export function buildCase(unsorted: readonly Finding[], traffic: Traffic, places: Places): CaseFile {
  const findings = [...unsorted].sort((a, b) => a.time - b.time || (a.ref < b.ref ? -1 : a.ref > b.ref ? 1 : 0));
  const routine = routines(findings);
  const homes: Home[] = [];
  const rest: number[] = [];
  for (const members of groupsOf(findings, routine)) {
    const group = members.map((n) => findings[n]!);
    if (isIntrusion(group)) homes.push(new Home(group));
    else for (const n of members) rest.push(n);
  }
  const arrivals = byHost(traffic.logons);
  const left: number[] = [];
  for (const n of rest.sort((a, b) => a - b)) {
    const home = routine[n] ? undefined : (nearest(findings[n]!, homes) ?? reachedFrom(findings[n]!, homes, arrivals));
    if (home) home.add(findings[n]!);
    else left.push(n);
  }
  return {
    intrusions: homes
      .map(
        ({ members }): Intrusion =>
          intrusionOf(
            members.sort((a, b) => a.time - b.time),
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
  const serious = members.some(({ rule }) => rank(rule.level) >= 3);
  return serious && tactics.size >= 2 && techniques.size >= 2 && members.length >= 2;
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

/** Of the intrusions that take a finding, the one that was last on its machine. */
function nearest(finding: Finding, homes: readonly Home[]): Home | undefined {
  const { host, time } = finding;
  let best: Home | undefined;
  for (const home of homes)
    if (home.takes(finding) && (!best || home.lastThere(host, time) > best.lastThere(host, time))) best = home;
  return best;
}

function byHost(logons: readonly LogonTie[]): ReadonlyMap<string, readonly LogonTie[]> {
  const hosts = new Map<string, LogonTie[]>();
  for (const logon of logons) {
    if (logon.host === logon.from || !isPersonal(logon.account)) continue;
    const at = hosts.get(logon.host);
    if (at) at.push(logon);
    else hosts.set(logon.host, [logon]);
  }
  return hosts;
}

/**
 * The intrusion from one of whose machines somebody came just before: a serious finding of lateral movement within ten minutes after the
 * first logon of an account from a machine the intruders held then. It is all that is seen where a machine keeps few logs.
 */
function reachedFrom(
  { rule, host, time, tactics }: Finding,
  homes: readonly Home[],
  arrivals: ReadonlyMap<string, readonly LogonTie[]>,
): Home | undefined {
  if (rank(rule.level) < 3 || !tactics.includes('lateral-movement')) return undefined;
  const came = (arrivals.get(host) ?? []).filter(({ first }) => time >= first - CLOCK && time <= first + MOVE);
  return homes.find((home) => came.some(({ from }) => home.lastThere(from, time) > -Infinity));
}

/** A service or task appears this soon after the logon that made it; records of one second may be out of order. */
const MOVE = 600_000;
const CLOCK = 1000;
