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

const typed = (type: 'uint8' | 'uint16' | 'uint32' | 'guid' | 'sid', given: number | string | undefined): NewValue =>
  given === undefined ? null : { type, value: given };

/** The values of the System part, in the order of `systemElement`. */
export function systemValues(record: NewRecord, recordId: number): NewValue[] {
  return [
    record.provider,
    typed('guid', record.providerGuid),
    typed('uint16', record.qualifiers),
    typed('uint16', record.eventId),
    typed('uint8', record.version ?? 0),
    typed('uint8', record.level ?? 4),
    typed('uint16', record.task ?? 0),
    typed('uint8', record.opcode ?? 0),
    { type: 'hex64', value: record.keywords ?? 0x8000_0000_0000_0000n },
    { type: 'fileTime', value: record.time },
    { type: 'uint64', value: recordId },
    typed('guid', record.activityId),
    typed('uint32', record.processId),
    typed('uint32', record.threadId),
    record.channel,
    record.computer,
    typed('sid', record.userId),
  ];
}

/** The System part, all of its values left to the record, as all records share it. */
export function systemElement(values: readonly NewValue[]): NewElement {
  let at = 0;
  const next = (): { value: NewValue } => ({ value: values[at++] ?? null });
  const leaf = (name: string): NewElement => ({ name, children: [next()] });
  return {
    name: 'System',
    children: [
      { name: 'Provider', attributes: { Name: next(), Guid: next() } },
      { name: 'EventID', attributes: { Qualifiers: next() }, children: [next()] },
      leaf('Version'),
      leaf('Level'),
      leaf('Task'),
      leaf('Opcode'),
      leaf('Keywords'),
      { name: 'TimeCreated', attributes: { SystemTime: next() } },
      leaf('EventRecordID'),
      { name: 'Correlation', attributes: { ActivityID: next() } },
      { name: 'Execution', attributes: { ProcessID: next(), ThreadID: next() } },
      leaf('Channel'),
      leaf('Computer'),
      { name: 'Security', attributes: { UserID: next() } },
    ],
  };
}

/** The part of a record that is its own; null if it has none. */
export function payloadElement({ eventData, userData, payload }: NewRecord): NewElement | null {
  if (payload) return payload;
  if (userData) return { name: 'UserData', children: [userData] };
  return eventData === undefined ? null : dataElement(eventData);
}

export function dataElement(eventData: NewRecord['eventData'] & object): NewElement {
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
