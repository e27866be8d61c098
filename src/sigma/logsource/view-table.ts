import { CONVERSIONS, type Conversion } from './convert.ts';

/** A field of a view: the record's fields it is made of, in the order its conversion takes them. */
export interface ViewField {
  readonly from: readonly string[];
  readonly by: Conversion;
}

const SUBJECT = ['SubjectDomainName', 'SubjectUserName'];
const copy = (from: string): ViewField => ({ from: [from], by: CONVERSIONS.same });
const decimal = (from: string): ViewField => ({ from: [from], by: CONVERSIONS.decimal });

/**
 * Records of one kind under the names and values of another. Fields that are not listed keep their own name and value, so that a
 * rule can use either. Sources: Microsoft's descriptions of events 4688, 4657, 5156, 1116 and of Sysmon's events 1, 3, 12, 13.
 */
export const VIEWS: Readonly<Record<string, Readonly<Record<string, ViewField>>>> = {
  /** Security 4688 as Sysmon 1. The new process runs as the target when one is named, else as the subject. */
  process_creation: {
    Image: copy('NewProcessName'),
    ParentImage: copy('ParentProcessName'),
    ProcessId: decimal('NewProcessId'),
    ParentProcessId: decimal('ProcessId'),
    User: { from: ['TargetDomainName', 'TargetUserName', ...SUBJECT], by: CONVERSIONS.account },
    ParentUser: { from: SUBJECT, by: CONVERSIONS.account },
    LogonId: { from: ['TargetLogonId', 'SubjectLogonId'], by: CONVERSIONS.logon },
    IntegrityLevel: { from: ['MandatoryLabel'], by: CONVERSIONS.integrity },
  },
  /** Security 4657 as Sysmon 12 and 13. It tells of values only, never of keys. */
  registry_value: {
    TargetObject: { from: ['ObjectName', 'ObjectValueName'], by: CONVERSIONS.registryPath },
    Details: { from: ['NewValue', 'NewValueType'], by: CONVERSIONS.registryValue },
    EventType: { from: ['OperationType'], by: CONVERSIONS.registryOperation },
    Image: copy('ProcessName'),
    ProcessId: decimal('ProcessId'),
    User: { from: SUBJECT, by: CONVERSIONS.account },
  },
  /** Security 5156 as Sysmon 3. */
  network_connection: {
    Image: { from: ['Application'], by: CONVERSIONS.devicePath },
    ProcessId: decimal('ProcessID'),
    Protocol: { from: ['Protocol'], by: CONVERSIONS.protocol },
    Initiated: { from: ['Direction'], by: CONVERSIONS.initiated },
    SourceIp: copy('SourceAddress'),
    SourcePort: copy('SourcePort'),
    SourceIsIpv6: { from: ['SourceAddress'], by: CONVERSIONS.isIpv6 },
    DestinationIp: copy('DestAddress'),
    DestinationPort: copy('DestPort'),
    DestinationIsIpv6: { from: ['DestAddress'], by: CONVERSIONS.isIpv6 },
  },
  /** Detections of Windows Defender under the names of Sigma's antivirus rules. */
  antivirus: {
    Signature: copy('ThreatName'),
    Filename: { from: ['Path'], by: CONVERSIONS.defenderPaths },
  },
};
