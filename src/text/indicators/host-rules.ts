import { parse } from 'tldts';
import { isDefanged, refang } from './defang.ts';
import {
  CODE_ROOTS,
  DOS_PROGRAMS,
  ENDINGS,
  EXTRA_SUFFIXES,
  FIELD_LEAVES,
  FIELD_ROOTS,
  PACKAGE_ROOTS,
  PRODUCTS,
  TLD_ENDINGS,
} from './names.ts';

export type HostVerdict = 'domain' | 'file-name' | null;

/**
 * What dotted words are: a domain, a file name, or neither (a namespace, a field path, a version, two sentences without a
 * space). `written` as in the text; `certain` when something else says that it is a host (a scheme, defanging).
 */
export function hostVerdict(written: string, certain: boolean): HostVerdict {
  const name = refang(written);
  const labels = name.split('.');
  const suffix = labels.at(-1)!;
  if (labels.length < 2 || labels.some((label) => label === '')) return null;
  if (isAddress(name)) return null;
  const known = knownSuffix(name);
  if (certain) return known || EXTRA_SUFFIXES.has(suffix) ? 'domain' : null;
  if (PRODUCTS.has(name)) return null;
  const ending = ENDINGS.has(suffix);
  if (!known)
    return ending && isFileStem(labels)
      ? 'file-name'
      : EXTRA_SUFFIXES.has(suffix) && suffix === 'onion'
        ? 'domain'
        : null;
  if (DOS_PROGRAMS.has(name)) return 'file-name';
  if (ending && TLD_ENDINGS.get(suffix) === 'file' && labels[0] !== 'www') return 'file-name';
  return isCode(written, labels) ? null : 'domain';
}

/** Whether dots join four numbers of 0 to 255. */
export function isAddress(name: string): boolean {
  return /^(?:\d{1,3}\.){3}\d{1,3}$/.test(name);
}

function knownSuffix(name: string): boolean {
  const { publicSuffix, isIcann, isPrivate, domain, hostname } = parse(name, {
    allowPrivateDomains: true,
    validateHostname: false,
  });
  if (!hostname || !publicSuffix) return false;
  return (isIcann === true && domain !== null) || isPrivate === true;
}

function isFileStem(labels: readonly string[]): boolean {
  return /[\p{L}\p{N}]/u.test(labels[0]!);
}

/** Namespaces, packages, field paths, members, and two sentences without a space between. */
function isCode(written: string, labels: readonly string[]): boolean {
  const raw = written.split('.');
  const last = raw.at(-1)!;
  const first = labels[0]!;
  if (!isDefanged(written) && labels.some((label) => DETECTION_LABELS.has(label))) return true;
  if (/^\p{Lu}\p{Ll}/u.test(last) && !isDefanged(written)) return true;
  if (last === 'NET' && /^[A-Z]{2,4}$/.test(raw[0]!)) return true;
  // Letters in random case are encoded data; names have at most one capital within.
  if (raw.slice(0, -1).some((part) => /[a-z][A-Z]{2}|[a-z][A-Z][a-z]+[A-Z][a-z]+[A-Z]/.test(part))) return true;
  if (raw.some((part) => /_/.test(part)) && labels.length === 2) return true;
  if (labels.length > 2 && PACKAGE_ROOTS.has(first)) return true;
  if (labels.length === 2 && CODE_ROOTS.has(first) && !PLAIN_SUFFIXES.has(labels[1]!)) return true;
  if (FIELD_ROOTS.has(first) && FIELD_LEAVES.has(labels.at(-1)!)) return true;
  if (/[a-z][A-Z]/.test(raw.slice(0, -1).join('')) && labels.length > 2 && FIELD_LEAVES.has(labels.at(-1)!))
    return true;
  const stem = labels.slice(0, -1);
  if (stem.every((label) => /^\d+$/.test(label)))
    return !(stem.length === 1 && stem[0]!.length >= 3 && /^(?:com|net|org|cn)$/.test(labels[1]!));
  return labels.length === 2 && stem[0]!.length === 1 && !SHORT_HOSTS.has(labels.join('.'));
}

/** Parts of the names that virus scanners give: "Win64.Trojan.be", "BehavesLike.Win32.Generic.cz". */
const DETECTION_LABELS: ReadonlySet<string> = new Set(
  'behaveslike heur msil win32 win64 linux32 linux64 trojan backdoor ransom generic malware'.split(' '),
);

/** Suffixes that are no member or class of anything. */
const PLAIN_SUFFIXES = new Set(['com', 'net', 'org', 'ru', 'cn']);
const SHORT_HOSTS = new Set(['t.co', 't.me', 'x.com', 'g.co', 'a.co', 'z.cn']);
