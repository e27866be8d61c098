import { type Head, isObject, type LogRecord, type OnlyLayout, objectAt, textOf } from '../record/layout.ts';

/** Names that shippers give to parts of the record's header, by the name that Sigma knows them by. */
const FLAT_ALIASES = {
  Hostname: ['Computer', 'ComputerName'],
  MachineName: 'Computer',
  ComputerName: 'Computer',
  SourceName: ['Provider_Name', 'Source'],
  ProviderName: ['Provider_Name', 'Source'],
  Provider: 'Provider_Name',
  RecordNumber: 'EventRecordID',
  RecordId: 'EventRecordID',
  ProviderGuid: 'Provider_Guid',
  Id: 'EventID',
  EventCode: 'EventID',
  EventId: 'EventID',
  LogName: 'Channel',
  EventTime: 'TimeCreated',
} as const;

/** Event records of Windows, by the program that wrote them as JSON. */
export const WINDOWS_SHAPES: readonly OnlyLayout[] = [
  {
    // evtx_dump of the Rust crate `evtx` with its two ways of writing attributes; Velociraptor's and Chainsaw's are like it.
    name: 'evtx_dump',
    is: (record) => (isObject(record.Event) ? isObject(record.Event.System) : isSystem(record.System)),
    head(record, head) {
      const event = isObject(record.Event) ? record.Event : record;
      const system = objectAt(event, 'System');
      windows(head, system.Channel, system.EventID, attribute(system, 'Provider', 'Name'), system.Computer);
      head.time = attribute(system, 'TimeCreated', 'SystemTime');
      head.record = system.EventRecordID;
    },
    below: [
      { path: 'Event.EventData', rank: 0 },
      { path: 'Event.UserData.*', rank: 0 },
      { path: 'Event.System', rank: 3 },
      { path: 'EventData', rank: 0 },
      { path: 'UserData.*', rank: 0 },
      { path: 'System', rank: 3 },
      { path: 'Event', rank: 5 },
    ],
    objects: false,
    tidy: tidyAttributes,
  },
  {
    name: 'winlogbeat',
    is: (record) => isObject(record.winlog),
    head(record, head) {
      const winlog = objectAt(record, 'winlog');
      const event = objectAt(record, 'event');
      windows(
        head,
        winlog.channel,
        winlog.event_id ?? event.code,
        winlog.provider_name ?? event.provider,
        winlog.computer_name ?? objectAt(record, 'host').name,
      );
      head.time = record['@timestamp'];
      head.record = winlog.record_id;
    },
    below: [
      { path: 'winlog.event_data', rank: 0 },
      { path: 'winlog.user_data', rank: 0 },
    ],
    aliases: {
      'winlog.channel': 'Channel',
      'winlog.event_id': 'EventID',
      'event.code': 'EventID',
      'winlog.provider_name': ['Provider_Name', 'Source'],
      'winlog.provider_guid': 'Provider_Guid',
      'winlog.computer_name': ['Computer', 'ComputerName'],
      'winlog.record_id': 'EventRecordID',
      'winlog.task': 'Task',
      'winlog.opcode': 'Opcode',
      'winlog.process.pid': 'Execution_ProcessID',
      'winlog.user.identifier': 'Security_UserID',
      message: 'Message',
    },
    objects: false,
  },
  {
    // The same with dots in its keys instead of objects.
    name: 'winlogbeat-flat',
    is: (record) => 'winlog.channel' in record || 'winlog.event_id' in record,
    head(record, head) {
      windows(
        head,
        record['winlog.channel'],
        record['winlog.event_id'] ?? record['event.code'],
        record['winlog.provider_name'] ?? record['event.provider'],
        record['winlog.computer_name'] ?? record['host.name'],
      );
      head.time = record['@timestamp'];
      head.record = record['winlog.record_id'];
    },
    below: [
      { path: 'winlog.event_data', rank: 0 },
      { path: 'winlog.user_data', rank: 0 },
    ],
    aliases: {
      'winlog.channel': 'Channel',
      'winlog.event_id': 'EventID',
      'event.code': 'EventID',
      'winlog.provider_name': ['Provider_Name', 'Source'],
      'winlog.computer_name': ['Computer', 'ComputerName'],
      'winlog.record_id': 'EventRecordID',
    },
    objects: false,
  },
  {
    // Winlogbeat up to version 6.
    name: 'winlogbeat-6',
    is: (record) => 'log_name' in record && 'event_id' in record,
    head(record, head) {
      windows(head, record.log_name, record.event_id, record.source_name, record.computer_name);
      head.time = record['@timestamp'];
      head.record = record.record_number;
    },
    below: [
      { path: 'event_data', rank: 0 },
      { path: 'user_data', rank: 0 },
    ],
    aliases: {
      log_name: 'Channel',
      event_id: 'EventID',
      source_name: ['Provider_Name', 'Source'],
      computer_name: ['Computer', 'ComputerName'],
      record_number: 'EventRecordID',
      message: 'Message',
    },
    objects: false,
  },
  {
    // Wazuh's archives and alerts; its field names begin with a small letter.
    name: 'wazuh',
    is: (record) => isObject(record.data) && isObject(record.data.win),
    head(record, head) {
      const system = objectAt(objectAt(objectAt(record, 'data'), 'win'), 'system');
      windows(head, system.channel, system.eventID, system.providerName, system.computer);
      head.time = system.systemTime;
      head.record = system.eventRecordID;
    },
    below: [
      { path: 'data.win.eventdata', rank: 0 },
      { path: 'data.win.system', rank: 3 },
    ],
    aliases: { 'data.win.system.providerName': ['Provider_Name', 'Source'] },
    objects: false,
  },
  {
    // NXLog's to_json, the Security-Datasets, Fluent Bit, PowerShell's ConvertTo-Json: header and data side by side.
    name: 'windows-flat',
    is: (record) =>
      ('Channel' in record || 'LogName' in record) &&
      ('EventID' in record || 'EventId' in record || 'EventCode' in record || 'Id' in record),
    head(record, head) {
      windows(
        head,
        record.Channel ?? record.LogName,
        record.EventID ?? record.EventId ?? record.EventCode ?? record.Id,
        record.SourceName ?? record.ProviderName ?? record.Provider ?? record.Provider_Name,
        record.Hostname ?? record.Computer ?? record.ComputerName ?? record.MachineName,
      );
      head.time = flatTime(record);
      head.record = record.RecordNumber ?? record.EventRecordID ?? record.RecordId ?? record.EventRecordId;
    },
    below: [{ path: 'EventData', rank: 0 }],
    aliases: FLAT_ALIASES,
    objects: false,
  },
];

