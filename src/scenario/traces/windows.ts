import type { NewRecord } from '../../evtx/index.ts';
import type { Trace } from '../contract.ts';
import { fullName, type Host, type World } from '../world.ts';

/** Channels with the provider and the GUID that write them, and the file a server keeps them in. */
const CHANNELS = {
  security: {
    channel: 'Security',
    provider: 'Microsoft-Windows-Security-Auditing',
    providerGuid: '54849625-5478-4994-A5BA-3E3B0328C30D',
    file: 'Security.evtx',
  },
  system: {
    channel: 'System',
    provider: 'Service Control Manager',
    providerGuid: '555908D1-A6D7-4695-8E1E-26931D2012F4',
    file: 'System.evtx',
  },
  sysmon: {
    channel: 'Microsoft-Windows-Sysmon/Operational',
    provider: 'Microsoft-Windows-Sysmon',
    providerGuid: '5770385F-C22A-43E0-BF4C-06F5698FFBD9',
    file: 'Microsoft-Windows-Sysmon%4Operational.evtx',
  },
  powershell: {
    channel: 'Microsoft-Windows-PowerShell/Operational',
    provider: 'Microsoft-Windows-PowerShell',
    providerGuid: 'A0C1853B-5C40-4B15-8766-3CF1C58F985A',
    file: 'Microsoft-Windows-PowerShell%4Operational.evtx',
  },
  exchange: {
    channel: 'MSExchange Management',
    provider: 'MSExchange CmdletLogs',
    providerGuid: undefined,
    file: 'MSExchange Management.evtx',
  },
} as const;

export type ChannelName = keyof typeof CHANNELS;

/** The file that holds a channel of a host: a server's own, while workstations forward to the collector. */
export function evtxFile(host: Host, channel: ChannelName): string {
  return host.role === 'workstation' ? 'WEC01/ForwardedEvents.evtx' : `${host.name}/${CHANNELS[channel].file}`;
}

type Content = Pick<NewRecord, 'eventData' | 'userData' | 'version' | 'level' | 'task' | 'processId'> & {
  readonly provider?: string;
};

/** A record of a channel. */
export function windows(
  world: World,
  host: Host,
  channel: ChannelName,
  eventId: number,
  time: number,
  content: Content,
): Trace {
  const { channel: name, provider, providerGuid } = CHANNELS[channel];
  const record: NewRecord = {
    channel: name,
    provider: content.provider ?? provider,
    eventId,
    computer: fullName(world, host),
    time,
    ...content,
    ...(content.provider === undefined && providerGuid !== undefined ? { providerGuid } : {}),
  };
  return { time, file: evtxFile(host, channel), record };
}

export interface LogonFacts {
  readonly account: string;
  /** 2 at the screen, 3 over the network, 10 by remote desktop. */
  readonly type: 2 | 3 | 5 | 10;
  readonly from?: Host | string;
  readonly logonId: string;
}

/** Security 4624. */
export function logon(world: World, host: Host, time: number, { account, type, from, logonId }: LogonFacts): Trace {
  return windows(world, host, 'security', 4624, time, {
    version: 2,
    level: 0,
    task: 12544,
    eventData: {
      SubjectUserSid: 'S-1-0-0',
      SubjectUserName: '-',
      SubjectDomainName: '-',
      SubjectLogonId: '0x0',
      TargetUserSid: 'S-1-5-21-1004336348-1177238915-682003330-1106',
      TargetUserName: account,
      TargetDomainName: world.domain,
      TargetLogonId: logonId,
      LogonType: { type: 'uint32', value: type },
      LogonProcessName: type === 3 ? 'Kerberos' : 'User32 ',
      AuthenticationPackageName: type === 3 ? 'Kerberos' : 'Negotiate',
      WorkstationName: typeof from === 'object' ? from.name : '-',
      LogonGuid: { type: 'guid', value: '00000000-0000-0000-0000-000000000000' },
      TransmittedServices: '-',
      LmPackageName: '-',
      KeyLength: { type: 'uint32', value: 0 },
      ProcessId: { type: 'hex64', value: 0 },
      ProcessName: '-',
      IpAddress: typeof from === 'object' ? from.address : (from ?? '-'),
      IpPort: from === undefined ? '-' : '49812',
    },
  });
}

