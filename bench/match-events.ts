import type { MatchEvent } from '../src/sigma/match/matcher.ts';

/** A made-up record: flat fields under the names of Sysmon and the Security log, as collectors write them to JSON lines. */
export interface Generated {
  readonly values: Readonly<Record<string, string>>;
  readonly origin: Omit<MatchEvent, 'value' | 'texts'>;
}

/** Makes records of a quiet workstation, always the same ones: half process creations, the rest what Sysmon and Security add. */
export function generated(count: number): Generated[] {
  const random = generator(7);
  return Array.from({ length: count }, () => {
    const at = random();
    const kind = KINDS.find(({ upTo }) => at < upTo)!;
    const values = {
      ...kind.fields(random),
      EventID: String(kind.eventId),
      Channel: kind.channel,
      Hostname: 'ws01.example',
    };
    const { channel, eventId, provider } = kind;
    return { values, origin: { channel, eventId, provider, product: 'windows', category: '', service: '' } };
  });
}

type Random = () => number;

interface KindOf {
  readonly upTo: number;
  readonly channel: string;
  readonly eventId: number;
  readonly provider: string;
  readonly fields: (random: Random) => Record<string, string>;
}

const SYSMON = { channel: 'Microsoft-Windows-Sysmon/Operational', provider: 'Microsoft-Windows-Sysmon' };
const SECURITY = { channel: 'Security', provider: 'Microsoft-Windows-Security-Auditing' };

const IMAGES = [
  'C:\\Windows\\System32\\svchost.exe',
  'C:\\Windows\\System32\\cmd.exe',
  'C:\\Windows\\System32\\WindowsPowerShell\\v1.0\\powershell.exe',
  'C:\\Windows\\System32\\conhost.exe',
  'C:\\Windows\\System32\\rundll32.exe',
  'C:\\Windows\\System32\\reg.exe',
  'C:\\Windows\\System32\\schtasks.exe',
  'C:\\Windows\\System32\\wbem\\WmiPrvSE.exe',
  'C:\\Windows\\explorer.exe',
  'C:\\Program Files\\Google\\Chrome\\Application\\chrome.exe',
  'C:\\Program Files\\Microsoft Office\\root\\Office16\\WINWORD.EXE',
  'C:\\Program Files\\Agent\\agent.exe',
  'C:\\Users\\pat\\AppData\\Local\\Programs\\Tool\\tool.exe',
];
const COMMANDS: ((random: Random) => string)[] = [
  (random) => `C:\\Windows\\system32\\svchost.exe -k netsvcs -p -s Service${number(random, 40)}`,
  (random) =>
    `C:\\Windows\\system32\\cmd.exe /c "C:\\Scripts\\backup-${number(random, 5000)}.bat" >> C:\\Logs\\backup.log`,
  (random) =>
    `powershell.exe -NoProfile -File C:\\Scripts\\inventory.ps1 -Site ${number(random, 900)} -Out \\\\files\\inv`,
  () => '\\??\\C:\\Windows\\system32\\conhost.exe 0xffffffff -ForceV1',
  (random) => `rundll32.exe C:\\Windows\\System32\\printui.dll,PrintUIEntry /in /n \\\\print\\q${number(random, 300)}`,
  (random) => `reg query HKLM\\SOFTWARE\\Vendor\\Product${number(random, 50)} /v Version`,
  (random) => `schtasks.exe /run /tn "\\Vendor\\Update ${number(random, 60)}"`,
  () => 'C:\\Windows\\system32\\wbem\\wmiprvse.exe -secured -Embedding',
  () => 'C:\\Windows\\Explorer.EXE',
  (random) =>
    `"C:\\Program Files\\Google\\Chrome\\Application\\chrome.exe" --type=renderer --field-trial-handle=${number(random, 1e6)},${number(random, 1e9)} --lang=en-US --renderer-client-id=${number(random, 900)} --mojo-platform-channel-handle=${number(random, 9000)} /prefetch:1`,
  (random) =>
    `"C:\\Program Files\\Microsoft Office\\Root\\Office16\\WINWORD.EXE" /n "C:\\Users\\pat\\Documents\\report ${number(random, 3000)}.docx" /o ""`,
  (random) => `"C:\\Program Files\\Agent\\agent.exe" --poll ${number(random, 60)}`,
  (random) => `C:\\Users\\pat\\AppData\\Local\\Programs\\Tool\\tool.exe --project p${number(random, 200)} --verbose`,
];

