import type { FieldTable } from '../../base/fields.ts';
import type { LogEvent } from '../../model/event.ts';
import type { GapFigures, Sign } from './gap-figures.ts';
import { type CoveredHour, HourCover } from './hour-cover.ts';
import { isExtract, type Log, signsOf } from './log-signs.ts';
import { RecordRuns, type RecordRunsState, runsFrom, runsState } from './record-runs.ts';
import { SIGN_KINDS, signTime } from './sign-words.ts';
import { channelOf } from './tally.ts';
import { isoTime } from './words.ts';

/** Logs (computer, channel, file) that are kept apart, events of clearing and clock setting, and signs that are told. */
const LIMITS = { logs: 20_000, events: 2000, signs: 2000 } as const;
/** The clock is set by a moment all the time; from a minute on it is told. */
const CLOCK_SET = 60;

/**
 * Looks for signs that logs are not whole: missing or repeated record numbers, silence, clocks that run back or are set, logs
 * that were cleared. It is fed every event, in the order of the file; parts of a file may be read side by side and merged, in
 * any order. Memory is bounded, and what finds no room is counted.
 */
export class Gaps {
  private readonly logs = new Map<string, OneLog>();
  private readonly told: Sign[] = [];
  private more = 0;
  private leftOut = 0;
  private current: OneLog | null = null;
  private readonly fields: Fields;

  constructor(fields: FieldTable) {
    const ids = (...names: string[]) => names.map((name) => fields.id(name));
    this.fields = {
      number: ids('EventRecordID', 'RecordNumber', 'winlog.record_id'),
      account: ids('SubjectDomainName', 'SubjectUserName'),
      log: ids('Channel', 'LogFileCleared'),
      clock: ids('PreviousTime', 'NewTime'),
    };
  }

  event(event: LogEvent, file: string): void {
    const { channel, computer, eventId, time } = event;
    let log = this.current;
    if (log === null || log.channel !== channel || log.computer !== computer || log.file !== file) {
      log = this.find(event, channel, computer, file);
      this.current = log;
    }
    if (log === null) {
      this.leftOut++;
      return;
    }
    log.events++;
    if (log.numberField >= 0) {
      // Not event.record: in files that Windows exported, the records are numbered anew, and only this field has their number.
      const number = numberOf(event, log.numberField);
      if (number >= 0) log.runs.add(number, time);
    }
    if (!Number.isNaN(time)) log.cover.add(time, eventId);
    if (eventId === 1102 || eventId === 104 || eventId === 4616) this.tell(event, log);
  }

  merge(other: Gaps): void {
    this.current = null;
    this.leftOut += other.leftOut;
    this.more += other.more;
    for (const sign of other.told) this.put(sign);
    for (const [key, from] of other.logs) {
      const to = this.logs.get(key) ?? this.make(key, from);
      if (!to) {
        this.leftOut += from.events;
        continue;
      }
      to.events += from.events;
      if (to.numberField < 0) to.numberField = from.numberField;
      to.runs.merge(from.runs);
      to.cover.merge(from.cover);
    }
  }

  result(): GapFigures {
    const logs = [...this.logs.values()];
    const signs = [...this.told, ...logs.flatMap(signsOf)].sort(compareSigns);
    const hidden = logs.reduce((sum, { runs }) => sum + runs.backCount - runs.backs.length, 0);
    return {
      logs: logs.length,
      extracts: logs.filter((log) => log.numberField >= 0 && isExtract(log)).length,
      unnumbered: logs.filter(({ numberField }) => numberField < 0).length,
      signs: signs.slice(0, LIMITS.signs),
      more: Math.max(0, signs.length - LIMITS.signs) + this.more + hidden,
      leftOut: this.leftOut,
    };
  }

  toJSON(): GapsState {
    const { told, more, leftOut } = this;
    const logs = [...this.logs.values()].map(({ runs, cover, ...log }) => ({
      ...log,
      runs: runsState(runs),
      hours: [...cover.hours],
      overflown: cover.overflown,
    }));
    return { logs, told, more, leftOut };
  }

  static from(fields: FieldTable, state: GapsState): Gaps {
    const gaps = new Gaps(fields);
    gaps.told.push(...state.told);
    gaps.more = state.more;
    gaps.leftOut = state.leftOut;
    for (const { runs, hours, overflown, ...log } of state.logs) {
      const cover = new HourCover(hours);
      cover.overflown = overflown;
      gaps.logs.set(keyOf(log), { ...log, runs: runsFrom(runs), cover });
    }
    return gaps;
  }

