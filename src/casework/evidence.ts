import type { Intrusion, LeftOut, Records } from '../model/case.ts';
import type { CaseQuestion, CaseSubject, LogRecord } from '../model/case-evidence.ts';
import type { CaseFact } from '../model/case-record.ts';
import { shortName } from './machines.ts';

/**
 * A record that a fact names, and what tells it from others with the same number: forwarded logs hold records of many machines and
 * channels, each numbered by itself.
 */
export interface Pointer {
  /** `file#number`. */
  readonly ref: string;
  /** The machine; null for any. */
  readonly host: string | null;
  /** Values of which a record that carries the fact holds one; none for any. */
  readonly values: readonly string[];
  /** The technique that a rule of the record must be about. */
  readonly technique: string | null;
  /** ISO 8601, both inclusive. */
  readonly from: string;
  readonly to: string;
}

type Find = (one: Intrusion, key: string, leftOut: readonly LeftOut[]) => readonly Pointed[] | null;

/** Some records of which the same is known. */
type Pointed = { readonly refs: Records } & Partial<Omit<Pointer, 'ref'>>;

/** How each subject is found in an intrusion: one entry each, so that a new fact is a new entry. */
const FIND: Readonly<Record<CaseSubject, Find>> = {
  host: ({ hosts }, key) => some(hosts.filter(({ name }) => name === key).map((host) => ofHost(host))),
  account: ({ accounts }, key) => valued(accounts, key),
  mailbox: ({ mailboxes }, key) => valued(mailboxes, key),
  file: ({ files }, key) =>
    some(
      files
        .filter(({ name }) => name === key)
        .map(({ evidence, first, last }) => ({ refs: evidence, values: [fileName(key)], from: first, to: last })),
    ),
  relay: ({ relays }, key) => some(relays.filter(({ address }) => address === key).map((relay) => ofRelay(relay))),
  country: ({ relays }, key) =>
    some(relays.filter(({ country }) => (country ?? '') === key).map((relay) => ofRelay(relay, FEW))),
  step: ({ steps }, key) => {
    const [technique, on] = twoOf(key);
    return some(steps.filter((it) => it.technique === technique && it.host === on).map((step) => ofStep(step)));
  },
  technique: ({ steps }, key) =>
    some(steps.filter(({ technique }) => technique === key).map((step) => ofStep(step, EACH))),
  tactic: ({ steps }, key) =>
    some(steps.filter(({ tactics }) => tactics.includes(key)).map((step) => ofStep(step, EACH))),
  move: ({ moves, steps }, key) => {
    const [left, right] = twoOf(key);
    const move = moves.find(({ from, to }) => from === left && to === right);
    if (!move) return null;
    if (move.evidence) return [{ refs: move.evidence, host: right }];
    return steps
      .filter(({ host, tactics }) => host === right && tactics.includes('lateral-movement'))
      .map((step) => ofStep(step, EACH));
  },
  visit: ({ visits, relays }, key) => {
    const [relay, start] = twoOf(key);
    const visit = visits.find((it) => it.relay === relay && it.start === start);
    return visit ? [ofVisit(visit, relays)] : null;
  },
  sent: ({ sent_out }, key) => some(sent_out.slice(Number(key), Number(key) + 1).map(ofSent)),
  gap: ({ gaps }, key) => some(gaps.slice(Number(key), Number(key) + 1).map(({ evidence }) => ({ refs: evidence }))),
  'left-out': (_, key, leftOut) => {
    const [reason, rule] = twoOf(key);
    return some(
      leftOut.filter((row) => row.reason === reason && row.rule === rule).map(({ examples }) => ({ refs: examples })),
    );
  },
  'first-access': (one) => firstOf(one),
  'last-seen': (one) => lastOf(one),
  figure: (one, key) => FIGURES[key as CaseFact]?.(one) ?? null,
  record: ({ first_access: from, last_seen: to }, key) => [{ refs: [key], from, to }],
};

/** Records that are shown of each of many things. */
const EACH = 1;
const FEW = 5;

/** What each figure counts, with the first record of each. */
const FIGURES: Readonly<Record<CaseFact, (one: Intrusion) => readonly Pointed[]>> = {
  'hosts-controlled': ({ hosts }) =>
    hosts.filter(({ state }) => state === 'controlled').map((host) => ofHost(host, EACH)),
  'hosts-touched': ({ hosts }) => hosts.filter(({ state }) => state === 'touched').map((host) => ofHost(host, EACH)),
  accounts: ({ accounts }) => accounts.map(({ name, evidence }) => ({ refs: evidence.slice(0, EACH), values: [name] })),
  mailboxes: ({ mailboxes }) =>
    mailboxes.map(({ name, evidence }) => ({ refs: evidence.slice(0, EACH), values: [name] })),
  visits: ({ visits, relays }) => visits.map((visit) => ofVisit(visit, relays, EACH)),
  relays: ({ relays }) => relays.map((relay) => ofRelay(relay, EACH)),
  'relay-countries': ({ relays }) =>
    [...new Map(relays.toReversed().map((relay) => [relay.country ?? '', relay])).values()].map((relay) =>
      ofRelay(relay, EACH),
    ),
  'dwell-days': (one) => [...firstOf(one), ...lastOf(one)],
};

