import { getDomain, parse } from 'tldts';
import type { DocumentFacts } from '../../model/document.ts';
import type { IndicatorRole } from '../../model/indicator.ts';
import { before, type Candidate } from './family.ts';
import { SYSTEM_FILES } from './names.ts';
import { isReservedIpv4, isReservedIpv6, RESOLVERS } from './reserved.ts';
import { EMPTY_FILE, EXAMPLE_SUFFIXES, EXAMPLES, HOSTING, WELL_KNOWN } from './well-known.ts';
import type { Zones } from './zones.ts';

export interface Judgement {
  readonly role: IndicatorRole;
  readonly reason: string | null;
}

export interface RoleContext {
  readonly text: string;
  readonly zones: Zones;
  /** Registrable domain and bare name of whoever published the document. */
  readonly owner: Owner;
}

export interface Owner {
  readonly domain: string | null;
  readonly name: string | null;
}

const INDICATOR: Judgement = { role: 'indicator', reason: null };
const judged = (role: IndicatorRole, reason: string): Judgement => ({ role, reason });

/** What a mention is for, with the reason where it is not something to look for. Nothing is left out. */
export function roleOf(candidate: Candidate, context: RoleContext): Judgement {
  const { type, value } = candidate;
  if (type === 'ipv4' || type === 'ipv6') return addressRole(type, value);
  if (type === 'url' || type === 'domain' || type === 'email') return hostRole(candidate, context);
  if (type === 'file-name' && SYSTEM_FILES.has(value.toLowerCase())) return judged('benign', 'well-known');
  if (type === 'file-path' && isSystemPath(value.toLowerCase())) return judged('benign', 'well-known');
  if (EMPTY_FILE.has(value)) return judged('benign', 'empty-file');
  return INDICATOR;
}

/** Who published a document, as far as its facts tell. */
export function ownerOf({ url, publisher }: DocumentFacts): Owner {
  const name = (publisher ?? '')
    .toLowerCase()
    .replace(/^the\s+/, '')
    .replace(/[^\p{L}\p{N}]/gu, '');
  return { domain: url ? getDomain(url) : null, name: name.length >= 3 ? name : null };
}

function addressRole(type: 'ipv4' | 'ipv6', value: string): Judgement {
  if (type === 'ipv4' ? isReservedIpv4(value) : isReservedIpv6(value)) return judged('benign', 'reserved-range');
  return RESOLVERS.has(value) ? judged('benign', 'well-known') : INDICATOR;
}

function hostRole(candidate: Candidate, { text, zones, owner }: RoleContext): Judgement {
  const host = hostOf(candidate);
  if (/^[\d.]+$/.test(host) || host.startsWith('['))
    return addressRole(host.startsWith('[') ? 'ipv6' : 'ipv4', host.replace(/[[\]]/g, ''));
  const { domain, domainWithoutSuffix } = parse(host, { allowPrivateDomains: false });
  const site = domain ?? host;
  if (EXAMPLES.has(site) || EXAMPLE_SUFFIXES.has(host.slice(host.lastIndexOf('.') + 1)))
    return judged('benign', 'reserved-name');
  if (site === owner.domain || isNamedAfter(owner.name, domainWithoutSuffix)) return judged('reference', 'publisher');
  const path = pathOf(candidate);
  const known = WELL_KNOWN.has(site) || WELL_KNOWN.has(host);
  if (candidate.type === 'email' && !candidate.defanged && isContact(candidate, host, text))
    return judged('reference', 'contact');
  if (candidate.type === 'email')
    return known && !candidate.defanged && !FREE_MAIL.has(site) ? judged('benign', 'well-known') : INDICATOR;
  const hostile = candidate.defanged || zones.at(candidate.start) === 'indicators';
  if (HOSTING.has(site) && path.length > 1) return hostile ? INDICATOR : judged('reference', 'citation');
  if (known)
    return path.length > 1 && !candidate.defanged ? judged('reference', 'citation') : judged('benign', 'well-known');
  if (HOSTING.has(site)) return judged('benign', 'well-known');
  if (candidate.type === 'url' && !candidate.defanged && isCitation(candidate, path, text, zones))
    return judged('reference', 'citation');
  return INDICATOR;
}