/** Security 4625: a logon that was refused. */
export function logonRefused(world: World, host: Host, time: number, account: string, from: string): Trace {
  return windows(world, host, 'security', 4625, time, {
    level: 0,
    task: 12544,
    eventData: {
      SubjectUserSid: 'S-1-0-0',
      SubjectUserName: '-',
      SubjectDomainName: '-',
      SubjectLogonId: '0x0',
      TargetUserSid: 'S-1-0-0',
      TargetUserName: account,
      TargetDomainName: world.domain,
      Status: '0xc000006d',
      FailureReason: '%%2313',
      SubStatus: '0xc000006a',
      LogonType: { type: 'uint32', value: 3 },
      IpAddress: from,
      IpPort: '0',
    },
  });
}

/** Security 1102: the security log was cleared. */
export function securityLogCleared(world: World, host: Host, time: number, account: string): Trace {
  return windows(world, host, 'security', 1102, time, {
    provider: 'Microsoft-Windows-Eventlog',
    level: 4,
    task: 104,
    userData: {
      name: 'LogFileCleared',
      attributes: { xmlns: 'http://manifests.microsoft.com/win/2004/08/windows/eventlog' },
      children: [
        { name: 'SubjectUserSid', children: [{ value: 'S-1-5-21-1004336348-1177238915-682003330-1106' }] },
        { name: 'SubjectUserName', children: [{ value: account }] },
        { name: 'SubjectDomainName', children: [{ value: world.domain }] },
        { name: 'SubjectLogonId', children: [{ value: '0x3e7' }] },
      ],
    },
  });
}

export interface ServiceFacts {
  readonly name: string;
  readonly image: string;
  readonly account?: string;
  readonly start?: 'demand start' | 'auto start';
}

/** System 7045: a service was installed. */
export function serviceInstalled(world: World, host: Host, time: number, service: ServiceFacts): Trace {
  return windows(world, host, 'system', 7045, time, {
    eventData: {
      ServiceName: service.name,
      ImagePath: service.image,
      ServiceType: 'user mode service',
      StartType: service.start ?? 'demand start',
      AccountName: service.account ?? 'LocalSystem',
    },
  });
}

export interface ProcessFacts {
  readonly image: string;
  readonly command: string;
  readonly parent: string;
  readonly user: string;
  readonly logonId: string;
  /** Digits of the SHA-256. */
  readonly sha256: string;
  readonly pid?: number;
}

/** Sysmon 1: a process was created. */
export function processCreated(world: World, host: Host, time: number, process: ProcessFacts): Trace {
  return windows(world, host, 'sysmon', 1, time, {
    version: 5,
    eventData: {
      RuleName: '-',
      UtcTime: utc(time),
      ProcessGuid: { type: 'guid', value: guidOf(host.name, time, process.image) },
      ProcessId: { type: 'uint32', value: process.pid ?? 4000 + (time % 9000) },
      Image: process.image,
      FileVersion: '-',
      Description: '-',
      Product: '-',
      Company: '-',
      OriginalFileName: process.image.slice(process.image.lastIndexOf('\\') + 1),
      CommandLine: process.command,
      CurrentDirectory: 'C:\\Windows\\system32\\',
      User: `${world.domain}\\${process.user}`,
      LogonGuid: { type: 'guid', value: guidOf(host.name, 0, process.logonId) },
      LogonId: process.logonId,
      TerminalSessionId: { type: 'uint32', value: 0 },
      IntegrityLevel: 'High',
      Hashes: `SHA256=${process.sha256}`,
      ParentProcessGuid: { type: 'guid', value: guidOf(host.name, 0, process.parent) },
      ParentProcessId: { type: 'uint32', value: 1200 },
      ParentImage: process.parent,
      ParentCommandLine: process.parent,
    },
  });
}