  private find(event: LogEvent, channel: string, computer: string, file: string): OneLog | null {
    const key = keyOf({ channel, computer, file });
    const found = this.logs.get(key);
    if (found) return found;
    const numberField = this.fields.number.find((id) => numberOf(event, id) >= 0) ?? -1;
    return this.make(key, { channel, computer, file, name: channelOf(event), numberField });
  }

  private make(key: string, { channel, computer, file, name, numberField }: Head): OneLog | null {
    if (this.logs.size >= LIMITS.logs) return null;
    const log = {
      ...{ channel, computer, file, name, numberField },
      events: 0,
      runs: new RecordRuns(),
      cover: new HourCover(),
    };
    this.logs.set(key, log);
    return log;
  }

  /** Events that say themselves that a log was cleared or a clock set. */
  private tell(event: LogEvent, { computer, channel, file, numberField }: Head): void {
    const { account, log, clock } = this.fields;
    const texts = (ids: readonly number[]) => ids.map((id) => textOf(event, id)).filter(Boolean);
    const number = numberField < 0 ? -1 : numberOf(event, numberField);
    const record = number < 0 ? event.record : number;
    const place = { computer, channel, file, record, time: isoTime(event.time) };
    const who = texts(account).join('\\');
    const lower = channel.toLowerCase();
    if (event.eventId === 4616 && lower === 'security') {
      const [from = Number.NaN, to = Number.NaN] = clock.map((id) => Date.parse(textOf(event, id)));
      const seconds = (to - from) / 1000;
      if (Math.abs(seconds) >= CLOCK_SET) this.put({ kind: 'clock-set', ...place, seconds, account: who });
    } else if (event.eventId === 1102 && lower === 'security')
      this.put({ kind: 'cleared', ...place, log: channel, account: who });
    else if (event.eventId === 104 && lower === 'system')
      this.put({ kind: 'cleared', ...place, log: texts(log)[0] ?? '', account: who });
  }

  private put(sign: Sign): void {
    if (this.told.length < LIMITS.events) this.told.push(sign);
    else this.more++;
  }
}

export interface GapsState {
  readonly logs: readonly (Head & {
    readonly events: number;
    readonly runs: RecordRunsState;
    readonly hours: readonly (readonly [number, CoveredHour])[];
    readonly overflown: boolean;
  })[];
  readonly told: readonly Sign[];
  readonly more: number;
  readonly leftOut: number;
}

interface Head {
  readonly channel: string;
  readonly computer: string;
  readonly file: string;
  readonly name: string;
  /** Number of the field that holds the record's number, -1 when records have none of their own. */
  numberField: number;
}

interface OneLog extends Log, Head {
  numberField: number;
  events: number;
}

interface Fields {
  readonly number: readonly number[];
  readonly account: readonly number[];
  readonly log: readonly number[];
  readonly clock: readonly number[];
}

const KINDS = Object.keys(SIGN_KINDS);

/** The gravest kinds first, silence that is explained last; then by time and place. */
function compareSigns(a: Sign, b: Sign): number {
  return (
    rank(a) - rank(b) ||
    compareText(signTime(a) ?? '', signTime(b) ?? '') ||
    compareText(JSON.stringify(a), JSON.stringify(b))
  );
}

function rank(sign: Sign): number {
  return KINDS.indexOf(sign.kind) + (sign.kind === 'silence' && sign.shutdown ? 1 : 0);
}

function compareText(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}

/** A record's number, -1 where the field holds none. */
function numberOf(event: LogEvent, field: number): number {
  const value = event.value(field);
  if (typeof value !== 'string' || value === '') return -1;
  const number = Number(value);
  return Number.isSafeInteger(number) ? number : -1;
}

function textOf(event: LogEvent, id: number): string {
  const value = event.value(id);
  const text = typeof value === 'string' ? value : Array.isArray(value) ? (value[0] ?? '') : '';
  return text === '-' ? '' : text.slice(0, 300);
}

function keyOf({ computer, channel, file }: Pick<Head, 'computer' | 'channel' | 'file'>): string {
  return [computer, channel, file].join('\0');
}
