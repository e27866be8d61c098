import { isObject, type LogRecord, objectAt, textOf } from '../record/layout.ts';

/** Records that keep part of themselves in a form in which fields cannot be found by name; each with how it is put right. */
const PACKED: readonly { is(record: LogRecord): boolean; unpack(record: LogRecord): LogRecord }[] = [
  {
    // EvtxECmd: the data of the event as JSON text, every `Data` with its name beside it.
    is: (record) => typeof record.Payload === 'string' && 'Channel' in record,
    unpack(record) {
      const payload = parsed(record.Payload);
      const data = payload && (isObject(payload.EventData) ? payload.EventData : payload.UserData);
      return isObject(data) ? { ...record, EventData: named(data) } : record;
    },
  },
  {
    // Microsoft 365's export: the record itself is the text of a column.
    is: (record) => typeof record.AuditData === 'string',
    unpack: (record) => parsed(record.AuditData) ?? record,
  },
  {
    // Google Workspace: parameters as a list of names and values.
    is: (record) => Array.isArray(record.events) && 'applicationName' in objectAt(record, 'id'),
    unpack(record) {
      const parameters: Record<string, unknown> = {};
      for (const event of record.events as readonly unknown[])
        if (isObject(event) && Array.isArray(event.parameters))
          for (const one of event.parameters)
            if (isObject(one) && typeof one.name === 'string')
              parameters[one.name.toLowerCase()] = one.value ?? one.multiValue ?? one.boolValue ?? one.intValue;
      return {
        ...record,
        parameters,
        eventService: `${textOf(objectAt(record, 'id').applicationName)}.googleapis.com`,
      };
    },
  },
  {
    // Apple's eslogger: the command line as a list.
    is: (record) => isObject(record.event) && isObject(record.event.exec) && Array.isArray(record.event.exec.args),
    unpack(record) {
      const event = objectAt(record, 'event');
      const exec = objectAt(event, 'exec');
      return { ...record, event: { ...event, exec: { ...exec, command_line: joined(exec.args) } } };
    },
  },
  {
    // Laurel: the same.
    is: (record) => isObject(record.EXECVE) && Array.isArray(record.EXECVE.ARGV),
    unpack(record) {
      const execve = objectAt(record, 'EXECVE');
      const words = Object.fromEntries(
        (execve.ARGV as readonly unknown[]).slice(0, 64).map((word, i) => [`a${i}`, word]),
      );
      return { ...record, EXECVE: { ...words, ...execve, ARGV_STR: joined(execve.ARGV) } };
    },
  },
];

/** The record with everything where it can be found. */
export function unpack(record: LogRecord): LogRecord {
  for (const packed of PACKED) if (packed.is(record)) return packed.unpack(record);
  return record;
}

/** `{Data: [{"@Name": "A", "#text": "b"}]}` → `{A: "b"}`; what has no name stays under its key. */
function named(data: LogRecord): LogRecord {
  const found: Record<string, unknown> = {};
  for (const [key, value] of Object.entries(data)) {
    const rest: unknown[] = [];
    for (const item of Array.isArray(value) ? value : [value])
      if (isObject(item) && typeof item['@Name'] === 'string') found[item['@Name']] = item['#text'] ?? '';
      else rest.push(item);
    if (rest.length > 0) found[key] = rest.length > 1 ? rest : rest[0];
  }
  return found;
}

function parsed(text: unknown): LogRecord | null {
  try {
    const json: unknown = JSON.parse(String(text));
    return isObject(json) ? json : null;
  } catch {
    return null;
  }
}

function joined(words: unknown): string {
  return (words as readonly unknown[]).map(String).join(' ');
}
