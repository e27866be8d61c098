/** The last part of a path or of an address, for people; the whole where there is none. */
export function fileName(path: string): string {
  return /[^/\\]+(?=[/\\]*$)/.exec(path)?.[0] ?? path;
}
