/** Sets that are joined two by two (union-find with halved paths; the lower number leads). */
export class Sets {
  readonly #parent: Int32Array;

  constructor(size: number) {
    this.#parent = Int32Array.from({ length: size }, (_, i) => i);
  }

  find(at: number): number {
    const parent = this.#parent;
    let i = at;
    while (parent[i] !== i) {
      parent[i] = parent[parent[i]!]!;
      i = parent[i]!;
    }
    return i;
  }

  /** Gives the leader of the joined set. */
  join(a: number, b: number): number {
    const [x, y] = [this.find(a), this.find(b)];
    const [low, high] = x < y ? [x, y] : [y, x];
    this.#parent[high] = low;
    return low;
  }

  same(a: number, b: number): boolean {
    return this.find(a) === this.find(b);
  }

  /** Takes members apart again; every set has to be given whole. */
  reset(members: Iterable<number>): void {
    for (const member of members) this.#parent[member] = member;
  }
}
