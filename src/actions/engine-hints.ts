import { setFlagsFromString } from 'node:v8';

/**
 * Each thread compiles the program for itself, which for a few hundred documents is a good part of the work. The engine does so
 * four times as late here, when it is surer of what is worth it: a twelfth less computing. Flags of the heap and of patterns
 * must not be changed in a running engine: with them one run in about ten ended with a fault of memory.
 */
const LATER = '--interrupt-budget=300000';

/** Tells the engine what reading many documents is like, for the whole process. Only a hint: engines without it go on. */
export function hintEngine(): void {
  setFlagsFromString(LATER);
}
