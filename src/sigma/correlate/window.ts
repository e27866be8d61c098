import { type Entry, MOST_REFS } from './hits.ts';

/** The hits of the last so many milliseconds, oldest first. Taking one off the front costs next to nothing. */
export class Window<Ref> {
  private entries: Entry<Ref>[] = [];
  private start = 0;
  /** Before this index refs were let go of. */
  private bare = 0;
  private held = 0;

  get size(): number {
    return this.entries.length - this.start;
  }

  get first(): Entry<Ref> | undefined {
    return this.entries[this.start];
  }

  list(): readonly Entry<Ref>[] {
    return this.start === 0 ? this.entries : this.entries.slice(this.start);
  }

  add(entry: Entry<Ref>): void {
    this.entries.push(entry);
    this.held += entry.refs.length;
    while (this.held > MOST_REFS && this.bare < this.entries.length - 1) {
      const old = this.entries[this.bare++]!;
      this.held -= old.refs.length;
      old.refs = [];
    }
  }

  /** Drops what happened before `time` and tells of each. */
  evict(time: number, gone: (entry: Entry<Ref>) => void): void {
    while (this.start < this.entries.length && this.entries[this.start]!.time < time) {
      const entry = this.entries[this.start++]!;
      if (this.bare < this.start) {
        this.bare = this.start;
        this.held -= entry.refs.length;
      }
      gone(entry);
    }
    if (this.start > 64 && this.start * 2 > this.entries.length) {
      this.entries = this.entries.slice(this.start);
      this.bare = Math.max(0, this.bare - this.start);
      this.start = 0;
    }
  }
}
