/** Records whose numbers follow on each other without a gap, with the times (milliseconds) of the first and the last. */
export interface Run {
  first: number;
  last: number;
  firstTime: number;
  lastTime: number;
}

/** Time running backwards from one record number to the next. */
export interface StepBack {
  readonly record: number;
  /** Times of the record before and of this one. */
  readonly before: number;
  readonly after: number;
}

/** Records are written by several threads and arrive out of order by a moment; more than this many milliseconds is no such moment. */
const JITTER = 60_000;
const LIMITS = { runs: 512, repeats: 20, backs: 5 } as const;

/**
 * Which record numbers of a log are there. Numbers may come in any order and from parts of a file that are read side by side:
 * runs are kept and joined. A log with too many holes is given up as `scattered`: it is an extract, and its holes mean nothing.
 */
export class RecordRuns {
  runs: Run[] = [];
  scattered = false;
  /** Numbers that came twice, as ranges. */
  repeats: [first: number, last: number][] = [];
  /** The largest steps back, and how many there were. */
  backs: StepBack[] = [];
  backCount = 0;
  private current: Run | null = null;

  add(record: number, time: number): void {
    const run = this.current;
    if (run !== null && record === run.last + 1) {
      if (time < run.lastTime - JITTER) this.stepBack({ record, before: run.lastTime, after: time });
      run.last = record;
      run.lastTime = time;
    } else if (run !== null && record === run.first - 1) {
      // Some exports list the newest first.
      if (run.firstTime < time - JITTER) this.stepBack({ record: run.first, before: time, after: run.firstTime });
      run.first = record;
      run.firstTime = time;
    } else if (!this.scattered) this.start({ first: record, last: record, firstTime: time, lastTime: time });
  }

  merge(other: RecordRuns): void {
    this.scattered ||= other.scattered;
    this.runs.push(...other.runs.map((run) => ({ ...run })));
    for (const repeat of other.repeats) this.repeat(...repeat);
    const backs = other.backCount - other.backs.length;
    for (const back of other.backs) this.stepBack(back);
    this.backCount += backs;
    this.current = null;
    this.join();
  }

  /** Joins runs that follow on each other; afterwards they stand in order with holes between them. */
  join(): void {
    this.runs.sort((a, b) => a.first - b.first || a.last - b.last);
    const joined: Run[] = [];
    for (const run of this.runs) {
      const before = joined.at(-1);
      if (!before || run.first > before.last + 1) {
        joined.push(run);
        continue;
      }
      if (run.first <= before.last) this.repeat(run.first, Math.min(run.last, before.last));
      else if (run.firstTime < before.lastTime - JITTER)
        this.stepBack({ record: run.first, before: before.lastTime, after: run.firstTime });
      if (run.last > before.last) {
        before.last = run.last;
        before.lastTime = run.lastTime;
      }
    }
    this.runs = joined;
    this.current = null;
    if (joined.length > LIMITS.runs / 2) this.giveUp();
  }

  private start(run: Run): void {
    this.runs.push(run);
    this.current = run;
    if (this.runs.length > LIMITS.runs) this.join();
  }

  private giveUp(): void {
    this.scattered = true;
    this.runs = [];
    this.current = null;
  }

  private repeat(first: number, last: number): void {
    if (this.repeats.length < LIMITS.repeats) this.repeats.push([first, last]);
  }

  private stepBack(back: StepBack): void {
    this.backCount++;
    this.backs.push(back);
    if (this.backs.length > LIMITS.backs)
      this.backs = this.backs.sort((a, b) => sizeOf(b) - sizeOf(a) || a.record - b.record).slice(0, LIMITS.backs);
  }
}

export interface RecordRunsState extends Pick<RecordRuns, 'scattered' | 'repeats' | 'backs' | 'backCount'> {
  /** First and last record of each run and their times, null for none. */
  readonly runs: readonly (readonly [number, number, number | null, number | null])[];
}

/** The runs as they cross threads, in JSON. */
export function runsState({ runs, scattered, repeats, backs, backCount }: RecordRuns): RecordRunsState {
  const rows = runs.map(
    ({ first, last, firstTime, lastTime }) => [first, last, given(firstTime), given(lastTime)] as const,
  );
  return { runs: rows, scattered, repeats, backs, backCount };
}

export function runsFrom({ runs: rows, ...state }: RecordRunsState): RecordRuns {
  const runs = rows.map(([first, last, firstTime, lastTime]) => ({
    ...{ first, last },
    firstTime: firstTime ?? Number.NaN,
    lastTime: lastTime ?? Number.NaN,
  }));
  return Object.assign(new RecordRuns(), { ...state, runs });
}

function given(time: number): number | null {
  return Number.isNaN(time) ? null : time;
}

function sizeOf({ before, after }: StepBack): number {
  return before - after;
}
