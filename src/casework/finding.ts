import type { Sighting } from '../model/sighting.ts';
import type { Machines } from './machines.ts';

/** A sighting on its way into a case, with the fields that tie it to others. */
export interface Finding {
  /** The record: `file#number`. */
  readonly ref: string;
  /** Milliseconds since 1970 UTC. */
  readonly time: number;
  /** The name the machine goes by, '' where the record does not tell. */
  readonly host: string;
  readonly channel: string;
  readonly eventId: number;
  readonly rule: { readonly id: string; readonly title: string; readonly level: string };
  /** ATT&CK ids such as T1059.003, and tactics such as `execution`. */
  readonly techniques: readonly string[];
  readonly tactics: readonly string[];
  /** Accounts without their domain, as written; none of the system itself. */
  readonly accounts: readonly string[];
  /** Addresses outside the network. `inbound` ones asked for something, `outbound` ones were asked. */
  readonly inbound: readonly string[];
  readonly outbound: readonly string[];
  /** Files that tie findings together, folded: paths in folders everybody can write, pages of web folders by their name. */
  readonly artefacts: readonly string[];
  readonly mailboxes: readonly string[];
  readonly bytesOut: number;
}

/** Fields that a case asks of every record that a rule matched. */
export const CASE_FIELDS = [
  'Image',
  'ParentImage',
  'CommandLine',
  'User',
  'SubjectUserName',
  'TargetUserName',
  'IpAddress',
  'SourceIp',
  'DestinationIp',
  'TargetFilename',
  'ImagePath',
  'c-ip',
  's-ip',
  'cs-uri-stem',
  'id.orig_h',
  'id.resp_h',
  'orig_bytes',
  'Data',
] as const;

export type Carried = Readonly<Record<string, unknown>>;

/** What is known of the network besides the findings. */
export interface Surroundings {
  /** Address → the name its machine goes by. */
  readonly addresses: ReadonlyMap<string, string>;
  readonly machines: Machines;
}

/**
 * A sighting as a finding. Null for one without a time: it cannot be put in order.
 */
export function findingOf(sighting: Sighting, carried: Carried, surroundings: Surroundings): Finding | null {
  const time = sighting.time === null ? Number.NaN : Date.parse(sighting.time);
  if (Number.isNaN(time)) return null;
  const text = (name: string): string => firstText(carried[name]);
  const texts = (names: readonly string[]): string[] => names.map(text).filter((one) => one !== '' && one !== '-');
  const clients = texts(['c-ip', 'IpAddress']);
  const servers = texts(['DestinationIp', 'id.resp_h']);
  const cmdlet = Array.isArray(carried.Data) ? carried.Data.map(String) : [];
  const tags = sighting.rule.tags.map((tag) => tag.toLowerCase()).filter((tag) => tag.startsWith('attack.'));
  return {
    ref: `${sighting.file}#${sighting.record}`,
    time,
    host: laidTo(sighting, carried, surroundings).host,
    channel: sighting.channel,
    eventId: sighting.event_id ?? -1,
    rule: { id: sighting.rule.id, title: sighting.rule.title, level: sighting.rule.level },
    techniques: tags.filter((tag) => /^attack\.t\d/.test(tag)).map((tag) => tag.slice(7).toUpperCase()),
    tactics: tags.filter((tag) => !/^attack\.[tgs]\d/.test(tag)).map((tag) => tag.slice(7).replaceAll('_', '-')),
    accounts: [
      ...new Set([...texts(['User', 'SubjectUserName', 'TargetUserName']), ...cmdletAccounts(cmdlet)].map(accountName)),
    ].filter(isPersonal),
    inbound: clients.filter(isOutside),
    outbound: servers.filter(isOutside),
    artefacts: artefactsOf(
      texts(['Image', 'ParentImage', 'TargetFilename', 'ImagePath']),
      text('CommandLine'),
      text('cs-uri-stem'),
    ),
    mailboxes: cmdlet.flatMap((part) => [...part.matchAll(MAILBOX)].map((found) => found[1]!)),
    bytesOut: Number(text('orig_bytes')) || 0,
  };
}

const MAILBOX = /-(?:Mailbox|Identity)[ :]+"?([^"\s]+)"?/gi;

function firstText(value: unknown): string {
  const one = Array.isArray(value) ? value[0] : value;
  return one === null || one === undefined ? '' : String(one);
}

