/** A generator of uniform numbers in [0, 1). */
export type Random = () => number;

/** Deterministic numbers from a seed (mulberry32): the same question gives the same answer on every machine. */
export function seeded(seed: number): Random {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let t = state;
    t = Math.imul(t ^ (t >>> 15), t | 1);
    t ^= t + Math.imul(t ^ (t >>> 7), t | 61);
    return ((t ^ (t >>> 14)) >>> 0) / 4294967296;
  };
}

/** Puts the first `take` places of an array in random order drawn from all of it (Fisher and Yates). Changes the array. */
export function shuffleFirst(values: Int32Array | Float64Array, take: number, random: Random): void {
  for (let i = 0; i < take; i++) {
    const j = i + Math.floor(random() * (values.length - i));
    const held = values[i]!;
    values[i] = values[j]!;
    values[j] = held;
  }
}