function ofHost({ name, evidence, first, last }: Intrusion['hosts'][number], most = Infinity): Pointed {
  return { refs: evidence.slice(0, most), host: name, from: first, to: last };
}

function ofRelay({ address, evidence, first, last }: Intrusion['relays'][number], most = Infinity): Pointed {
  return { refs: evidence.slice(0, most), values: [address], from: first, to: last };
}

function ofStep({ technique, host, evidence, time }: Intrusion['steps'][number], most = Infinity): Pointed {
  return { refs: evidence.slice(0, most), technique, from: time, ...(host === '' ? {} : { host }) };
}

function ofVisit(
  { relay, start, end, evidence }: Intrusion['visits'][number],
  relays: Intrusion['relays'],
  most = Infinity,
): Pointed {
  const refs = evidence ?? relays.find(({ address }) => address === relay)?.evidence ?? [];
  return { refs: refs.slice(0, most), values: [relay], from: start, to: end };
}

function ofSent({ to, evidence, time }: Intrusion['sent_out'][number]): Pointed {
  return { refs: evidence, values: [to], from: time, to: time };
}

function firstOf({ steps, first_access: at }: Intrusion): Pointed[] {
  return steps.slice(0, 1).map(({ evidence }) => ({ refs: evidence.slice(0, EACH), from: at, to: at }));
}

function lastOf({ hosts, last_seen: at }: Intrusion): Pointed[] {
  return hosts
    .filter(({ last }) => last === at)
    .slice(0, 1)
    .map(({ name, evidence }) => ({ refs: evidence.slice(-EACH), host: name, from: at, to: at }));
}

function valued(
  rows: readonly { readonly name: string; readonly evidence: Records }[],
  key: string,
): readonly Pointed[] | null {
  return some(rows.filter(({ name }) => name === key).map(({ evidence }) => ({ refs: evidence, values: [key] })));
}

const some = <T>(list: readonly T[]): readonly T[] | null => (list.length === 0 ? null : list);

function twoOf(key: string): [string, string] {
  const at = key.indexOf(' ');
  return at < 0 ? [key, ''] : [key.slice(0, at), key.slice(at + 1)];
}

const fileName = (path: string): string => path.slice(Math.max(path.lastIndexOf('\\'), path.indexOf(' ')) + 1);

/** The records of a fact, each once, in the order in which the case names them; null where the intrusion has no such fact. */
export function pointersTo(
  one: Intrusion,
  { subject, key }: CaseQuestion,
  leftOut: readonly LeftOut[] = [],
): readonly Pointer[] | null {
  const found = FIND[subject](one, key, leftOut);
  if (found === null) return null;
  const whole = subject === 'left-out' ? ['', '~'] : [one.first_access, one.last_seen];
  const pointers = found.flatMap(({ refs, host = null, values = [], technique = null, from, to }) =>
    refs.map((ref) => ({ ref, host, values, technique, from: from ?? whole[0]!, to: to ?? whole[1]! })),
  );
  return [...new Map(pointers.map((it) => [[it.ref, it.host, it.technique, ...it.values].join('\0'), it])).values()];
}

/**
 * Of records with the numbers that a fact names, those that carry it. A test that no record under a number passes is left out: a rule
 * may have matched by what was not kept.
 */
export function carrying(records: readonly LogRecord[], pointers: readonly Pointer[]): LogRecord[] {
  const byRef = new Map<string, LogRecord[]>();
  for (const record of records) {
    const same = byRef.get(record.ref);
    if (same) same.push(record);
    else byRef.set(record.ref, [record]);
  }
  const found = pointers.flatMap((pointer) =>
    TESTS.reduce((left, passes) => {
      const passed = left.filter((record) => passes(record, pointer));
      return passed.length > 0 ? passed : left;
    }, byRef.get(pointer.ref) ?? []),
  );
  return [...new Set(found)];
}

const TESTS: readonly ((record: LogRecord, pointer: Pointer) => boolean)[] = [
  ({ computer }, { host }) => host === null || shortName(computer) === host || computer.toUpperCase() === host,
  ({ time }, { from, to }) => time === null || (time >= from && time <= to),
  ({ fields }, { values }) => {
    if (values.length === 0) return true;
    const folded = values.map((value) => value.toLowerCase());
    return Object.values(fields).some((text) => folded.some((value) => text.toLowerCase().includes(value)));
  },
  ({ rules }, { technique }) => technique === null || rules.some(({ techniques }) => techniques.includes(technique)),
];
