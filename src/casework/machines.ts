/**
 * What to call each machine. Records name one now by its full name and now by its short one. A short name that one full name has stands
 * for it, so that both are one machine; where two domains have the short name, each machine goes by its full name, and the short name
 * alone, which could be either, by itself, unless a machine of one of the two domains says it.
 */
export class Machines {
  private readonly byShort = new Map<string, Set<string>>();

  /** `names` are all names that records give to machines. */
  constructor(names: Iterable<string>) {
    for (const name of names) {
      const full = name.toUpperCase();
      const short = shortName(full);
      const fulls = this.byShort.get(short) ?? new Set();
      if (full !== short) fulls.add(full);
      this.byShort.set(short, fulls);
    }
  }

  /** `by` is the machine whose record names it: a short name means the machine of the same domain, where there is one. */
  name(given: string, by = ''): string {
    const short = shortName(given);
    const fulls = this.byShort.get(short);
    if (fulls === undefined || fulls.size < 2) return short;
    const full = given.toUpperCase();
    const near = short + by.toUpperCase().slice(shortName(by).length);
    return full === short && fulls.has(near) ? near : full;
  }

  /** The machine that goes by a name; undefined where none is known to. */
  find(given: string): string | undefined {
    const full = given.toUpperCase();
    const fulls = this.byShort.get(shortName(full));
    if (fulls === undefined) return undefined;
    return full === shortName(full) || fulls.has(full) ? this.name(full) : undefined;
  }
}

/** A machine's name without its domain, in capitals: how records name it differs. */
export function shortName(name: string): string {
  const dot = name.indexOf('.');
  return (dot > 0 && !/^\d+(\.\d+){3}$/.test(name) ? name.slice(0, dot) : name).toUpperCase();
}
