/** Builds a set of words from a string of them. */
export const words = (list: string): ReadonlySet<string> => new Set(list.trim().split(/\s+/));
