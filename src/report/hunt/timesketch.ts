import type { Sighting } from '../../model/sighting.ts';
import { escapeHidden, sortedFields } from '../../model/sighting-line.ts';
import { fieldText } from './field-text.ts';
import { attackTags } from './tags.ts';
import { cut, visible } from './visible.ts';

/** Longest text of a message: it is a row of a table there. The fields hold everything. */
const MESSAGE = 600;

/**
 * A sighting as a line of JSON for Timesketch, '' for one without a time: its importer wants `message`, `datetime` and
 * `timestamp_desc` in every line and refuses the whole file for one that lacks them. `timestamp` is in microseconds. What
 * Plaso also knows bears Plaso's name for it (`event_identifier`, `computer_name`), so that searches find both.
 */
export function timesketchLine({ file, record, time, channel, event_id, computer, rule, fields }: Sighting): string {
  if (time === null) return '';
  const { tactics, techniques } = attackTags(rule.tags);
  const line: Record<string, unknown> = {
    message: cut(visible(`[${rule.level}] ${rule.title} | ${computer} | ${inWords(fields)}`), MESSAGE),
    datetime: isoWithZone(time),
    timestamp: microseconds(time),
    timestamp_desc: 'Event Logged',
    data_type: 'longwatch:sighting',
    tag: [rule.level, ...tactics, ...techniques].filter(Boolean),
    computer_name: computer,
    channel,
    event_identifier: event_id,
    record_number: record,
    display_name: file,
    rule_id: rule.id,
    rule_title: rule.title,
    rule_level: rule.level,
    rule_status: rule.status,
    rule_tags: rule.tags,
  };
  for (const [name, value] of sortedFields(fields)) line[free(keyOf(name), line)] = value;
  return `${escapeHidden(JSON.stringify(line))}\n`;
}

function inWords(fields: Sighting['fields']): string {
  return sortedFields(fields)
    .map(([name, value]) => `${name}: ${fieldText(value)}`)
    .join(' | ');
}

/** OpenSearch reads a dot in a name as an object within an object, and `_` in front as its own; both would break an import. */
function keyOf(name: string): string {
  return name.replaceAll('.', '_').replace(/^_+/, '') || 'field';
}

/** A name that no other entry of the line has. */
function free(key: string, line: Readonly<Record<string, unknown>>): string {
  let name = key;
  while (Object.hasOwn(line, name) || RESERVED.has(name)) name = `field_${name}`;
  return name;
}

/** Names that Timesketch writes itself. */
const RESERVED = new Set(['label', 'timesketch_label']);

function isoWithZone(time: string): string {
  return time.replace(/Z$/, '+00:00');
}

/** Microseconds since 1970 of an ISO time, exact: a Date holds milliseconds only. */
function microseconds(time: string): number {
  const [, decimals = ''] = /\.(\d+)/.exec(time) ?? [];
  return Date.parse(`${time.slice(0, 19)}Z`) * 1000 + Number(decimals.padEnd(6, '0').slice(0, 6));
}
