import type { CaseFile, Intrusion, Records } from '../model/case.ts';
import type { LogRecord, RecordRule } from '../model/case-evidence.ts';
import type { Sighting } from '../model/sighting.ts';
import type { Carried } from './finding.ts';

/** Fields that a reader of a record wants to see besides those that a case asks for; where a record has none of a name it is left out. */
export const SHOWN_FIELDS = [
  'ParentCommandLine',
  'CurrentDirectory',
  'Hashes',
  'ServiceName',
  'ServiceFileName',
  'TaskName',
  'LogonType',
  'TargetServerName',
  'WorkstationName',
  'SourceImage',
  'TargetImage',
  'GrantedAccess',
  'TargetObject',
  'Details',
  'DestinationPort',
  'QueryName',
  'ScriptBlockText',
  'cs-method',
  'cs-uri-query',
  'cs(User-Agent)',
  'sc-status',
  'id.orig_p',
  'id.resp_p',
  'proto',
  'resp_bytes',
  'query',
  'host',
  'uri',
] as const;

/** Records that are kept with a case: enough for several of every fact of three hundred machines. */
const MOST = 10_000;
/** Characters of a value that are kept; a block of script can be a megabyte. */
const LONGEST = 2_000;

/** The records that facts of a case name: the first of every fact, then the second of every one, until there is no more room. */
export function recordsNamed({ intrusions, left_out }: CaseFile): Set<string> {
  const lists = [...intrusions.flatMap((one) => listsOf(one)), ...left_out.map(({ examples }) => examples)];
  const wanted = new Set<string>();
  const longest = lists.reduce((most, { length }) => Math.max(most, length), 0);
  for (let n = 0; n < longest; n++)
    for (const list of lists) {
      const ref = list[n];
      if (ref !== undefined && wanted.size < MOST) wanted.add(ref);
    }
  return wanted;
}

function listsOf(one: Intrusion): Records[] {
  const { hosts, accounts, mailboxes, relays, steps, files, sent_out, gaps, visits, moves } = one;
  return [
    ...hosts,
    ...accounts,
    ...mailboxes,
    ...relays,
    ...steps,
    ...files,
    ...sent_out,
    ...gaps,
    ...visits,
    ...moves,
  ].map(({ evidence }) => evidence ?? []);
}

/** Gathers records by their place and machine from the hits of rules; one record may have many. */
export class RecordKeeper {
  private readonly wanted: ReadonlySet<string>;
  private readonly kept = new Map<string, LogRecord>();

  constructor(wanted: ReadonlySet<string>) {
    this.wanted = wanted;
  }

  /** Whether a record is asked for. */
  wants(ref: string): boolean {
    return this.wanted.has(ref);
  }

  add(sighting: Sighting, carried: Carried): void {
    const { file, record, time, channel, event_id, computer } = sighting;
    const ref = `${file}#${record}`;
    const key = `${ref}\0${computer}\0${time ?? ''}`;
    const before = this.kept.get(key);
    if (before === undefined && this.kept.size >= MOST) return;
    const matched = new Set([...(before?.matched ?? []), ...Object.keys(sighting.fields)]);
    this.kept.set(key, {
      ...{ ref, file, record, time, channel, event_id, computer },
      rules: [...(before?.rules ?? []), ruleOf(sighting.rule)],
      matched: [...matched].sort(),
      fields: { ...before?.fields, ...texts(carried), ...texts(sighting.fields) },
    });
  }

  /** A record that was counted, not matched: no rule, and the fields that the count read of it. */
  count(ref: string, record: Omit<LogRecord, 'ref' | 'file' | 'record' | 'rules' | 'matched'>): void {
    const at = ref.lastIndexOf('#');
    const same = (it: LogRecord): boolean =>
      it.ref === ref && it.computer === record.computer && Date.parse(it.time ?? '') === Date.parse(record.time ?? '');
    const taken = [...this.kept.values()].some(same);
    if (!this.wanted.has(ref) || taken || this.kept.size >= MOST) return;
    const [file, number] = [ref.slice(0, at), Number(ref.slice(at + 1))];
    this.kept.set(`${ref}\0${record.computer}\0logon`, {
      ...record,
      ref,
      file,
      record: number,
      rules: [],
      matched: [],
    });
  }

  /** In the order of time. */
  result(): LogRecord[] {
    return [...this.kept.values()].sort((a, b) => order(a.time ?? '', b.time ?? '') || order(a.ref, b.ref));
  }
}

const order = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);

function ruleOf({ id, title, level, tags }: Sighting['rule']): RecordRule {
  return {
    ...{ id, title, level },
    techniques: tags.filter((tag) => /^attack\.t\d/i.test(tag)).map((tag) => tag.slice(7).toUpperCase()),
  };
}

function texts(fields: Readonly<Record<string, unknown>>): Record<string, string> {
  const result: Record<string, string> = {};
  for (const [name, value] of Object.entries(fields)) {
    if (value === null || value === undefined) continue;
    const text = Array.isArray(value) ? value.join('\n') : String(value);
    if (text !== '') result[name] = text.length > LONGEST ? `${text.slice(0, LONGEST)}…` : text;
  }
  return result;
}
