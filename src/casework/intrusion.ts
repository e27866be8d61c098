import { instantText } from '../base/instant.ts';
import type { CaseGap, CaseHost, CaseRelay, CaseStep, CaseVisit, Intrusion, Records } from '../model/case.ts';
import { type Finding, isPersonal } from './finding.ts';
import { hoursOf } from './hours.ts';

/** Logons over the network as they were counted, by machine, account and where they came from. */
export interface LogonTie {
  readonly host: string;
  readonly account: string;
  /** Short name of the machine it came from. */
  readonly from: string;
  /** Milliseconds since 1970. */
  readonly first: number;
  readonly last: number;
  /** The first record. */
  readonly ref: string | null;
}

/** What the records tell besides findings. */
export interface Traffic {
  readonly logons: readonly LogonTie[];
  readonly gaps: readonly CaseGap[];
}

/** Where an address is, by offline tables. */
export interface Places {
  country(address: string): string | null;
  network(address: string): string | null;
}

const DAY = 86_400_000;
/** Requests of one address this far apart are two visits. */
const VISIT_GAP = 3_600_000;
/** A service or task appears this soon after the logon that made it. */
const MOVE = 600_000;
/** Records that are named for a fact; the count says how many there are. */
const NAMED = 20;
/** The same for a visit, of which there are many. */
const OF_A_VISIT = 3;

/** What a group of findings, in the order of time, says about one intrusion. */
export function intrusionOf(findings: readonly Finding[], { logons, gaps }: Traffic, places: Places): Intrusion {
  const [first, last] = [findings[0]!.time, findings.at(-1)!.time];
  const controlled = hostsOf(findings);
  const moves = movesOf(findings, logons, controlled);
  const accounts = accountsOf(findings, moves);
  const touched = touchedBy(logons, controlled, new Set(accounts.map(({ name }) => name.toLowerCase())), first);
  const visits = visitsOf(findings);
  const cleared = findings.filter(({ eventId }) => eventId === 1102 || eventId === 104);
  return {
    hosts: [...controlled, ...touched].sort((a, b) =>
      a.first < b.first ? -1 : a.first > b.first ? 1 : a.name < b.name ? -1 : 1,
    ),
    accounts,
    mailboxes: distinct(findings.flatMap((finding) => finding.mailboxes.map((name) => [name, finding] as const))).map(
      ([name, of]) => ({ name, time: text(of[0]!.time), evidence: evidenceOf(of) }),
    ),
    relays: relaysOf(findings, places),
    steps: stepsOf(findings),
    visits,
    moves,
    files: distinct(findings.flatMap((finding) => finding.artefacts.map((name) => [name, finding] as const))).map(
      ([name, of]) => ({
        name,
        hosts: new Set(of.map(({ host }) => host)).size,
        first: text(of[0]!.time),
        last: text(of.at(-1)!.time),
        evidence: evidenceOf(of),
      }),
    ),
    sent_out: findings
      .filter(({ bytesOut, outbound }) => bytesOut > 0 && outbound.length > 0)
      .map((one) => ({
        host: one.host,
        to: one.outbound[0]!,
        bytes: one.bytesOut,
        time: text(one.time),
        evidence: [one.ref],
      })),
    first_access: text(first),
    last_seen: text(last),
    dwell_days: Math.floor((last - first) / DAY),
    gaps: [
      ...cleared.map(
        (one): CaseGap => ({
          host: one.host,
          channel: one.channel,
          time: text(one.time),
          kind: 'cleared',
          evidence: [one.ref],
        }),
      ),
      ...gaps.filter(
        ({ host, kind, time }) =>
          kind === 'missing' && controlled.some(({ name }) => name === host) && within(time, first, last),
      ),
    ],
    hours: hoursOf(visits.map(({ start }) => Date.parse(start))),
  };
}

const text = (time: number): string => instantText(time)!;

/** The first records of findings, and the last: it carries when they were seen last. */
function evidenceOf(findings: readonly Finding[]): Records {
  const refs = [...new Set(findings.map(({ ref }) => ref))];
  return refs.length <= NAMED ? refs : [...refs.slice(0, NAMED - 1), refs.at(-1)!];
}

function within(time: string | null, first: number, last: number): boolean {
  return time !== null && Date.parse(time) >= first - DAY && Date.parse(time) <= last + DAY;
}

/** Values with the findings that have them, in the order of the first. */
function distinct<T extends string>(pairs: readonly (readonly [T, Finding])[]): [T, Finding[]][] {
  const rows = new Map<T, Finding[]>();
  for (const [value, finding] of pairs) {
    const row = rows.get(value);
    if (row) row.push(finding);
    else rows.set(value, [finding]);
  }
  return [...rows];
}

/** Every machine with a finding is one where something ran, was written or was entered. */
function hostsOf(findings: readonly Finding[]): CaseHost[] {
  return distinct(findings.filter(({ host }) => host !== '').map((finding) => [finding.host, finding] as const)).map(
    ([name, of]) => ({
      name,
      state: 'controlled' as const,
      first: text(of[0]!.time),
      last: text(of.at(-1)!.time),
      evidence: evidenceOf(of),
    }),
  );
}