const KINDS: readonly KindOf[] = [
  { upTo: 0.4, ...SYSMON, eventId: 1, fields: processCreation },
  {
    upTo: 0.55,
    ...SECURITY,
    eventId: 4688,
    fields: (random) => {
      const { Image, CommandLine, ParentImage } = processCreation(random);
      return {
        NewProcessName: Image!,
        CommandLine: CommandLine!,
        ParentProcessName: ParentImage!,
        NewProcessId: `0x${number(random, 60_000).toString(16)}`,
        ProcessId: '0x2a4',
        SubjectUserName: 'WS01$',
        SubjectDomainName: 'EXAMPLE',
        SubjectLogonId: '0x3e7',
        TargetUserName: '-',
        TargetDomainName: '-',
        TargetLogonId: '0x0',
        MandatoryLabel: 'S-1-16-16384',
        TokenElevationType: '%%1936',
      };
    },
  },
  {
    upTo: 0.7,
    ...SYSMON,
    eventId: 13,
    fields: (random) => ({
      EventType: 'SetValue',
      Image: one(random, IMAGES),
      TargetObject: `HKLM\\System\\CurrentControlSet\\Services\\bam\\State\\UserSettings\\S-1-5-21-${number(random, 90)}\\\\Device\\HarddiskVolume2\\Windows\\app${number(random, 400)}.exe`,
      Details: 'Binary Data',
      User: 'NT AUTHORITY\\SYSTEM',
    }),
  },
  {
    upTo: 0.8,
    ...SYSMON,
    eventId: 7,
    fields: (random) => ({
      Image: one(random, IMAGES),
      ImageLoaded: `C:\\Windows\\System32\\lib${number(random, 300)}.dll`,
      Hashes: hashes(random, 300),
      Signed: 'true',
      Signature: 'Microsoft Windows',
      SignatureStatus: 'Valid',
    }),
  },
  {
    upTo: 0.88,
    ...SYSMON,
    eventId: 3,
    fields: (random) => ({
      Image: one(random, IMAGES),
      Protocol: 'tcp',
      Initiated: 'true',
      SourceIp: '192.0.2.14',
      SourcePort: String(49_152 + number(random, 16_000)),
      DestinationIp: `198.51.100.${number(random, 255)}`,
      DestinationHostname: `host${number(random, 900)}.example`,
      DestinationPort: '443',
    }),
  },
  {
    upTo: 0.96,
    ...SECURITY,
    eventId: 4624,
    fields: (random) => ({
      TargetUserName: `user${number(random, 300)}`,
      TargetDomainName: 'EXAMPLE',
      LogonType: one(random, ['3', '5', '2']),
      IpAddress: `192.0.2.${number(random, 255)}`,
      LogonProcessName: 'Kerberos',
      AuthenticationPackageName: 'Kerberos',
      WorkstationName: '-',
      ProcessName: '-',
    }),
  },
  {
    upTo: 1,
    channel: 'Microsoft-Windows-PowerShell/Operational',
    provider: 'Microsoft-Windows-PowerShell',
    eventId: 4104,
    fields: (random) => ({
      MessageNumber: '1',
      ScriptBlockText: Array.from(
        { length: 10 + number(random, 60) },
        (_, line) =>
          `    $item${line} = Get-Content -Path "C:\\Data\\file${number(random, 9999)}.txt" | Where-Object { $_ -ne '' }`,
      ).join('\n'),
      Path: 'C:\\Scripts\\inventory.ps1',
    }),
  },
];

function processCreation(random: Random): Record<string, string> {
  const which = number(random, IMAGES.length);
  return {
    Image: IMAGES[which]!,
    CommandLine: COMMANDS[which]!(random),
    ParentImage: one(random, IMAGES),
    ParentCommandLine: COMMANDS[number(random, COMMANDS.length)]!(random),
    User: one(random, ['NT AUTHORITY\\SYSTEM', 'EXAMPLE\\pat', 'NT AUTHORITY\\LOCAL SERVICE']),
    CurrentDirectory: one(random, ['C:\\Windows\\system32\\', 'C:\\Users\\pat\\']),
    IntegrityLevel: one(random, ['System', 'Medium', 'High']),
    Hashes: hashes(random, 40),
    OriginalFileName: IMAGES[which]!.slice(IMAGES[which]!.lastIndexOf('\\') + 1),
    Description: `Application ${which}`,
    Product: 'Microsoft® Windows® Operating System',
    Company: 'Microsoft Corporation',
    LogonId: '0x3e7',
    ProcessId: String(number(random, 60_000)),
  };
}

function hashes(random: Random, variety: number): string {
  const seed = number(random, variety);
  const hex = (length: number): string => {
    const next = generator(seed * 64 + length);
    return Array.from({ length }, () => number(next, 16).toString(16))
      .join('')
      .toUpperCase();
  };
  return `SHA1=${hex(40)},MD5=${hex(32)},SHA256=${hex(64)},IMPHASH=${hex(31)}0`;
}

const number = (random: Random, below: number): number => Math.floor(random() * below);
const one = <T>(random: Random, list: readonly T[]): T => list[number(random, list.length)]!;

/** Mulberry32. */
function generator(seed: number): Random {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
}
