import type { Intrusion, LeftOut, Records } from '../model/case.ts';
import type { CaseQuestion, CaseSubject, LogRecord } from '../model/case-evidence.ts';
import type { CaseFact } from '../model/case-record.ts';
import { shortName } from './addresses.ts';

/** Where the records of a fact are, and what tells them from others with the same number. */
export interface Pointed {
  /** `file#number`, in the order in which the case names them. */
  readonly refs: readonly string[];
  /** Machines whose records are meant; null for any. */
  readonly hosts: readonly string[] | null;
  /** Values of which a record that carries the fact holds one; none for any. */
  readonly values: readonly string[];
  /** The technique that a rule of the record must be about. */
  readonly technique: string | null;
}

/** Records that are shown for a count of many things: one each. */
const EACH = 1;

type Find = (one: Intrusion, key: string, leftOut: readonly LeftOut[]) => Partial<Pointed> | null;

/** How each subject is found in an intrusion: one line each, so that a new fact is a new line. */
const FIND: Readonly<Record<CaseSubject, Find>> = {
  host: ({ hosts }, key) => {
    const host = hosts.find(({ name }) => name === key);
    return host ? { refs: host.evidence, hosts: [key] } : null;
  },
  account: ({ accounts }, key) => valued(accounts, key),
  mailbox: ({ mailboxes }, key) => valued(mailboxes, key),
  file: ({ files }, key) => {
    const file = files.find(({ name }) => name === key);
    return file ? { refs: file.evidence, values: [fileName(key)] } : null;
  },
  relay: ({ relays }, key) => {
    const relay = relays.find(({ address }) => address === key);
    return relay ? { refs: relay.evidence, values: [key] } : null;
  },
  country: ({ relays }, key) => {
    const of = relays.filter(({ country }) => (country ?? '') === key);
    return of.length > 0 ? { refs: of.flatMap(some(5)), values: of.map(({ address }) => address) } : null;
  },
  step: ({ steps }, key) => {
    const [technique = '', host = ''] = twoOf(key);
    const step = steps.find((it) => it.technique === technique && it.host === host);
    return step ? { refs: step.evidence, hosts: host === '' ? null : [host], technique } : null;
  },
  technique: ({ steps }, key) => {
    const of = steps.filter(({ technique }) => technique === key);
    return of.length > 0 ? { refs: of.flatMap(some(EACH)), hosts: namesOf(of), technique: key } : null;
  },
  tactic: ({ steps }, key) => {
    const of = steps.filter(({ tactics }) => tactics.includes(key));
    return of.length > 0 ? { refs: of.flatMap(some(EACH)), hosts: namesOf(of) } : null;
  },
  move: ({ moves, steps }, key) => {
    const [from = '', to = ''] = twoOf(key);
    const move = moves.find((it) => it.from === from && it.to === to);
    if (!move) return null;
    const arrival = steps.filter(({ host, tactics }) => host === to && tactics.includes('lateral-movement'));
    return { refs: move.evidence ?? arrival.flatMap(some(EACH)), hosts: [to] };
  },
  visit: ({ visits, relays }, key) => {
    const [relay = '', start = ''] = twoOf(key);
    const visit = visits.find((it) => it.relay === relay && it.start === start);
    if (!visit) return null;
    return { refs: visit.evidence ?? relays.find(({ address }) => address === relay)?.evidence ?? [], values: [relay] };
  },
  sent: ({ sent_out }, key) => {
    const sent = sent_out[Number(key)];
    return sent ? { refs: sent.evidence, values: [sent.to] } : null;
  },
  gap: ({ gaps }, key) => {
    const gap = gaps[Number(key)];
    return gap ? { refs: gap.evidence } : null;
  },
  'left-out': (_, key, leftOut) => {
    const [reason = '', rule = ''] = twoOf(key);
    const row = leftOut.find((it) => it.reason === reason && it.rule === rule);
    return row ? { refs: row.examples } : null;
  },
  'first-access': (one) => ({ refs: one.steps[0]?.evidence.slice(0, 1) ?? [] }),
  'last-seen': (one) => {
    const host = one.hosts.find(({ last }) => last === one.last_seen);
    return { refs: host?.evidence.slice(-1) ?? [], hosts: host ? [host.name] : null };
  },
  figure: (one, key) => {
    const figure = FIGURES[key as CaseFact];
    return figure ? { refs: figure(one).flatMap(some(EACH)) } : null;
  },
};