/** The machine a record is laid to, and by what. */
export interface Laid {
  /** The name the machine goes by, '' where nothing tells. */
  readonly host: string;
  readonly by: 'record' | 'address' | 'folder' | null;
}

/** The computer a record names; else the machine with an address of it; else the folder its file lies in. */
export function laidTo(
  { computer, file }: Pick<Sighting, 'computer' | 'file'>,
  carried: Carried,
  { addresses, machines }: Surroundings,
): Laid {
  if (computer !== '') return { host: machines.name(computer), by: 'record' };
  for (const field of OWN_ADDRESSES) {
    const host = addresses.get(firstText(carried[field]));
    if (host !== undefined) return { host, by: 'address' };
  }
  for (const part of file.split(/[\\/]/).reverse()) {
    const host = machines.find(part);
    if (host !== undefined) return { host, by: 'folder' };
  }
  return { host: '', by: null };
}

/** Fields with an address of the machine that wrote the record. */
const OWN_ADDRESSES = ['s-ip', 'id.orig_h', 'SourceIp'];

/** MSExchange Management names who ran a cmdlet as a path: the part after the last slash. */
function cmdletAccounts(parts: readonly string[]): string[] {
  return parts
    .filter((part) => /^[\w.-]+\/(?:[^/]+\/)*[^/\s]+$/.test(part))
    .map((part) => part.slice(part.lastIndexOf('/') + 1));
}

const accountName = (account: string): string => account.slice(account.lastIndexOf('\\') + 1);

const IMPERSONAL = new Set(['system', 'local service', 'network service', 'anonymous logon', 'iusr', '-', '']);

/** Accounts of people and services, not of machines or the system. */
export function isPersonal(account: string): boolean {
  return !account.endsWith('$') && !IMPERSONAL.has(account.toLowerCase()) && !/^(?:dwm|umfd)-\d+$/i.test(account);
}

/** An address that is not of a private network, the machine itself or a link (RFC 1918, 3927, 4193, 6598, 1122). */
export function isOutside(address: string): boolean {
  if (!/^[\d.]+$|:/.test(address)) return false;
  return !/^(?:10\.|127\.|0\.|169\.254\.|192\.168\.|172\.(?:1[6-9]|2\d|3[01])\.|100\.(?:6[4-9]|[7-9]\d|1[01]\d|12[0-7])\.|::1$|fe80:|f[cd]|::ffff:(?:10|127|192\.168)\.)/i.test(
    address,
  );
}

const WRITABLE =
  /^(?:c:)?\\(?:programdata|users\\public|windows\\temp|perflogs|users\\[^\\]+\\appdata\\local\\temp)\\.+/;
const PAGE = /\.(?:aspx|ashx|asmx|jspx?|php)$/;
const PACKAGE = /\\updates\\(?:.*\\)?([^\\]+\.(?:exe|msi|pkg|dll))$/;

/** Programs that everybody brings along: two intrusions may well use the same. */
const COMMON =
  /\\(?:rar|winrar|7z|7za|7zr|psexec|psexesvc|procdump|procdump64|nc|ncat|curl|wget|plink|putty|adfind|rclone|powershell|cmd|python|java|setup|update|install|tmp|temp|[a-z0-9]{1,2})(?:\.exe|\.bin|\.dll|\.tmp)?$/;

/** Names of files by which findings can be told to belong together; what every Windows has is none. */
function artefactsOf(paths: readonly string[], command: string, stem: string): string[] {
  const found = new Set<string>();
  for (const raw of [...paths, ...(command.match(/[a-z]:\\[^\s"]+/gi) ?? [])]) {
    const path = raw
      .toLowerCase()
      .replace(/^"|"$/g, '')
      .replace('%systemroot%', 'c:\\windows')
      .replace('%programdata%', 'c:\\programdata');
    const name = path.slice(path.lastIndexOf('\\') + 1);
    const item = PACKAGE.exec(path);
    if (item) found.add(`package ${item[1]}`);
    else if (PAGE.test(path)) found.add(`page ${name}`);
    else if (WRITABLE.test(path) && !COMMON.test(path)) found.add(path);
  }
  if (PAGE.test(stem.toLowerCase())) found.add(`page ${stem.slice(stem.lastIndexOf('/') + 1).toLowerCase()}`);
  return [...found];
}
