import type { Hit } from './hit.ts';

/**
 * Drops hits that a thread has already handed on for an earlier file, so that a hundred copies of a log do not send a hundred
 * times the hits. It only saves work: which copy counts in the end is decided where all hits come together.
 */
export class SeenCopies {
  /** Hits that were dropped. */
  dropped = 0;
  private readonly first = new Map<number, number>();
  private readonly limit: number;

  /** `limit`: hits that are remembered; beyond that all are handed on. */
  constructor(limit = 250_000) {
    this.limit = limit;
  }

  /** Those of the hits that are not known from the same or an earlier file. */
  without(hits: readonly Hit[]): readonly Hit[] {
    const kept = hits.filter((hit) => this.isNew(hit));
    this.dropped += hits.length - kept.length;
    return kept;
  }

  private isNew({ copy, file }: Hit): boolean {
    if (copy === 0) return true;
    const known = this.first.get(copy);
    if (known !== undefined && known <= file) return false;
    if (known !== undefined || this.first.size < this.limit) this.first.set(copy, file);
    return true;
  }
}