/** Logons between machines of the case just before something appeared on the second one. */
function movesOf(
  findings: readonly Finding[],
  logons: readonly LogonTie[],
  hosts: readonly CaseHost[],
): Intrusion['moves'] {
  const since = new Map(hosts.map(({ name, first }) => [name, Date.parse(first)]));
  const arrivals = new Map<string, Finding[]>();
  for (const finding of findings) {
    if (!finding.tactics.includes('lateral-movement')) continue;
    const at = arrivals.get(finding.host);
    if (at) at.push(finding);
    else arrivals.set(finding.host, [finding]);
  }
  return logons
    .filter(({ host, from, account }) => host !== from && since.has(from) && arrivals.has(host) && isPersonal(account))
    .flatMap(({ host, from, account, first, ref }) => {
      // The logon that brings something is the first of its kind: people at work come from the same places every day.
      const arrival = arrivals
        .get(host)!
        .find(({ time: at }) => at >= first - 1000 && at <= first + MOVE && since.get(from)! <= at);
      return arrival
        ? [
            {
              from,
              to: host,
              time: text(arrival.time),
              account,
              evidence: [arrival.ref, ...(ref === null ? [] : [ref])],
            },
          ]
        : [];
    })
    .sort((a, b) => (a.time < b.time ? -1 : a.time > b.time ? 1 : a.to < b.to ? -1 : 1));
}

/** Accounts as they are written first: Windows does not tell capitals from small letters in them. */
function accountsOf(findings: readonly Finding[], moves: Intrusion['moves']): Intrusion['accounts'] {
  const rows = new Map<string, { readonly name: string; readonly evidence: string[] }>();
  const add = (name: string, ref: string | null): void => {
    const key = name.toLowerCase();
    const row = rows.get(key) ?? { name, evidence: [] };
    if (ref !== null && row.evidence.length < NAMED && !row.evidence.includes(ref)) row.evidence.push(ref);
    rows.set(key, row);
  };
  for (const { accounts, ref } of findings) for (const name of accounts) add(name, ref);
  for (const { account, to } of moves)
    add(
      account,
      findings.find(({ host, tactics }) => host === to && tactics.includes('lateral-movement'))?.ref ?? null,
    );
  return [...rows.values()].sort((a, b) => (a.name < b.name ? -1 : 1));
}

/** Machines to which an account of the case came over the network from a machine of the case, and nothing more is seen. */
function touchedBy(
  logons: readonly LogonTie[],
  hosts: readonly CaseHost[],
  accounts: ReadonlySet<string>,
  start: number,
): CaseHost[] {
  const since = new Map(hosts.map(({ name, first }) => [name, Date.parse(first)]));
  const rows = new Map<string, { first: number; last: number; from: string; ref: string | null }>();
  for (const { host, account, from, first, last, ref } of logons) {
    const held = since.get(from);
    if (held === undefined || since.has(host) || !accounts.has(account.toLowerCase()) || first < Math.max(held, start))
      continue;
    const row = rows.get(host);
    rows.set(host, {
      first: Math.min(row?.first ?? first, first),
      last: Math.max(row?.last ?? last, last),
      ...(row !== undefined && row.first <= first ? { from: row.from, ref: row.ref } : { from, ref }),
    });
  }
  return [...rows].map(([name, { first, last, from, ref }]) => ({
    name,
    state: 'touched',
    from,
    first: text(first),
    last: text(last),
    evidence: ref === null ? [] : [ref],
  }));
}

function relaysOf(findings: readonly Finding[], places: Places): CaseRelay[] {
  return distinct(
    findings.flatMap((finding) =>
      [...finding.inbound, ...finding.outbound].map((address) => [address, finding] as const),
    ),
  )
    .map(([address, of]) => ({
      address,
      country: places.country(address),
      network: places.network(address),
      first: text(of[0]!.time),
      last: text(of.at(-1)!.time),
      evidence: evidenceOf(of),
    }))
    .sort((a, b) => (a.address < b.address ? -1 : 1));
}

/** Each technique once a machine, at its first time. */
function stepsOf(findings: readonly Finding[]): CaseStep[] {
  return distinct(
    findings.flatMap((finding) =>
      finding.techniques.map((technique) => [`${technique}\0${finding.host}`, finding] as const),
    ),
  )
    .map(([key, of]) => {
      const [technique, host] = key.split('\0') as [string, string];
      return {
        technique,
        tactics: of[0]!.tactics,
        time: text(of[0]!.time),
        host,
        count: of.length,
        evidence: evidenceOf(of),
      };
    })
    .sort((a, b) => (a.time < b.time ? -1 : a.time > b.time ? 1 : a.technique < b.technique ? -1 : 1));
}

interface Visit {
  readonly relay: string;
  readonly host: string;
  readonly start: number;
  end: number;
  requests: number;
  readonly evidence: string[];
}

function visitsOf(findings: readonly Finding[]): CaseVisit[] {
  const open = new Map<string, Visit>();
  const visits: Visit[] = [];
  for (const { inbound, host, time, ref } of findings)
    for (const relay of inbound) {
      const key = `${relay} ${host}`;
      const visit = open.get(key);
      if (visit && time - visit.end <= VISIT_GAP) {
        visit.end = time;
        visit.requests++;
        if (visit.evidence.length < OF_A_VISIT && !visit.evidence.includes(ref)) visit.evidence.push(ref);
      } else {
        const begun: Visit = { relay, host, start: time, end: time, requests: 1, evidence: [ref] };
        open.set(key, begun);
        visits.push(begun);
      }
    }
  return visits.map((visit) => ({ ...visit, start: text(visit.start), end: text(visit.end) }));
}
