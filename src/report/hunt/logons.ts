import type { FieldTable } from '../../base/fields.ts';
import type { LogEvent } from '../../model/event.ts';
import { BoundedMap, type BoundedMapState } from './bounded-map.ts';
import { isOrdinary, isSuccess, LOGON_EVENTS, type LogonEvent, statusInWords, typeInWords } from './logon-events.ts';
import type { LogonFigures, LogonKind, LogonRow } from './logon-figures.ts';
import { isoTime } from './words.ts';

/** Rows that are kept: enough for a password sprayed over every account of a large domain. */
const LIMIT = 20_000;
/** Different reasons of refusal that are kept with a row. */
const REASONS = 8;
/** Texts longer than this are no names; a log may hold anything. */
const LONGEST = 200;

/**
 * Sums up who logged on where, how, from where, how often, and how often it was refused. It is fed every event and looks into
 * those of `LOGON_EVENTS` alone. Memory is bounded; what finds no room is counted. Two can be merged, in any order.
 */
export class Logons {
  private readonly rows: BoundedMap<Row>;
  private readonly readers = new Map<number, Reader>();
  private events = 0;

  constructor(fields: FieldTable, rows?: BoundedMapState<Row>) {
    this.rows = new BoundedMap(LIMIT, rows?.rows, rows?.left);
    for (const [id, event] of LOGON_EVENTS) this.readers.set(id, readerOf(event, fields));
  }

  /** `file` is the name of the log, for the place of the first record of a row. */
  event(event: LogEvent, file = ''): void {
    const reader = this.readers.get(event.eventId);
    if (reader === undefined || !isChannel(event.channel, reader.channel)) return;
    this.events++;
    const { kind, computer, account, how, from, ordinary, reason } = reader.read(event);
    const row = this.rows.row([kind, computer, account, how, from].join('\0'), () => ({
      ...{ kind, computer, account, how, from, ordinary },
      ...{ successes: 0, failures: 0, reasons: [], first: null, last: null, record: null },
    }));
    if (!row) return;
    if (reason === null) row.successes++;
    else {
      row.failures++;
      addReason(row.reasons, reason, 1);
    }
    if (Number.isNaN(event.time)) return;
    if (row.first === null || event.time <= row.first) place(row, event.time, `${file}#${event.record}`);
    widen(row, event.time, event.time);
  }

  merge(other: Logons): void {
    this.events += other.events;
    this.rows.left += other.rows.left;
    for (const [key, from] of other.rows.rows) {
      const to = this.rows.row(
        key,
        () => ({ ...from, successes: 0, failures: 0, reasons: [], first: null, last: null, record: null }),
        from.successes + from.failures,
      );
      if (!to) continue;
      to.successes += from.successes;
      to.failures += from.failures;
      for (const [reason, count] of from.reasons) addReason(to.reasons, reason, count);
      if (from.first === null || from.last === null) continue;
      place(to, from.first, from.record);
      widen(to, from.first, from.last);
    }
  }

  result(): LogonFigures {
    return {
      rows: [...this.rows.rows.values()].map(figuresOf).sort(compareRows),
      events: this.events,
      leftOut: this.rows.left,
    };
  }

  toJSON(): LogonsState {
    return { ...this.rows.toJSON(), events: this.events };
  }

  static from(fields: FieldTable, state: LogonsState): Logons {
    const logons = new Logons(fields, state);
    logons.events = state.events;
    return logons;
  }
}

export interface LogonsState extends BoundedMapState<Row> {
  readonly events: number;
}

interface Row {
  readonly kind: LogonKind;
  readonly computer: string;
  readonly account: string;
  readonly how: string;
  readonly from: string;
  readonly ordinary: boolean;
  successes: number;
  failures: number;
  readonly reasons: [string, number][];
  /** Milliseconds since 1970 UTC. */
  first: number | null;
  last: number | null;
  record: string | null;
}

interface Read extends Pick<Row, 'kind' | 'computer' | 'account' | 'how' | 'from' | 'ordinary'> {
  /** Why it was refused, null when it was not. */
  readonly reason: string | null;
}