/** Sysmon 3: a connection was made. */
export function connected(
  world: World,
  host: Host,
  time: number,
  to: { address: string; port: number; image: string; user: string },
): Trace {
  return windows(world, host, 'sysmon', 3, time, {
    version: 5,
    eventData: {
      RuleName: '-',
      UtcTime: utc(time),
      ProcessGuid: { type: 'guid', value: guidOf(host.name, 0, to.image) },
      ProcessId: { type: 'uint32', value: 4000 + (time % 9000) },
      Image: to.image,
      User: `${world.domain}\\${to.user}`,
      Protocol: 'tcp',
      Initiated: true,
      SourceIsIpv6: false,
      SourceIp: host.address,
      SourceHostname: fullName(world, host),
      SourcePort: { type: 'uint32', value: 49152 + (time % 16000) },
      DestinationIsIpv6: false,
      DestinationIp: to.address,
      DestinationPort: { type: 'uint32', value: to.port },
    },
  });
}

/** Sysmon 11: a file was written. */
export function fileWritten(
  world: World,
  host: Host,
  time: number,
  file: { path: string; image: string; user: string },
): Trace {
  return windows(world, host, 'sysmon', 11, time, {
    version: 2,
    eventData: {
      RuleName: '-',
      UtcTime: utc(time),
      ProcessGuid: { type: 'guid', value: guidOf(host.name, 0, file.image) },
      ProcessId: { type: 'uint32', value: 4000 + (time % 9000) },
      Image: file.image,
      TargetFilename: file.path,
      CreationUtcTime: utc(time),
      User: `${world.domain}\\${file.user}`,
    },
  });
}

/** PowerShell 4104: a script block. */
export function scriptBlock(world: World, host: Host, time: number, text: string): Trace {
  return windows(world, host, 'powershell', 4104, time, {
    eventData: {
      MessageNumber: 1,
      MessageTotal: 1,
      ScriptBlockText: text,
      ScriptBlockId: guidOf(host.name, time, text),
      Path: '',
    },
  });
}

/** MSExchange Management 1: a cmdlet ran. */
export function exchangeCmdlet(
  world: World,
  host: Host,
  time: number,
  cmdlet: string,
  params: string,
  by: string,
): Trace {
  return windows(world, host, 'exchange', 1, time, {
    eventData: [
      ['', cmdlet],
      ['', params],
      ['', `${world.dns}/Users/${by}`],
      ['', 'S-1-5-21-1004336348-1177238915-682003330-1106'],
      ['', 'Remote-PowerShell'],
    ],
  });
}

const utc = (time: number): string => new Date(time).toISOString().replace('T', ' ').replace('Z', '');

/** A GUID that follows from what it stands for: four FNV-1a hashes side by side. */
function guidOf(...parts: readonly (string | number)[]): string {
  const text = parts.join('|');
  let [a, b, c, d] = [0x811c9dc5, 0x811c9dc4, 0x811c9dc7, 0x811c9dc6];
  for (let at = 0; at < text.length; at++) {
    const unit = text.charCodeAt(at);
    a = Math.imul(a ^ unit, 0x01000193);
    b = Math.imul(b ^ unit, 0x01000193);
    c = Math.imul(c ^ unit, 0x01000193);
    d = Math.imul(d ^ unit, 0x01000193);
  }
  const [b1, b2] = [hex4(b >>> 16), hex4(b & 0xffff)];
  return `${hex4(a >>> 16)}${hex4(a & 0xffff)}-${b1}-${b2}-${hex4(c >>> 16)}-${hex4(c & 0xffff)}${hex4(d >>> 16)}${hex4(d & 0xffff)}`;
}

const HEX4 = Array.from({ length: 0x10000 }, (_, value) => value.toString(16).padStart(4, '0'));
const hex4 = (value: number): string => HEX4[value]!;
