import type { Span } from '../../base/span.ts';

const NAME = '"?[A-Z][\\w&.-]*"?(?: "?[A-Z0-9][\\w&.-]*"?){0,3}';
const ALSO =
  '(?:(?:which is |who are |that is |is |are )?(?:also|otherwise|previously|formerly|better|variously|commonly|sometimes) (?:known|tracked|referred to|dubbed|identified|called|named)(?: (?:as|by))?|known (?:variously |also )?as|a\\.?k\\.?a\\.?|alias)';
const ALIAS = new RegExp(
  `(?:\\b(?:[Tt]he|[Aa]) (?:\\w+[ -]){0,4}?(?:group|gang|actors?|hackers|team|campaign)|${NAME}),? \\(?${ALSO} ${NAME}(?:(?:,|,? (?:and|or)) ${NAME})*\\)?`,
  'g',
);

/** Stretches of a clause (ASCII quotes) that set two names side by side: "APT10, also known as Stone Panda". */
export function aliasAsides(clause: string): Span[] {
  return [...clause.matchAll(ALIAS)].map((found) => ({ start: found.index, end: found.index + found[0].length }));
}

/** The clause with those stretches blanked, so that the rest can be judged by itself; the length stays. */
export function without(clause: string, asides: readonly Span[]): string {
  let out = clause;
  for (const { start, end } of asides) {
    const name = /^\S+(?: [A-Z]\S*)*/.exec(clause.slice(start, end))?.[0] ?? '';
    out = `${out.slice(0, start + name.length)}${' '.repeat(Math.max(0, end - start - name.length))}${out.slice(end)}`;
  }
  return out;
}