function isSystemPath(path: string): boolean {
  if (
    /^\/(?:usr\/)?s?bin\/(?:ba|z|k|da)?sh$|^\/dev\/(?:null|tcp|u?random|shm|zero)$|^\/etc\/(?:passwd|shadow|hosts|crontab)$/.test(
      path,
    )
  )
    return true;
  const folder = /^(?:c:|%(?:systemroot|windir)%)\\(?:windows\\)?(?:system32|syswow64)\\([^\\]+)$/.exec(path)?.[1];
  return folder !== undefined && SYSTEM_FILES.has(folder);
}

const FREE_MAIL = new Set(
  'gmail.com outlook.com live.com yahoo.com icloud.com mail.ru yandex.ru yandex.com qq.com naver.com daum.net'.split(
    ' ',
  ),
);

function hostOf({ type, value }: Candidate): string {
  if (type === 'domain') return value;
  if (type === 'email') return value.slice(value.lastIndexOf('@') + 1);
  const rest = value.replace(/^[a-z]+:\/\//, '').split(/[/?#]/)[0]!;
  return rest.slice(rest.lastIndexOf('@') + 1).replace(/:\d+$/, '');
}

function pathOf({ type, value }: Candidate): string {
  return type === 'url' ? value.replace(/^[a-z]+:\/\//, '').replace(/^[^/?#]*/, '') : '';
}

function isNamedAfter(name: string | null, label: string | null): boolean {
  if (!name || !label) return false;
  const plain = label.replace(/[^\p{L}\p{N}]/gu, '');
  return plain === name || plain === `the${name}`;
}

const CITES =
  /(?:\]\(|\bsee(?: also)?:?|\bsource:?|\bvia:?|\bavailable (?:at|from|here):?|\bretrieved from:?|\baccessed(?: at)?:?|\bread more(?: at)?:?|\breference:?|\[\d{1,3}\]:?|^\s{0,3}\d{1,3}[.)]?|\bblog(?: post)?:?|\breport:?|\barticle:?)\s{0,2}[<(]?$/i;
const ARTICLE_PATH =
  /\/(?:19|20)\d\d\/\d{1,2}\/|(?:\/[\w%]+(?:-[\w%]+){3,}|\/(?:blogs?|news|articles?|research|reports?|press|advisor(?:y|ies)|wp-content\/uploads|publications?|resources|wiki|docs)\/)/i;

const CONTACT = /\b(?:contact|reach|e-?mail|write to|report|notify|call)\b[^.\n]{0,60}$/i;
const GOVERNMENT = /(?:^|\.)(?:gov|mil|govt|gob|gouv|gc)(?:\.[a-z]{2})?$/;

/** Where an authority asks its readers to write to; extortionists, too, write "contact us at", so only theirs. */
function isContact({ start }: Candidate, host: string, text: string): boolean {
  return GOVERNMENT.test(host) && CONTACT.test(before(text, start, 80));
}

/** A live link in the running text that reads like a source. */
function isCitation({ start, end }: Candidate, path: string, text: string, zones: Zones): boolean {
  const zone = zones.at(start);
  // A picture of a Markdown document is the document's own.
  if (zone === 'references' || /!\[[^\]\n]{0,200}\]\($/.test(before(text, start, 210))) return true;
  if (zone === 'indicators') return false;
  return (
    CITES.test(before(text, start, 40)) ||
    /^[\s,.]{0,3}[([]?(?:last )?(?:accessed|retrieved|visited)\b/i.test(text.slice(end, end + 30)) ||
    (ARTICLE_PATH.test(path) && !/\.(?:exe|dll|php|zip|rar|hta|ps1|bin|dat|js)\b/i.test(path))
  );
}
