import type { Sighting } from './sighting.ts';

/**
 * A sighting as one line of JSON, with its line feed. Keys stand in a fixed order, fields in the order of their names.
 * Characters that JSON allows but a terminal or a line reader may take for commands are written as \uXXXX.
 */
export function sightingLine({ file, record, time, channel, event_id, computer, rule, fields }: Sighting): string {
  const { id, title, level, status, tags } = rule;
  const line = {
    file,
    record,
    time,
    channel,
    event_id,
    computer,
    rule: { id, title, level, tags, status },
    fields: Object.fromEntries(sortedFields(fields)),
  };
  return `${escapeHidden(JSON.stringify(line))}\n`;
}

/** Fields in the order of their names: the same whichever engine found the sighting. */
export function sortedFields(fields: Sighting['fields']): [string, Sighting['fields'][string]][] {
  return Object.entries(fields).sort(([a], [b]) => (a < b ? -1 : a > b ? 1 : 0));
}

const HIDDEN = /[\u007f-\u009f\u061c\u200b-\u200f\u2028-\u202e\u2060-\u206f\ufeff]/g;

/** Escapes hidden characters of a JSON text; what it means does not change. */
export function escapeHidden(json: string): string {
  return json.replace(HIDDEN, (char) => `\\u${char.charCodeAt(0).toString(16).padStart(4, '0')}`);
}