interface Reader {
  readonly channel: string;
  read(event: LogEvent): Read;
}

/** Looks up the numbers of the fields once, not with every event. */
function readerOf(spec: LogonEvent, fields: FieldTable): Reader {
  const idOf = (name: string | undefined) => (name === undefined ? -1 : fields.id(name));
  const [name, domain, type] = [idOf(spec.name), idOf(spec.domain), idOf(spec.type)];
  const [byName, byDomain, server] = (spec.by ?? []).map(idOf);
  const from = spec.from.map(idOf);
  const status = (spec.status ?? []).map(idOf);
  return {
    channel: spec.channel,
    read(event) {
      const [accountName, accountDomain, logonType] = [text(event, name), text(event, domain), text(event, type)];
      const code = status.map((id) => text(event, id)).find((one) => !isSuccess(one)) ?? '';
      const server_ = server === undefined ? '' : text(event, server);
      const by = byName === undefined ? '' : account(text(event, byDomain ?? -1), text(event, byName));
      return {
        kind: spec.kind,
        computer: event.computer.slice(0, LONGEST),
        account: account(accountDomain, accountName),
        how: spec.how ?? (spec.by ? explicitInWords(by, server_) : typeInWords(logonType)),
        from: from.map((id) => origin(text(event, id))).find(Boolean) ?? '',
        ordinary: isOrdinary(accountDomain, accountName, logonType),
        reason: spec.refused || code ? statusInWords(code) || 'no reason given' : null,
      };
    },
  };
}

/** The first text of a field; `-` is how records say that there is none. */
function text(event: LogEvent, id: number): string {
  if (id < 0) return '';
  const value = event.value(id);
  const one = typeof value === 'string' ? value : Array.isArray(value) ? value[0] : '';
  return one === undefined || one === '-' ? '' : one.trim().slice(0, LONGEST);
}

function account(domain: string, name: string): string {
  return domain && name && !name.includes('\\') ? `${domain}\\${name}` : name || '(none)';
}

/** An address as people write it; sessions at the machine itself come from nowhere. */
function origin(from: string): string {
  if (/^local$/i.test(from)) return '';
  return from.replace(/^::ffff:(?=\d+\.)/i, '').replace(/^\\\\/, '');
}

function explicitInWords(by: string, server: string): string {
  return [by && `by ${by}`, server && !/^localhost$/i.test(server) && `at ${server}`].filter(Boolean).join(' ');
}

function isChannel(channel: string, wanted: string): boolean {
  return channel.length === wanted.length && channel.toLowerCase() === wanted;
}

function addReason(reasons: [string, number][], reason: string, count: number): void {
  const found = reasons.find(([one]) => one === reason);
  if (found) found[1] += count;
  else if (reasons.length < REASONS) reasons.push([reason, count]);
}

/** The first record of a row; of several at one time the one whose place comes first, whichever thread read it. */
function place(row: Row, time: number, record: string | null): void {
  const same = time === row.first && row.record !== null && record !== null;
  if (row.first === null || time < row.first || (same && record < row.record!)) row.record = record;
}

function widen(row: Row, first: number, last: number): void {
  if (row.first === null || first < row.first) row.first = first;
  if (row.last === null || last > row.last) row.last = last;
}

function figuresOf({ first, last, reasons, failures, ...row }: Row): LogonRow {
  return {
    ...row,
    failures,
    ordinary: row.ordinary && failures === 0,
    reasons: [...reasons].sort(([a, x], [b, y]) => y - x || (a < b ? -1 : 1)),
    first: first === null ? null : isoTime(first),
    last: last === null ? null : isoTime(last),
  };
}

function compareRows(a: LogonRow, b: LogonRow): number {
  return b.failures - a.failures || b.successes - a.successes || (keyOf(a) < keyOf(b) ? -1 : 1);
}

function keyOf({ kind, computer, account, how, from }: LogonRow): string {
  return [computer, account, kind, how, from].join('\0');
}
