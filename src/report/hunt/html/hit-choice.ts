import type { Sighting } from '../../../model/sighting.ts';
import type { HuntFigures } from '../figures.ts';
import { LEVELS, levelIndex } from '../levels.ts';
import { counted, number } from '../words.ts';

/**
 * Which hits a page of bounded size shows: all of the gravest levels as long as they fit; of the first level that does not fit,
 * the first hits of each rule, as many for each as there is room for; none of the levels below.
 */
export class HitChoice {
  /** Hits that will be taken. */
  readonly chosen: number;
  /** What is shown and what is not, in words; null when everything is shown. */
  readonly words: string | null;
  /** Levels before this one are taken whole. */
  private readonly cutLevel: number;
  /** Hits taken of each rule of the cut level. */
  private readonly ofEach: number;
  private readonly taken = new Map<string, number>();

  constructor({ levels, rules, hits }: HuntFigures, limit: number) {
    let room = limit;
    let cut = 0;
    while (cut < LEVELS.length && levels[cut]! <= room) room -= levels[cut++]!;
    this.cutLevel = cut;
    const ofLevel = rules.filter(({ level }) => levelIndex(level) === cut).map(({ hits }) => hits);
    this.ofEach = cut < LEVELS.length ? fairShare(ofLevel, room) : 0;
    this.chosen = limit - room + ofLevel.reduce((sum, hits) => sum + Math.min(hits, this.ofEach), 0);
    this.words = this.chosen >= hits ? null : this.inWords(hits);
  }

  takes({ rule }: Sighting): boolean {
    const level = levelIndex(rule.level);
    if (level !== this.cutLevel) return level < this.cutLevel;
    const before = this.taken.get(rule.id) ?? 0;
    if (before >= this.ofEach) return false;
    this.taken.set(rule.id, before + 1);
    return true;
  }

  private inWords(hits: number): string {
    const whole = LEVELS.slice(0, this.cutLevel);
    const parts = [
      ...(whole.length ? [`all of level ${whole.join(', ')}`] : []),
      ...(this.ofEach ? [`the first ${number(this.ofEach)} of each rule of level ${LEVELS[this.cutLevel]}`] : []),
    ];
    return `${number(this.chosen)} of ${counted(hits, 'hit')}: ${parts.join(' and ')}. The JSON lines and the CSV timeline have all.`;
  }
}

/** The largest number of hits that each rule may have so that all together fit into `room`. */
export function fairShare(counts: readonly number[], room: number): number {
  const sorted = [...counts].sort((a, b) => a - b);
  let left = room;
  for (const [i, count] of sorted.entries()) {
    const share = Math.floor(left / (sorted.length - i));
    if (count > share) return share;
    left -= count;
  }
  return sorted.at(-1) ?? 0;
}
