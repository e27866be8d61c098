import { isObject, type LogRecord } from '../record/layout.ts';
import { unpack } from './unpack.ts';

/** Keys that hold a record which some program has wrapped: Splunk's export, Elasticsearch's, EventBridge's CloudTrail. */
const SINGLE = ['result', '_source', 'detail'] as const;
/** Keys that hold a list of records: CloudTrail, Azure, Microsoft Graph, Kubernetes. */
const LISTS = ['Records', 'records', 'value', 'items'] as const;

/** A document that is a wrapped list of records from its beginning, with nothing but scalars before the list. */
export const LIST_BEGINS =
  /^\s*\{\s*(?:"[^"\\]{1,80}"\s*:\s*(?:"[^"\\]*(?:\\.[^"\\]*)*"|[-\d.eE+]+|true|false|null)\s*,\s*)*"(?:Records|records|value|items)"\s*:\s*\[\s*(?:\{|$)/;

/** The record inside a wrapper, or the record itself, with everything where it can be found. */
export function unwrap(record: LogRecord): LogRecord {
  for (const key of SINGLE) {
    const inner = record[key];
    if (isObject(inner) && wraps(record, key)) return unpack(inner);
  }
  return unpack(record);
}

/** The records of a wrapped list, or null if it is none. */
export function listOf(record: LogRecord): readonly unknown[] | null {
  for (const key of LISTS) {
    const list = record[key];
    if (Array.isArray(list) && list.length > 0 && list.every(isObject)) return list;
  }
  return null;
}

/** `result` and `detail` are fields of many records: they wrap only where the program's other keys stand beside them. */
function wraps(record: LogRecord, key: (typeof SINGLE)[number]): boolean {
  if (key === 'result') return 'preview' in record || 'offset' in record || Object.keys(record).length === 1;
  if (key === '_source') return true;
  return 'detail-type' in record;
}
