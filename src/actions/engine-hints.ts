import { setFlagsFromString } from 'node:v8';

/**
 * Each thread compiles the program for itself, which for a few hundred documents is a good part of the work. The engine does so
 * four times as late here, when it is surer of what is worth it: a twelfth less computing.
 */
const LATER = '--interrupt-budget=300000';

/**
 * What the tables leave behind while a thread builds them is collected a few times, not twenty: the young generation begins at
 * the size it comes to anyway. For threads that are started afterwards.
 */
const ROOMY = '--min-semi-space-size=16';

/** Of several hundred patterns nearly all are used again: they are compiled once, not first for an interpreter. */
const ONCE = '--no-regexp-tier-up';

/** Tells the engine what reading many documents is like, for the whole process. Only hints: engines without them go on. */
export function hintEngine(): void {
  for (const hint of [LATER, ROOMY, ONCE]) setFlagsFromString(hint);
}
