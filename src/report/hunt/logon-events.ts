import type { LogonKind } from './logon-figures.ts';

/** Channels in lower case. */
const SECURITY = 'security';
const SESSIONS = 'microsoft-windows-terminalservices-localsessionmanager/operational';
const CONNECTIONS = 'microsoft-windows-terminalservices-remoteconnectionmanager/operational';

/** Which fields of an event say who, how and from where. Names as the records spell them. */
export interface LogonEvent {
  readonly channel: string;
  readonly kind: LogonKind;
  readonly name: string;
  readonly domain?: string;
  /** The first that holds something counts. */
  readonly from: readonly string[];
  /** A field with the number of the logon type. */
  readonly type?: string;
  /** What happened, where the event says it by its number. */
  readonly how?: string;
  /** The account that used the credentials, and where it used them. */
  readonly by?: readonly [name: string, domain: string, server: string];
  /** Fields with an NTSTATUS, the more exact first; `refused` is always a refusal, otherwise any status but 0 is one. */
  readonly status?: readonly string[];
  readonly refused?: boolean;
}

const target = { name: 'TargetUserName', domain: 'TargetDomainName' } as const;
const session = { channel: SESSIONS, kind: 'session', name: 'User', from: ['Address'] } as const;
const seat = {
  channel: SECURITY,
  kind: 'session',
  name: 'AccountName',
  domain: 'AccountDomain',
  from: ['ClientAddress', 'ClientName'],
} as const;

/** Events about logons, by their number (Microsoft's security auditing and Terminal Services event references). */
export const LOGON_EVENTS: ReadonlyMap<number, LogonEvent> = new Map<number, LogonEvent>([
  [4624, { channel: SECURITY, kind: 'logon', ...target, from: ['IpAddress', 'WorkstationName'], type: 'LogonType' }],
  [
    4625,
    {
      channel: SECURITY,
      kind: 'logon',
      ...target,
      from: ['IpAddress', 'WorkstationName'],
      type: 'LogonType',
      status: ['SubStatus', 'Status'],
      refused: true,
    },
  ],
  [4634, { channel: SECURITY, kind: 'logoff', ...target, from: [], type: 'LogonType' }],
  [4647, { channel: SECURITY, kind: 'logoff', ...target, from: [], how: 'by the user' }],
  [
    4648,
    {
      channel: SECURITY,
      kind: 'explicit',
      ...target,
      from: ['IpAddress'],
      by: ['SubjectUserName', 'SubjectDomainName', 'TargetServerName'],
    },
  ],
  [4672, { channel: SECURITY, kind: 'privileged', name: 'SubjectUserName', domain: 'SubjectDomainName', from: [] }],
  [4776, { channel: SECURITY, kind: 'ntlm', name: 'TargetUserName', from: ['Workstation'], status: ['Status'] }],
  [4778, { ...seat, how: 'reconnected' }],
  [4779, { ...seat, how: 'disconnected' }],
  [21, { ...session, how: 'logged on' }],
  [24, { ...session, how: 'disconnected' }],
  [25, { ...session, how: 'reconnected' }],
  [1149, { channel: CONNECTIONS, kind: 'rdp', name: 'Param1', domain: 'Param2', from: ['Param3'] }],
]);

const TYPES: Readonly<Record<string, string>> = {
  0: 'system',
  2: 'interactive',
  3: 'network',
  4: 'batch',
  5: 'service',
  7: 'unlock',
  8: 'network, clear text',
  9: 'new credentials',
  10: 'remote desktop',
  11: 'cached',
  12: 'cached remote desktop',
  13: 'cached unlock',
};

/** `network (3)`: the logon type in words and as the record has it. */
export function typeInWords(type: string): string {
  return type === '' ? '' : `${TYPES[type] ?? 'type'} (${type})`;
}

/** What NTSTATUS says about a refusal (Microsoft, [MS-ERREF] 2.3.1), by lower-case code. */
const STATUSES: Readonly<Record<string, string>> = {
  '0xc000005e': 'no logon server',
  '0xc0000064': 'unknown account',
  '0xc000006a': 'wrong password',
  '0xc000006d': 'wrong name or password',
  '0xc000006e': 'account restriction',
  '0xc000006f': 'outside allowed hours',
  '0xc0000070': 'workstation not allowed',
  '0xc0000071': 'password expired',
  '0xc0000072': 'account disabled',
  '0xc00000dc': 'server in the wrong state',
  '0xc0000133': 'clocks differ too much',
  '0xc000015b': 'logon type not granted',
  '0xc000018c': 'trust broken',
  '0xc0000192': 'logon service not started',
  '0xc0000193': 'account expired',
  '0xc0000224': 'password must be changed',
  '0xc0000225': 'not found',
  '0xc0000234': 'account locked',
  '0xc0000413': 'not allowed by authentication policy',
};

/** Whether a status stands for success or says nothing. */
export function isSuccess(status: string): boolean {
  return status === '' || /^0x0+$|^0$/.test(status);
}

export function statusInWords(status: string): string {
  return STATUSES[status.toLowerCase()] ?? status;
}

const SYSTEM_DOMAINS = /^(?:nt authority|window manager|font driver host|nt service|iis apppool)$/i;
const SYSTEM_NAMES = /^(?:system|local service|network service|(?:dwm|umfd)-\d+)$/i;

/** Accounts of machines (`SRV-01$`) and of the system itself, and logons of services: what every log is full of. */
export function isOrdinary(domain: string, name: string, type: string): boolean {
  // An anonymous logon has the system's domain but says something: somebody asked without credentials.
  if (/^anonymous logon$/i.test(name)) return false;
  return name.endsWith('$') || SYSTEM_NAMES.test(name) || SYSTEM_DOMAINS.test(domain) || type === '0' || type === '5';
}
