import { stableId } from '../../base/hash.ts';
import type { IndicatorType } from '../../model/indicator.ts';
import type { MatchedRule } from '../../model/sighting.ts';

/** Types of indicators that can be looked for in log records. */
export const WATCHED_TYPES = [
  'ipv4',
  'ipv6',
  'domain',
  'url',
  'email',
  'md5',
  'sha1',
  'sha256',
  'file-name',
] as const satisfies readonly IndicatorType[];
export type WatchedType = (typeof WATCHED_TYPES)[number];

/** Something to look for: refanged and lower case, with what is known about it. */
export interface Watched {
  readonly type: WatchedType;
  readonly value: string;
  /** Where it comes from, for the hit: a list's name, a STIX name, a document's title. */
  readonly note: string;
  /** The documents of the ledger that name it, by their ids; the first few of many. */
  readonly documents?: readonly string[];
}

const WATCHED: ReadonlySet<string> = new Set(WATCHED_TYPES);

/** An indicator whose type is known, so that any file name and any domain is taken at its word; null for what logs cannot hold. */
export function watchedAs(type: string, written: string, note = ''): Watched | null {
  const value = written.trim().toLowerCase();
  if (!isWatchedType(type) || value.length < 4) return null;
  if (type === 'file-name' || type === 'domain') return { type, value: value.replace(/\.$/, ''), note };
  if (type === 'ipv6') {
    const address = canonicalIpv6(value);
    return address === null ? null : { type, value: address, note };
  }
  const seen = watchedOf(value, note);
  return seen?.type === type ? seen : null;
}

function isWatchedType(type: string): type is WatchedType {
  return WATCHED.has(type);
}

/** Tells the type of one indicator as people write it in lists (already refanged); null for anything else. */
export function watchedOf(written: string, note = ''): Watched | null {
  const value = written.trim().toLowerCase();
  for (const [type, pattern] of SHAPES)
    if (pattern.test(value)) {
      const normal = type === 'domain' ? value.replace(/\.$/, '') : type === 'ipv6' ? canonicalIpv6(value) : value;
      return normal === null ? null : { type, value: normal, note };
    }
  return null;
}

const BYTE = '(?:25[0-5]|2[0-4]\\d|1\\d\\d|[1-9]?\\d)';

/** In this order: a domain looks like a file name, so endings that only files have come first. */
const SHAPES: readonly (readonly [WatchedType, RegExp])[] = [
  ['sha256', /^[0-9a-f]{64}$/],
  ['sha1', /^[0-9a-f]{40}$/],
  ['md5', /^[0-9a-f]{32}$/],
  ['ipv4', new RegExp(`^${BYTE}(?:\\.${BYTE}){3}$`)],
  ['ipv6', /^(?=.*:.*:)[0-9a-f:]+(?:\d+\.\d+\.\d+\.\d+)?$/],
  ['url', /^(?:https?|ftp):\/\/[^\s/]+\S*$/],
  ['email', /^[^\s@,;"<>]+@[a-z0-9-]+(?:\.[a-z0-9-]+)+$/],
  [
    'file-name',
    /^[^\\/:*?"<>|\r\n]{1,200}\.(?:exe|dll|sys|scr|bat|cmd|ps1|vbs|vbe|js|jse|wsf|hta|lnk|msi|cpl|ocx|drv|jar|py|sh|elf|bin|dat|tmp|doc[xm]?|xls[xmb]?|ppt[xm]?|rtf|pdf|hwpx?|zip|rar|7z|iso|img|vhdx?|cab|chm|one|php|aspx?|jspx?)$/,
  ],
  ['domain', /^(?=.{4,253}$)(?:[a-z0-9_](?:[a-z0-9_-]{0,61}[a-z0-9])?\.)+(?:[a-z]{2,63}|xn--[a-z0-9-]+)\.?$/],
];

/** The one spelling of an IPv6 address that lookups use (RFC 5952), null for what is none. */
export function canonicalIpv6(written: string): string | null {
  try {
    return new URL(`http://[${written}]/`).hostname.slice(1, -1);
  } catch {
    return null;
  }
}

/** An indicator as outputs show it, beside rules. */
export function indicatorRule({ type, value, note, documents = [] }: Watched): MatchedRule {
  return {
    id: stableId('indicator', type, value),
    title: `Indicator: ${value}${note ? ` (${note})` : ''}`,
    level: 'high',
    status: 'stable',
    tags: [`indicator.${type}`, ...documents.map((id) => `document.${id}`)],
  };
}
