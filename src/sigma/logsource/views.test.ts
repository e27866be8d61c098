import { expect, test } from 'vitest';
import { type FieldSource, FieldTable, type Value } from '../../base/fields.ts';
import { viewed, viewer, viewFields } from './views.ts';

/** A record of these fields, and how often they were asked for. */
function record(values: Record<string, Value>, fields: FieldTable): FieldSource & { asked: number } {
  const byId = new Map(Object.entries(values).map(([name, value]) => [fields.id(name), value]));
  return {
    asked: 0,
    value(id) {
      this.asked++;
      return byId.get(id);
    },
    texts: () => Object.values(values).filter((value) => typeof value === 'string'),
  };
}

function see(view: string, values: Record<string, Value>, names: readonly string[]): Value[] {
  const fields = new FieldTable();
  const source = viewed(record(values, fields), view, fields);
  return names.map((name) => source.value(fields.id(name)));
}

test('a Security 4688 under the names and values of Sysmon 1', () => {
  const created = {
    NewProcessName: 'C:\\Windows\\System32\\cmd.exe',
    ParentProcessName: 'C:\\Windows\\explorer.exe',
    NewProcessId: '0xA38',
    ProcessId: '0x278',
    CommandLine: 'cmd /c whoami',
    SubjectDomainName: 'EXAMPLE',
    SubjectUserName: 'user01',
    SubjectLogonId: '0x2ED80',
    TargetDomainName: '-',
    TargetUserName: '-',
    TargetLogonId: '0x0',
    MandatoryLabel: 'S-1-16-12288',
    EventID: '4688',
  };
  const names = ['Image', 'ParentImage', 'ProcessId', 'ParentProcessId', 'User', 'LogonId', 'IntegrityLevel'];
  expect(see('process_creation', created, names)).toEqual([
    'C:\\Windows\\System32\\cmd.exe',
    'C:\\Windows\\explorer.exe',
    '2616',
    '632',
    'EXAMPLE\\user01',
    '0x2ed80',
    'High',
  ]);
  // What the view does not name is the record's own; what the record lacks is missing.
  expect(see('process_creation', created, ['CommandLine', 'EventID', 'OriginalFileName'])).toEqual([
    'cmd /c whoami',
    '4688',
    undefined,
  ]);
  const runas = { ...created, TargetDomainName: 'EXAMPLE', TargetUserName: 'admin', TargetLogonId: '0x3E7' };
  expect(see('process_creation', runas, ['User', 'ParentUser', 'LogonId'])).toEqual([
    'EXAMPLE\\admin',
    'EXAMPLE\\user01',
    '0x3e7',
  ]);
});

test('an older 4688 without parent, label and target leaves those fields missing', () => {
  const old = { NewProcessName: 'C:\\a.exe', NewProcessId: '0x10', SubjectUserName: 'PC01$', SubjectDomainName: '' };
  expect(see('process_creation', old, ['ParentImage', 'IntegrityLevel', 'User', 'LogonId'])).toEqual([
    undefined,
    undefined,
    'PC01$',
    undefined,
  ]);
});

test('a Security 4657 as Sysmon 12 and 13', () => {
  const set = {
    ObjectName: '\\REGISTRY\\MACHINE\\SYSTEM\\ControlSet001\\Control\\Lsa',
    ObjectValueName: 'RunAsPPL',
    OperationType: '%%1905',
    NewValueType: '%%1876',
    NewValue: '0',
    ProcessName: 'C:\\Windows\\regedit.exe',
    ProcessId: '0xce4',
  };
  expect(see('registry_value', set, ['TargetObject', 'Details', 'EventType', 'Image', 'ProcessId'])).toEqual([
    'HKLM\\SYSTEM\\CurrentControlSet\\Control\\Lsa\\RunAsPPL',
    'DWORD (0x00000000)',
    'SetValue',
    'C:\\Windows\\regedit.exe',
    '3300',
  ]);
  const rest: [Record<string, Value>, string[]][] = [
    [{ ObjectName: '\\REGISTRY\\USER\\S-1-5-21-1\\Run', ObjectValueName: 'x' }, ['HKU\\S-1-5-21-1\\Run\\x']],
    [{ ObjectName: '\\REGISTRY\\MACHINE', ObjectValueName: '-' }, ['HKLM']],
    [{ ObjectName: '\\REGISTRY\\MACHINERY\\a', ObjectValueName: 'b' }, ['\\REGISTRY\\MACHINERY\\a\\b']],
  ];
  for (const [values, expected] of rest) expect(see('registry_value', values, ['TargetObject'])).toEqual(expected);
  expect(see('registry_value', { NewValue: '0x100000002', NewValueType: '%%1883' }, ['Details'])).toEqual([
    'QWORD (0x00000001-0x00000002)',
  ]);
  expect(see('registry_value', { NewValue: '00 01', NewValueType: '%%1875' }, ['Details'])).toEqual(['Binary Data']);
  expect(see('registry_value', { NewValue: '7', NewValueType: '%%1873' }, ['Details'])).toEqual(['7']);
  expect(see('registry_value', { OperationType: '%%1906' }, ['EventType'])).toEqual(['DeleteValue']);
});

test('a Security 5156 as Sysmon 3, without a drive letter it cannot know', () => {
  const connection = {
    ProcessID: '812',
    Application: '\\device\\harddiskvolume1\\windows\\system32\\svchost.exe',
    Direction: '%%14593',
    SourceAddress: '10.0.2.17',
    SourcePort: '49263',
    DestAddress: 'fe80::1',
    DestPort: '88',
    Protocol: '6',
  };
  const names = ['Image', 'Initiated', 'Protocol', 'SourceIp', 'DestinationIp', 'DestinationPort', 'DestinationIsIpv6'];
  expect(see('network_connection', connection, names)).toEqual([
    '\\windows\\system32\\svchost.exe',
    'true',
    'tcp',
    '10.0.2.17',
    'fe80::1',
    '88',
    'true',
  ]);
  expect(see('network_connection', { Application: 'System', Direction: '%%14592' }, ['Image', 'Initiated'])).toEqual([
    'System',
    'false',
  ]);
});

test('paths of a Defender detection', () => {
  const found = {
    'Threat Name': 'HackTool:JS/Jsprat',
    Path: 'containerfile:_C:\\b.jsp; file:_C:\\b.jsp->(SCRIPT0005)',
  };
  expect(see('antivirus', found, ['Signature', 'Filename'])).toEqual([
    'HackTool:JS/Jsprat',
    ['C:\\b.jsp', 'C:\\b.jsp->(SCRIPT0005)'],
  ]);
});

test('a viewer asks the record once for each field and forgets with the next record', () => {
  const fields = new FieldTable();
  const see = viewer('process_creation', fields);
  const image = fields.id('Image');
  const first = record({ NewProcessName: 'a' }, fields);
  const source = see(first);
  expect([source.value(image), source.value(image), first.asked]).toEqual(['a', 'a', 1]);
  expect(see(record({ NewProcessName: 'b' }, fields)).value(image)).toBe('b');
});

test('the fields that a view needs of the record', () => {
  expect(viewFields('antivirus')).toEqual(['ThreatName', 'Path']);
  expect(() => viewFields('toString')).toThrow('there is no view "toString"');
});
