import type { MachineModel } from './model.ts';

/** Event of a state machine for a tag; hints come after all tags. */
const HINTS = 32;
/** How the model writes hints, and the event for anything else. */
const HINT = 1_080_000;
const OTHERWISE = '2070003';

/** Corrects tags where runs of them (or of words with hints of their own) fit a pattern; the longest from the left counts. */
export class Machine {
  private readonly width: number;
  /** By state and event, the next state; 0 for none. */
  private readonly next: Int16Array;
  /** By state, the final state it falls back to when nothing longer fits; 0 for none. */
  private readonly short: Int16Array;
  /** By state, the tag that a match gives; negative where any word takes it, 0 where the state is not final. */
  private readonly tag: Int8Array;
  /** By state, which word of the match is meant. */
  private readonly shift: Uint8Array;

  constructor([, last, next, final, marked]: MachineModel) {
    const events = Object.values(next).flatMap((row) => Object.keys(row).map(eventOf));
    this.width = Math.max(HINTS, ...events) + 1;
    this.next = new Int16Array((last + 1) * this.width);
    this.short = new Int16Array(last + 1);
    this.tag = new Int8Array(last + 1);
    this.shift = new Uint8Array(last + 1);
    for (const [state, row] of Object.entries(next))
      for (const [event, to] of Object.entries(row)) {
        if (event === OTHERWISE) this.short[Number(state)] = to;
        else if (eventOf(event) > 0) this.next[Number(state) * this.width + eventOf(event)] = to;
      }
    for (const [state, tag] of Object.entries(final)) this.tag[Number(state)] = Number(tag);
    for (const [state, [from]] of Object.entries(marked)) this.shift[Number(state)] = from;
  }

  /** Corrects `tags` of words; `hints` are the words' own, `may` the tags each can take as bits. Returns nothing: `tags` is changed. */
  correct(tags: Uint8Array, hints: Uint8Array, may: Uint32Array, count: number): void {
    const { next, width, tag, short } = this;
    const matches: number[] = [];
    for (let i = 0; i < count; i++) {
      let state = 0;
      let shorter = 0;
      let end = i;
      for (let k = i; ; k++) {
        const event = k >= count ? 0 : hints[k]! > 0 ? HINTS + hints[k]! : tags[k]!;
        state = event < width ? next[state * width + event]! : 0;
        if (tag[state] !== 0) {
          matches.push(i, state);
          end = k;
          break;
        }
        if (state === 0) {
          if (shorter) matches.push(i, shorter);
          break;
        }
        if (short[state]) {
          shorter = short[state]!;
          end = k;
        }
      }
      i = end;
    }
    for (let m = 0; m < matches.length; m += 2) {
      const state = matches[m + 1]!;
      const at = matches[m]! + this.shift[state]!;
      const given = tag[state]!;
      if (given < 0) tags[at] = -given;
      else if ((may[at]! >>> given) & 1) tags[at] = given;
    }
  }
}

const eventOf = (event: string): number => {
  const number = Number(event);
  if (event === OTHERWISE || !(number > 0)) return 0;
  return number > HINT ? HINTS + number - HINT : number;
};
