import { AT, DOT, isDefanged, LABEL, refang } from './defang.ts';
import type { Family } from './family.ts';
import { hostVerdict } from './host-rules.ts';
import { matchesIn } from './windows.ts';

/** Mail addresses, plain or as `name[at]host[.]tld`. */
export const mails: Family = {
  id: 'mails',
  *find(text, _, windows) {
    for (const m of matchesIn(text, windows, MAIL)) {
      const host = m[2]!;
      if (hostVerdict(refang(host), true) !== 'domain') continue;
      yield {
        type: 'email',
        value: refang(m[0]),
        start: m.index,
        end: m.index + m[0].length,
        defanged: isDefanged(m[0]),
      };
    }
  },
};

const MAIL = new RegExp(
  `(?<![\\p{L}\\p{N}_.+%-])([\\p{L}\\p{N}_](?:[\\p{L}\\p{N}_.+%-]|\\[\\.\\]){0,63})${AT}(${LABEL}(?:${DOT}${LABEL}){1,8})(?![\\p{L}\\p{N}_])`,
  'gu',
);
