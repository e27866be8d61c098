const HOUR = 3_600_000;
/** Hours with records that are kept for one log: over two years of every hour. */
const LIMIT = 20_000;

/** First and last record of an hour: times in milliseconds, and what events they were. */
export interface CoveredHour {
  first: number;
  last: number;
  firstId: number;
  lastId: number;
}

/** Time without records, between two that stand on either side. */
export interface Quiet {
  readonly before: number;
  readonly after: number;
  readonly idBefore: number;
  readonly idAfter: number;
}

/** In which hours a log has records: enough to see hours-long silence, whatever order the records come in. */
export class HourCover {
  readonly hours: Map<number, CoveredHour>;
  /** More hours than there is room for: nothing can be said about silence. */
  overflown = false;
  private current: CoveredHour | undefined;
  private currentHour = Number.NaN;

  constructor(hours: Iterable<readonly [number, CoveredHour]> = []) {
    this.hours = new Map(hours);
  }

  add(time: number, id: number): void {
    const hour = Math.floor(time / HOUR);
    if (hour !== this.currentHour) {
      this.currentHour = hour;
      this.current = this.at(hour, { first: time, last: time, firstId: id, lastId: id });
    }
    const covered = this.current;
    if (covered === undefined) return;
    if (time >= covered.last) {
      covered.last = time;
      covered.lastId = id;
    } else if (time < covered.first) {
      covered.first = time;
      covered.firstId = id;
    }
  }

  merge(other: HourCover): void {
    this.overflown ||= other.overflown;
    for (const [hour, from] of other.hours) {
      const to = this.at(hour, { ...from });
      if (!to) continue;
      if (from.first < to.first) [to.first, to.firstId] = [from.first, from.firstId];
      if (from.last >= to.last) [to.last, to.lastId] = [from.last, from.lastId];
    }
    this.currentHour = Number.NaN;
  }

  /** The stretches between covered hours, of more than an hour, in order. */
  quiets(): Quiet[] {
    const hours = [...this.hours.values()].sort((a, b) => a.first - b.first);
    return hours
      .slice(1)
      .map((next, i) => ({
        before: hours[i]!.last,
        after: next.first,
        idBefore: hours[i]!.lastId,
        idAfter: next.firstId,
      }))
      .filter(({ before, after }) => after - before > HOUR);
  }

  /** Of all days from the first record to the last without those of a stretch, the share that has records. */
  busyDays({ before, after }: Quiet): number {
    const days = new Set([...this.hours.keys()].map((hour) => Math.floor(hour / 24)));
    const all = [...days];
    const span = all.reduce((most, day) => Math.max(most, day)) - all.reduce((least, day) => Math.min(least, day)) + 1;
    const quiet = Math.max(0, Math.floor(after / (24 * HOUR)) - Math.floor(before / (24 * HOUR)) - 1);
    return days.size / (span - quiet);
  }

  private at(hour: number, made: CoveredHour): CoveredHour | undefined {
    const found = this.hours.get(hour);
    if (found) return found;
    if (this.hours.size >= LIMIT) {
      this.overflown = true;
      return undefined;
    }
    this.hours.set(hour, made);
    return made;
  }
}
