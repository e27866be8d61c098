/**
 * Texts by which a rule may look for a part of a request: as logged, and with its percent signs resolved (once), without
 * repetitions. One text if they are the same, null if there is none.
 */
export function uriTexts(...logged: readonly (string | null)[]): string | readonly string[] | null {
  const texts: string[] = [];
  for (const text of logged) {
    if (text === null) continue;
    if (!texts.includes(text)) texts.push(text);
    const resolved = text.includes('%') ? resolvePercent(text) : text;
    if (!texts.includes(resolved)) texts.push(resolved);
  }
  return texts.length > 1 ? texts : (texts[0] ?? null);
}

/** `%2e%2e` is `..`; what is no escape stays. */
function resolvePercent(text: string): string {
  return text.replace(/(?:%[0-9a-fA-F]{2})+/g, (run) => Buffer.from(run.replaceAll('%', ''), 'hex').toString());
}

/** A request target in its parts; null where it has none. */
export function splitTarget(target: string): { readonly stem: string; readonly query: string | null } {
  const at = target.indexOf('?');
  return at < 0 ? { stem: target, query: null } : { stem: target.slice(0, at), query: target.slice(at + 1) };
}

/** Texts of a header: as logged, and with the escapes that the server put into its log resolved. */
export function headerTexts(text: string | null): string | readonly string[] | null {
  if (text === null || !text.includes('\\')) return text;
  const resolved = text.replace(/\\(?:x([0-9a-fA-F]{2})|(["\\]))/g, (_, code: string | undefined, plain: string) =>
    code === undefined ? plain : String.fromCharCode(Number.parseInt(code, 16)),
  );
  return resolved === text ? text : [text, resolved];
}