/** Channels of Sysmon for Linux, which writes Windows' records. */
const LINUX_SYSMON = 'linux-sysmon/operational';
const LINUX_CATEGORIES: Readonly<Record<number, string>> = {
  1: 'process_creation',
  3: 'network_connection',
  5: 'process_termination',
  9: 'raw_access_thread',
  11: 'file_event',
  23: 'file_delete',
};

function windows(head: Head, channel: unknown, eventId: unknown, provider: unknown, computer: unknown): void {
  head.channel = textOf(channel);
  head.eventId = idOf(eventId);
  head.provider = textOf(isObject(provider) ? (provider.Name ?? provider.name) : provider);
  head.computer = textOf(computer);
  head.product = 'windows';
  if (head.channel.length === LINUX_SYSMON.length && head.channel.toLowerCase() === LINUX_SYSMON) {
    head.product = 'linux';
    head.category = LINUX_CATEGORIES[head.eventId] ?? '';
    head.service = 'sysmon';
  }
}

/** `4688`, `"4688"`, `{"#attributes":{"Qualifiers":0},"#text":4688}`, `{"Value":4688}`. */
function idOf(value: unknown): number {
  if (typeof value === 'number') return Number.isInteger(value) ? value : -1;
  if (typeof value === 'string') return /^\d{1,9}$/.test(value) ? Number(value) : -1;
  return isObject(value) ? idOf(value['#text'] ?? value.Value) : -1;
}

/** An attribute of an element: below `#attributes`, in `Element_attributes`, or directly. */
function attribute(system: LogRecord, element: string, name: string): unknown {
  const found = system[element];
  if (isObject(found)) {
    const attributes = found['#attributes'];
    return isObject(attributes) ? attributes[name] : (found[name] ?? found);
  }
  const beside = system[`${element}_attributes`];
  return isObject(beside) ? beside[name] : found;
}

function isSystem(value: unknown): boolean {
  return isObject(value) && 'EventID' in value && 'Channel' in value;
}

/** `A.#attributes.B` and `A_attributes.B` → `A_B`, as in XML; a text beside attributes is the element's own. */
function tidyAttributes(path: string): string {
  return path
    .replace(/(?:\.#attributes|_attributes)\./, '_')
    .replace(/\.#text$/, '')
    .replace(/^((?:Event\.)?System\.(?:Provider|TimeCreated|Execution|Correlation|Security))\./, '$1_')
    .replace(/^((?:Event\.)?System\.EventID)\.Value$/, '$1');
}

/** The record's own time before that of its data or of the shipper; NXLog's EventTime is local time without a zone. */
function flatTime(record: LogRecord): unknown {
  const own = record.TimeCreated ?? record.SystemTime ?? record['@timestamp'];
  return own ?? record.UtcTime ?? record.EventTime ?? record.timestamp;
}
