import { isObject, type LogRecord, type OnlyLayout, objectAt, textOf } from '../record/layout.ts';

/** Where the Elastic Common Schema keeps what Sigma's rules for processes, files, registry, network and DNS ask for. */
const ALIASES = {
  'process.executable': 'Image',
  'process.command_line': 'CommandLine',
  'process.working_directory': 'CurrentDirectory',
  'process.pid': 'ProcessId',
  'process.entity_id': 'ProcessGuid',
  'process.pe.original_file_name': 'OriginalFileName',
  'process.pe.description': 'Description',
  'process.pe.product': 'Product',
  'process.pe.company': 'Company',
  'process.pe.file_version': 'FileVersion',
  'process.parent.executable': 'ParentImage',
  'process.parent.command_line': 'ParentCommandLine',
  'process.parent.pid': 'ParentProcessId',
  'process.Ext.token.integrity_level_name': 'IntegrityLevel',
  'process.hash.sha256': ['sha256', 'Hashes'],
  'process.hash.md5': 'md5',
  'process.hash.sha1': 'sha1',
  'file.path': 'TargetFilename',
  'dll.path': 'ImageLoaded',
  'registry.path': 'TargetObject',
  'registry.data.strings': 'Details',
  'dns.question.name': ['QueryName', 'query'],
  'dns.answers.data': ['QueryResults', 'answer'],
  'source.ip': ['SourceIp', 'src_ip'],
  'source.port': ['SourcePort', 'src_port'],
  'destination.ip': ['DestinationIp', 'dst_ip'],
  'destination.port': ['DestinationPort', 'dst_port'],
  'destination.domain': 'DestinationHostname',
  'user.name': 'User',
  'url.original': ['c-uri', 'cs-uri-query'],
  'url.path': 'cs-uri-stem',
  'http.request.method': 'cs-method',
  'http.response.status_code': 'sc-status',
  'user_agent.original': ['c-useragent', 'cs-user-agent'],
  message: 'Message',
} as const;

/** Channels of providers, for records that name only these. */
const CHANNELS: Readonly<Record<string, string>> = {
  'Microsoft-Windows-Sysmon': 'Microsoft-Windows-Sysmon/Operational',
  'Microsoft-Windows-Security-Auditing': 'Security',
  'Microsoft-Windows-Eventlog': 'Security',
  'Service Control Manager': 'System',
  'Microsoft-Windows-PowerShell': 'Microsoft-Windows-PowerShell/Operational',
  PowerShell: 'Windows PowerShell',
  'Microsoft-Windows-Windows Defender': 'Microsoft-Windows-Windows Defender/Operational',
  'Microsoft-Windows-TaskScheduler': 'Microsoft-Windows-TaskScheduler/Operational',
  'Microsoft-Windows-WMI-Activity': 'Microsoft-Windows-WMI-Activity/Operational',
};

/** What an endpoint saw, in the words of Sigma, and the number Sysmon gives the same. */
const KINDS: readonly (readonly [category: string, type: string, sigma: string, sysmon: number])[] = [
  ['process', 'start', 'process_creation', 1],
  ['process', 'end', 'process_termination', 5],
  ['library', '', 'image_load', 7],
  ['driver', '', 'driver_load', 6],
  ['registry', '', 'registry_set', 13],
  ['file', 'creation', 'file_event', 11],
  ['file', 'deletion', 'file_delete', 23],
  ['file', 'change', 'file_event', 11],
  ['network', 'start', 'network_connection', 3],
  ['network', 'connection', 'network_connection', 3],
];

/** Records under the names of the Elastic Common Schema alone. */
export const ECS_SHAPES: readonly OnlyLayout[] = [
  {
    name: 'ecs-windows-log',
    is: (record) => isObject(record.event) && 'code' in record.event && textOf(record.event.provider) in CHANNELS,
    head(record, head) {
      const { provider, code } = objectAt(record, 'event');
      head.product = 'windows';
      head.provider = textOf(provider);
      head.channel = CHANNELS[head.provider]!;
      head.eventId = /^\d{1,9}$/.test(String(code)) ? Number(code) : -1;
      head.computer = hostOf(record);
      head.time = record['@timestamp'];
    },
    aliases: { ...ALIASES, 'event.code': 'EventID', 'event.provider': 'Provider_Name' },
    objects: false,
  },
  {
    // Elastic's own sensor and others like it. On Windows its records are seen as Sysmon's, which rules for Windows look for.
    name: 'ecs',
    is: (record) => '@timestamp' in record && isObject(record.event) && 'category' in record.event,
    head(record, head) {
      const os = textOf(objectAt(objectAt(record, 'host'), 'os').type) || platformOf(record);
      const kind = kindOf(record);
      head.product = os;
      head.category = kind?.[2] ?? '';
      if (os === 'windows' && kind) {
        head.category = '';
        head.channel = 'Microsoft-Windows-Sysmon/Operational';
        head.provider = 'Microsoft-Windows-Sysmon';
        head.eventId = kind[3];
      }
      head.computer = hostOf(record);
      head.time = record['@timestamp'];
    },
    aliases: ALIASES,
    objects: true,
  },
];

function kindOf(record: LogRecord): (typeof KINDS)[number] | undefined {
  const { category, type } = objectAt(record, 'event');
  const categories = [category].flat();
  const types = [type].flat();
  return KINDS.find(([c, t]) => categories.includes(c) && (t === '' || types.includes(t)));
}

function platformOf(record: LogRecord): string {
  const { platform, family } = objectAt(objectAt(record, 'host'), 'os');
  const name = textOf(platform) || textOf(family);
  if (name === 'darwin') return 'macos';
  return name === 'windows' || name === 'macos' ? name : name ? 'linux' : '';
}

function hostOf(record: LogRecord): string {
  const host = objectAt(record, 'host');
  return textOf(host.name) || textOf(host.hostname);
}
