/** Windows that wait for their end, soonest first: a binary heap. */
export class Closings<T> {
  private readonly heap: { readonly end: number; readonly order: number; readonly item: T }[] = [];
  private count = 0;

  add(end: number, item: T): void {
    const { heap } = this;
    let at = heap.push({ end, order: this.count++, item }) - 1;
    while (at > 0) {
      const above = (at - 1) >> 1;
      if (!this.before(at, above)) break;
      [heap[at], heap[above]] = [heap[above]!, heap[at]!];
      at = above;
    }
  }

  /** Takes the window that ends first, if it ends before `time`. */
  take(time: number): T | null {
    const { heap } = this;
    const first = heap[0];
    if (first === undefined || first.end >= time) return null;
    const last = heap.pop()!;
    if (heap.length > 0) {
      heap[0] = last;
      for (let at = 0; ; ) {
        let least = at;
        for (const below of [2 * at + 1, 2 * at + 2])
          if (below < heap.length && this.before(below, least)) least = below;
        if (least === at) break;
        [heap[at], heap[least]] = [heap[least]!, heap[at]!];
        at = least;
      }
    }
    return first.item;
  }

  private before(a: number, b: number): boolean {
    const { heap } = this;
    return heap[a]!.end - heap[b]!.end < 0 || (heap[a]!.end === heap[b]!.end && heap[a]!.order < heap[b]!.order);
  }
}
