/** The last part of a path, for a document without a title. */
export function fileName(path: string): string {
  return /[^/\\]+(?=[/\\]*$)/.exec(path)?.[0] ?? path;
}
