import type { NewValue } from './value.ts';

/** An element to be written. Attributes that are plain text become part of the template, all else is a value of the record. */
export interface NewElement {
  readonly name: string;
  readonly attributes?: Readonly<Record<string, string | { readonly value: NewValue }>>;
  readonly children?: readonly NewNode[];
}

/** `{ value }` is a value of the record, a text belongs to the template. */
export type NewNode = NewElement | { readonly value: NewValue } | string;

/** A record as a program would hand it to the event log. */
export interface NewRecord {
  readonly provider: string;
  readonly providerGuid?: string;
  readonly eventId: number;
  readonly channel: string;
  readonly computer: string;
  /** Milliseconds since 1970 UTC. */
  readonly time: number;
  readonly qualifiers?: number;
  readonly version?: number;
  readonly level?: number;
  readonly task?: number;
  readonly opcode?: number;
  readonly keywords?: bigint;
  readonly activityId?: string;
  readonly processId?: number;
  readonly threadId?: number;
  /** A SID. */
  readonly userId?: string;
  /** Else the number after that of the last record. */
  readonly recordId?: number;
  /** `Data` by name; a list of pairs may repeat names and leave them empty (`Data` without one). */
  readonly eventData?: Readonly<Record<string, NewValue>> | readonly (readonly [string, NewValue])[];
  /** What stands under UserData instead. */
  readonly userData?: NewElement;
  /** What stands under Event instead of either. */
  readonly payload?: NewElement;
}

/** The System part, all of its values left to the record, as all records share it. */
export function systemElement(record: NewRecord, recordId: number): NewElement {
  const value = (given: NewValue | undefined): { value: NewValue } => ({ value: given ?? null });
  const typed = (type: 'uint8' | 'uint16' | 'uint32', given: number | undefined): { value: NewValue } => ({
    value: given === undefined ? null : { type, value: given },
  });
  const guid = (given: string | undefined): { value: NewValue } => ({
    value: given === undefined ? null : { type: 'guid', value: given },
  });
  const leaf = (name: string, child: { value: NewValue }): NewElement => ({ name, children: [child] });
  return {
    name: 'System',
    children: [
      { name: 'Provider', attributes: { Name: value(record.provider), Guid: guid(record.providerGuid) } },
      {
        name: 'EventID',
        attributes: { Qualifiers: typed('uint16', record.qualifiers) },
        children: [typed('uint16', record.eventId)],
      },
      leaf('Version', typed('uint8', record.version ?? 0)),
      leaf('Level', typed('uint8', record.level ?? 4)),
      leaf('Task', typed('uint16', record.task ?? 0)),
      leaf('Opcode', typed('uint8', record.opcode ?? 0)),
      leaf('Keywords', { value: { type: 'hex64', value: record.keywords ?? 0x8000_0000_0000_0000n } }),
      { name: 'TimeCreated', attributes: { SystemTime: { value: { type: 'fileTime', value: record.time } } } },
      leaf('EventRecordID', { value: BigInt(recordId) }),
      { name: 'Correlation', attributes: { ActivityID: guid(record.activityId) } },
      {
        name: 'Execution',
        attributes: { ProcessID: typed('uint32', record.processId), ThreadID: typed('uint32', record.threadId) },
      },
      leaf('Channel', value(record.channel)),
      leaf('Computer', value(record.computer)),
      {
        name: 'Security',
        attributes: { UserID: { value: record.userId === undefined ? null : { type: 'sid', value: record.userId } } },
      },
    ],
  };
}

/** The part of a record that is its own; null if it has none. */
export function payloadElement({ eventData, userData, payload }: NewRecord): NewElement | null {
  if (payload) return payload;
  if (userData) return { name: 'UserData', children: [userData] };
  if (eventData === undefined) return null;
  const pairs = Array.isArray(eventData)
    ? (eventData as readonly (readonly [string, NewValue])[])
    : Object.entries(eventData);
  const children = pairs.map(
    ([name, value]): NewElement => ({
      name: 'Data',
      ...(name === '' ? {} : { attributes: { Name: name } }),
      children: [{ value }],
    }),
  );
  return { name: 'EventData', children };
}
