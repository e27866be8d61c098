/**
 * The spellings that keep addresses from being clicked, as regular expression sources. Every repetition is bounded and no
 * quantifier stands within another, so that matching stays linear on hostile text.
 */

/** `[.]` `(.)` `{.}` `<.>` `[dot]` `( dot )` with or without a space around, `[.` or `.]` alone, `\.`, the full stop of Chinese texts. */
export const MARKED_DOT =
  String.raw`(?: ?[\[({<] ?(?:\.|[dD][oO0][tT]|\x{2024}) ?[\])}>] ?|[\[({]\.|\.[\])}]|\\\.|\x{3002}|\x{FF0E})`.replace(
    /\\x\{([0-9A-F]{4})\}/g,
    '\\u$1',
  );
export const DOT = `(?:${MARKED_DOT}|\\.)`;
/** A bare word "dot" counts only beside another mark. */
export const SPOKEN_DOT = ' [dD][oO][tT] ';

/** `@`, `[@]`, `[at]`, `(at)`, `{at}`, `[@`, `@]`. */
export const MARKED_AT = String.raw`(?: ?[\[({<] ?(?:@|[aA][tT]) ?[\])}>] ?|[\[({]@|@[\])}])`;
export const AT = `(?:${MARKED_AT}|@)`;

/** http and its disguises: hxxp, hXXp, h00p, h**p, h__p, h–p, htxp, meow; ftp and fxp. */
export const SCHEME = String.raw`(?:[hH][tTxX*0_\u2010-\u2015-]{1,2}[pP][sS]?|[mM][eE][oO][wW]|[fF][tTxX][pP][sS]?|[sS][fF][tT][pP]|[wW][sS]{1,2}|[tT][cC][pP]|[uU][dD][pP])`;
/** `://`, `[:]//`, `[://]`, `:\/\/`, `[:]\\`, `[:][//]`, `:// ` with its slashes in brackets. */
export const SCHEME_END = String.raw`(?: ?(?:\[:\]|\(:\)|\{:\}|\[:|:\]|[:\uFF1A]) ?(?:\/\/|\\\/\\\/|\[\/\/\]|\[\/\]\[\/\]|\[\/\]\/|\\\\)| ?[\[({]:\/\/[\])}]|\[:\/\/|:\/\/\])`;

export const LABEL = String.raw`[\p{L}\p{N}](?:[\p{L}\p{N}_-]{0,61}[\p{L}\p{N}])?`;
export const OCTET = String.raw`(?:25[0-5]|2[0-4]\d|1\d\d|[1-9]?\d)`;

const ANY_DOT = new RegExp(`${MARKED_DOT}|${SPOKEN_DOT}`, 'gu');
const ANY_AT = new RegExp(MARKED_AT, 'gu');
const ANY_MARK = new RegExp(`${MARKED_DOT}|${MARKED_AT}`, 'u');

/** Whether an address carries a mark of defanging. */
export function isDefanged(written: string): boolean {
  return ANY_MARK.test(written) || /^\s*(?:h(?!tt)|meow|fx)/i.test(written);
}

/** The host or mail address that is meant, in lower case. */
export function refang(written: string): string {
  return written.replace(ANY_DOT, '.').replace(ANY_AT, '@').toLowerCase();
}

/** The scheme that is meant: `hxxps` → `https`, `h00p` → `http`. */
export function refangScheme(written: string): string {
  const scheme = written.toLowerCase();
  if (scheme === 'meow') return 'http';
  if (/^f[tx]ps?$/.test(scheme)) return scheme.replace('x', 't');
  if (scheme.startsWith('h')) return scheme.endsWith('s') ? 'https' : 'http';
  return scheme;
}
