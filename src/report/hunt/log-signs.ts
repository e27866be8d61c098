import type { Sign } from './gap-figures.ts';
import type { HourCover, Quiet } from './hour-cover.ts';
import type { RecordRuns } from './record-runs.ts';
import { isoTime } from './words.ts';

/**
 * When something about a log is a sign. They are chosen so that a healthy log, an export of chosen records and a machine that
 * is off at night give none; docs/guides/hunt-output.md explains them.
 */
const THRESHOLDS = {
  /** A log with more holes, or with more than one hole for so many records, is an extract. */
  holes: 20,
  recordsPerHole: 10,
  /**
   * Silence: at least so long, so many times the log's usual pause of over an hour, in a log of at least so many records that
   * has some on at least this share of all other days.
   */
  silence: 24 * 3_600_000,
  timesUsual: 5,
  records: 100,
  busyDays: 0.6,
  /** The longest silences of one log that are told. */
  silences: 5,
} as const;

/** Events that say that the machine or its log service stops or starts; beside them silence is explained. */
const STOPS_AND_STARTS: ReadonlySet<number> = new Set([
  ...[12, 13, 41, 42, 107, 109, 1074], // System: kernel, power, planned restart
  ...[6005, 6006, 6008, 6009], // System: the log service
  ...[1100, 4608, 4609, 4826], // Security
]);

export interface Log {
  readonly computer: string;
  /** The channel, or what kind of log it is. */
  readonly name: string;
  readonly file: string;
  readonly events: number;
  /** Below 0 when records carry no number of their own. */
  readonly numberField: number;
  readonly runs: RecordRuns;
  readonly cover: HourCover;
}

/** Whether a log holds only chosen records; its runs must have been joined. */
export function isExtract({ runs, events }: Log): boolean {
  const holes = runs.runs.length - 1;
  return runs.scattered || holes > THRESHOLDS.holes || holes > events / THRESHOLDS.recordsPerHole;
}

/** The signs in one log, in no order. Of an extract there are none, of a log without record numbers only silence. */
export function signsOf(log: Log): Sign[] {
  const numbered = log.numberField >= 0;
  log.runs.join();
  if (numbered && isExtract(log)) return [];
  return [...(numbered ? recordSigns(log) : []), ...silenceSigns(log)];
}

function recordSigns({ computer, name, file, runs }: Log): Sign[] {
  const place = { computer, channel: name, file };
  return [
    ...runs.runs.slice(1).map((run, i): Sign => {
      const before = runs.runs[i]!;
      return {
        ...{ kind: 'missing', ...place, firstRecord: before.last + 1, lastRecord: run.first - 1 },
        ...{ before: isoTime(before.lastTime), after: isoTime(run.firstTime) },
      };
    }),
    ...rangesOf(runs.repeats).map(
      ([firstRecord, lastRecord]): Sign => ({ kind: 'repeated', ...place, firstRecord, lastRecord }),
    ),
    ...runs.backs.map(({ record, before, after }): Sign => {
      const times = { before: isoTime(before) ?? '', after: isoTime(after) ?? '' };
      return { kind: 'clock-back', ...place, record, ...times, seconds: (before - after) / 1000 };
    }),
  ];
}

/** Ranges in order, joined where they touch or overlap. */
function rangesOf(ranges: readonly (readonly [number, number])[]): [number, number][] {
  const joined: [number, number][] = [];
  for (const [first, last] of [...ranges].sort(([a], [b]) => a - b)) {
    const before = joined.at(-1);
    if (before && first <= before[1] + 1) before[1] = Math.max(before[1], last);
    else joined.push([first, last]);
  }
  return joined;
}

function silenceSigns({ computer, name, file, events, cover }: Log): Sign[] {
  if (events < THRESHOLDS.records || cover.overflown) return [];
  const quiets = cover.quiets();
  const usual = median(quiets.map(lengthOf));
  return quiets
    .filter((quiet) => lengthOf(quiet) >= THRESHOLDS.silence)
    .filter((quiet) => cover.busyDays(quiet) >= THRESHOLDS.busyDays)
    .filter((quiet) => quiets.length === 1 || lengthOf(quiet) >= THRESHOLDS.timesUsual * usual)
    .sort((a, b) => lengthOf(b) - lengthOf(a) || a.before - b.before)
    .slice(0, THRESHOLDS.silences)
    .map((quiet) => ({
      ...{ kind: 'silence', computer, channel: name, file },
      ...{ before: isoTime(quiet.before) ?? '', after: isoTime(quiet.after) ?? '', seconds: lengthOf(quiet) / 1000 },
      shutdown: STOPS_AND_STARTS.has(quiet.idBefore) || STOPS_AND_STARTS.has(quiet.idAfter),
    }));
}

function lengthOf({ before, after }: Quiet): number {
  return after - before;
}

/** Of an even number of values the lower of the two in the middle. */
function median(values: readonly number[]): number {
  const sorted = [...values].sort((a, b) => a - b);
  return sorted[Math.floor((sorted.length - 1) / 2)] ?? 0;
}
