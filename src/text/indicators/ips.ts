import type { Span } from '../../base/span.ts';
import { DOT, isDefanged, OCTET, refang } from './defang.ts';
import { before, type Candidate, type Family } from './family.ts';
import { RESOLVERS } from './reserved.ts';
import { matchesIn } from './windows.ts';
import type { Zones } from './zones.ts';

/** IPv4 and IPv6 addresses and networks; four numbers that are a version, a section or a telephone number are left out. */
export const ips: Family = {
  id: 'ips',
  *find(text, zones, windows) {
    yield* four(text, zones, windows);
    if (text.includes(':')) yield* six(text, windows);
  },
};

const IPV4 = new RegExp(
  `(?<![\\p{L}\\p{N}_+§])(?<![\\p{N}][.,-])(?<!\\p{L}[/.])${OCTET}(?:${DOT}${OCTET}){3}(?![\\p{L}\\p{N}_])(?!${DOT}\\d)(?!-\\p{L})`,
  'gu',
);
const NETWORK = /^\/(?:[89]|[12]\d|3[0-2])(?!\d)/;

/** Words before four numbers that say what they are. */
const SAYS_VERSION =
  /(?:\b(?:versions?|ver|v|builds?|releases?|rev(?:ision)?|firmware|sections?|sec|chapter|clause|appendix|annex|figure|fig|table|step|oid|asn\.1|updates?|patch(?:es)?|hotfix|sp|kernel|driver|agent|tel|telephone|phone|fax|call|mobile|cell|dial|before|prior to|through|upgrade to|fixed in)\.?|§)\s*[:#=]?\s*["(]?$/i;
const SAYS_PRODUCT =
  /\b(?:libreoffice|openoffice|chrome|chromium|firefox|edge|safari|opera|acrobat|reader|flash|player|java|jre|jdk|openssl|exchange|outlook|office|windows|ios|ipados|macos|android|linux|php|python|node|wordpress|joomla|drupal|confluence|jira|mysql|postgresql|oracle|weblogic|coldfusion|apache|tomcat|nginx|iis|sql server|vcenter|esxi|fortios|pan-os|junos|asa|teamviewer|anydesk|zoom|winrar|7-zip|vlc|putty|webkit|applewebkit|gecko|trident|mozilla|framework|toolkit|client|plugin|module|engine|sdk|app)\W{1,3}(?:version |v)?$/i;
const SAYS_ADDRESS =
  /\b(?:ips?|ipv4|address(?:es)?|hosts?|servers?|c2|c&c|cnc|nodes?|proxy|proxies|beacon(?:s|ed|ing)?|connect(?:s|ed|ing|ions?)?|resolv(?:es?|ed|ing)|scans?|port|network|subnet|relay|relays|infrastructure|traffic|login|logged in|vpn|tor|at|from|via)\b[^.\n]{0,24}$/i;
/** Versions and sections mostly count in small steps. */
const SMALL = 30;

function* four(text: string, zones: Zones, windows: readonly Span[]): Generator<Candidate> {
  for (const m of matchesIn(text, windows, IPV4)) {
    const written = m[0];
    const value = refang(written);
    const defanged = isDefanged(written);
    if (!defanged && !isPlausible(text, m.index, value, zones)) continue;
    const end = m.index + written.length;
    const network = NETWORK.exec(text.slice(end, end + 4))?.[0] ?? '';
    yield { type: 'ipv4', value: value + network, start: m.index, end: end + network.length, defanged };
  }
}

function isPlausible(text: string, start: number, value: string, zones: Zones): boolean {
  const words = before(text, start, 48).replace(/\s+/g, ' ');
  if (SAYS_VERSION.test(words)) return false;
  const addressed = SAYS_ADDRESS.test(words) || zones.at(start) === 'indicators';
  if (SAYS_PRODUCT.test(words) && !/\b(?:server|client|app)\W{1,3}$/i.test(words)) return false;
  const parts = value.split('.').map(Number);
  if (RESOLVERS.has(value) || parts[0] === 127 || parts[0] === 10 || value === '0.0.0.0')
    return !isSectionStart(text, start, value, zones);
  const small = parts.every((part) => part < SMALL);
  if (small && !addressed) return false;
  if (isSectionStart(text, start, value, zones) && small) return false;
  // "Player 32.0.0.101": a name in front and zeros in the middle.
  return !(parts[1]! < 10 && parts[2]! < 10 && !addressed && /(?:^|\s)\p{Lu}[\p{L}\d]+ $/u.test(words));
}

/** "1.2.3.4 Scope of the test" opens a section. */
function isSectionStart(text: string, start: number, value: string, zones: Zones): boolean {
  const opens = zones.startsBlock(start) || text[start - 1] === '\n';
  return (
    opens &&
    /^ {1,3}\p{Lu}\p{Ll}/u.test(text.slice(start + value.length, start + value.length + 8)) &&
    !/^(?:127|10)\./.test(value)
  );
}

const IPV6 =
  /(?<![\p{L}\p{N}_:.])(?:(?:[0-9a-fA-F]{1,4}|)(?:\[:\]|:)){2,8}(?:(?:\d{1,3}\.){3}\d{1,3}|[0-9a-fA-F]{0,4})(?![\p{L}\p{N}_]|:[\p{L}\p{N}])/gu;
const NETWORK6 = /^\/\d{1,3}(?!\d)/;

function* six(text: string, windows: readonly Span[]): Generator<Candidate> {
  for (const m of matchesIn(text, windows, IPV6)) {
    const written = m[0];
    const plain = written.replaceAll('[:]', ':').toLowerCase();
    const groups = plain.split(':').filter(Boolean);
    if (groups.length < 2 && plain !== '::1') continue;
    // "dead::beef" without a figure is code more often than an address; times have no double colon and too few groups.
    if (!/\d/.test(plain)) continue;
    if (!isIpv6(plain)) continue;
    const end = m.index + written.length;
    const network = NETWORK6.exec(text.slice(end, end + 5))?.[0] ?? '';
    yield {
      type: 'ipv6',
      value: plain + network,
      start: m.index,
      end: end + network.length,
      defanged: written !== plain && written.includes('['),
    };
  }
}

function isIpv6(value: string): boolean {
  try {
    return new URL(`http://[${value}]/`).hostname.length > 2;
  } catch {
    return false;
  }
}
