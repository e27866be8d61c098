import type { Span } from '../../base/span.ts';
import { DOT, isDefanged, LABEL, MARKED_DOT, OCTET, refang, refangScheme, SCHEME, SCHEME_END } from './defang.ts';
import type { Candidate, Family } from './family.ts';
import { hostVerdict, isAddress } from './host-rules.ts';
import { matchesIn } from './windows.ts';

/** Links with a scheme, and hosts with a path ("evil[.]example/gate.php"), written plainly or defanged. */
export const urls: Family = {
  id: 'urls',
  *find(text, _, windows) {
    yield* withScheme(text, windows);
    yield* withoutScheme(text, windows);
  },
};

const HOST = `(?:${OCTET}(?:${DOT}${OCTET}){3}(?![\\p{L}\\p{N}])|\\[[0-9a-fA-F:.]{2,45}\\]|${LABEL}(?:${DOT}${LABEL}){0,12})`;
const START = new RegExp(
  `(?<![\\p{L}\\p{N}])(${SCHEME})(${SCHEME_END}) ?((?:[\\w.~%-]{1,40}(?::[^\\s@/]{0,40})?@)?)(${HOST})((?:\\[?:\\]?\\d{1,5}(?!\\d))?)`,
  'gu',
);
const BARE = new RegExp(
  `(?<![\\p{L}\\p{N}_@/\\\\.-])(${OCTET}(?:${DOT}${OCTET}){3}|${LABEL}(?:${DOT}${LABEL}){1,12})((?:\\[?:\\]?\\d{1,5})?)(?=\\[?/)`,
  'gu',
);

function* withScheme(text: string, windows: readonly Span[]): Generator<Candidate> {
  let end = 0;
  for (const m of matchesIn(text, windows, START)) {
    // A link within the last one's path is not told again.
    if (m.index < end) continue;
    const [whole, scheme, , user, host, port] = m as unknown as [string, string, string, string, string, string];
    const name = refang(host);
    const known = isAddress(name) || name.startsWith('[') || hostVerdict(name, true) !== null;
    if (!known) continue;
    const tail = tailOf(text, m.index + whole.length);
    const value = `${refangScheme(scheme)}://${user}${name}${port.replace(/[[\]]/g, '')}${cleanTail(tail)}`;
    const written = whole + tail;
    end = m.index + written.length;
    yield {
      type: 'url',
      value,
      start: m.index,
      end: m.index + written.length,
      defanged: isDefanged(whole) || /[[({]:|:[\])}]/.test(whole),
    };
  }
}

/** Without a scheme a slash also joins alternatives ("and/or"), so the host has to be certain. */
function* withoutScheme(text: string, windows: readonly Span[]): Generator<Candidate> {
  for (const m of matchesIn(text, windows, BARE)) {
    const [whole, host, port] = m as unknown as [string, string, string];
    const defanged = isDefanged(host);
    const name = refang(host);
    if (isAddress(name) ? !defanged && !port : hostVerdict(host, defanged) !== 'domain') continue;
    const tail = tailOf(text, m.index + whole.length);
    // `/24` after an address is a network, a lone slash is no path, "a.com/b.com" are two hosts.
    if (/^\/(?:\d{1,2})?$/.test(tail) || tail.length < 2) continue;
    if (
      hostVerdict(tail.slice(1).split('/')[0] ?? '', false) === 'domain' &&
      !/\.(?:php|html?|js|aspx?|jsp|sh|py|zip)\b/.test(tail)
    )
      continue;
    yield {
      type: 'url',
      value: `${name}${port.replace(/[[\]]/g, '')}${cleanTail(tail)}`,
      start: m.index,
      end: m.index + whole.length + tail.length,
      defanged,
    };
  }
}

const MAX_TAIL = 2_000;
const TAIL = new RegExp(`^(?:\\[?/\\]?|[?#])[^\\s<>"“”‘’«»\`|\\u0000-\\u001f，。、；]{0,${MAX_TAIL}}`, 'u');
const CLOSING: Readonly<Record<string, string>> = { ')': '(', ']': '[', '}': '{' };

/** Path, query and fragment after a host, without the punctuation of the sentence around it. */
function tailOf(text: string, at: number): string {
  let tail = TAIL.exec(text.slice(at, at + MAX_TAIL + 8))?.[0] ?? '';
  // The next field of a list: "…/a.php,hxxp://…", "…/a','b", "…/a);".
  const next = /['"],|[,;](?=[a-z*0_–-]{2,5}(?:\[?:)|["'“])|\)[;,.](?=\S)|\]\(|\*\*|&(?:quot|lt|gt);/i.exec(tail);
  if (next) tail = tail.slice(0, next.index);
  if (!tail.includes('?')) tail = tail.split(/,(?!\d)/)[0]!;
  return trimTail(tail);
}

function trimTail(tail: string): string {
  const open = { '(': 0, '[': 0, '{': 0 } as Record<string, number>;
  let end = 0;
  // A closing bracket that nothing opened within the link belongs to the sentence.
  for (; end < tail.length; end++) {
    const c = tail[end]!;
    const opener = CLOSING[c];
    if (c in open) open[c]!++;
    else if (opener && open[opener]! > 0) open[opener]!--;
    else if (opener) break;
  }
  let cut = tail.slice(0, end);
  for (;;) {
    const shorter = cut.replace(/[.,;:!?'*·…–—]+$/, '').replace(/[[({]$/, '');
    if (shorter === cut) return cut;
    cut = shorter;
  }
}

const MARKED = new RegExp(MARKED_DOT, 'gu');

/** Marks within the path go too, and the escapes that Markdown puts before signs. */
function cleanTail(tail: string): string {
  return tail
    .replace(/\[\/\]/g, '/')
    .replace(MARKED, '.')
    .replace(/\\{1,2}([_*&#~.=-])/g, '$1');
}