type Carrying = { readonly evidence?: Records };

/** What each figure counts. */
const FIGURES: Readonly<Record<CaseFact, (one: Intrusion) => readonly Carrying[]>> = {
  'hosts-controlled': ({ hosts }) => hosts.filter(({ state }) => state === 'controlled'),
  'hosts-touched': ({ hosts }) => hosts.filter(({ state }) => state === 'touched'),
  accounts: ({ accounts }) => accounts,
  mailboxes: ({ mailboxes }) => mailboxes,
  visits: ({ visits }) => visits,
  relays: ({ relays }) => relays,
  'relay-countries': ({ relays }) => [...new Map(relays.map((relay) => [relay.country ?? '', relay])).values()],
  'dwell-days': (one) => [
    { evidence: one.steps[0]?.evidence.slice(0, 1) ?? [] },
    { evidence: one.hosts.find(({ last }) => last === one.last_seen)?.evidence.slice(-1) ?? [] },
  ],
};

const some =
  (count: number) =>
  ({ evidence = [] }: Carrying): readonly string[] =>
    evidence.slice(0, count);

function valued(
  rows: readonly { readonly name: string; readonly evidence: Records }[],
  key: string,
): Partial<Pointed> | null {
  const row = rows.find(({ name }) => name === key);
  return row ? { refs: row.evidence, values: [key] } : null;
}

function twoOf(key: string): [string, string] {
  const at = key.indexOf(' ');
  return at < 0 ? [key, ''] : [key.slice(0, at), key.slice(at + 1)];
}

const namesOf = (steps: readonly { readonly host: string }[]): string[] => [...new Set(steps.map(({ host }) => host))];

const fileName = (path: string): string => path.slice(Math.max(path.lastIndexOf('\\'), path.indexOf(' ')) + 1);

/** Where the records of a fact are; null where the intrusion has no such fact. */
export function pointedBy(
  one: Intrusion,
  { subject, key }: CaseQuestion,
  leftOut: readonly LeftOut[] = [],
): Pointed | null {
  const found = FIND[subject](one, key, leftOut);
  if (found === null) return null;
  const { refs = [], hosts = null, values = [], technique = null } = found;
  return { refs: [...new Set(refs)], hosts, values, technique };
}

/**
 * Of records with the numbers that a fact names, those that carry it: forwarded logs number the records of each machine anew, so a
 * number alone may mean several. Each test only counts where some record passes it.
 */
export function carrying(records: readonly LogRecord[], { hosts, values, technique }: Pointed): LogRecord[] {
  const folded = values.map((value) => value.toLowerCase());
  const tests: ((record: LogRecord) => boolean)[] = [
    ...(hosts ? [(record: LogRecord) => hosts.includes(hostOf(record))] : []),
    ...(folded.length > 0
      ? [
          ({ fields }: LogRecord) =>
            Object.values(fields).some((text) => folded.some((value) => text.toLowerCase().includes(value))),
        ]
      : []),
    ...(technique === null
      ? []
      : [({ rules }: LogRecord) => rules.some((rule) => rule.techniques.includes(technique))]),
  ];
  // A number names one record of one machine, so each number is told apart by itself.
  return [...grouped(records).values()].flatMap((same) =>
    tests.reduce((left, passes) => {
      const passed = left.filter(passes);
      return passed.length > 0 ? passed : left;
    }, same),
  );
}

function grouped(records: readonly LogRecord[]): Map<string, LogRecord[]> {
  const groups = new Map<string, LogRecord[]>();
  for (const record of records) {
    const group = groups.get(record.ref);
    if (group) group.push(record);
    else groups.set(record.ref, [record]);
  }
  return groups;
}

/** The machine of a record by its short name; '' where it names none. */
const hostOf = ({ computer }: LogRecord): string => shortName(computer);
