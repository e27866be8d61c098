import type { Sighting } from '../../model/sighting.ts';
import { sortedFields } from '../../model/sighting-line.ts';
import { fieldText } from './field-text.ts';
import { attackTags, tacticName } from './tags.ts';
import { visible } from './visible.ts';

/** Columns of the timeline, and where their cells come from. */
const COLUMNS: readonly (readonly [name: string, cell: (sighting: Sighting) => string])[] = [
  ['time', ({ time }) => sheetTime(time)],
  ['level', ({ rule }) => guarded(rule.level)],
  ['rule', ({ rule }) => guarded(rule.title)],
  ['computer', ({ computer }) => guarded(computer)],
  ['channel', ({ channel }) => guarded(channel)],
  ['event_id', ({ event_id }) => (event_id === null ? '' : String(event_id))],
  ['record', ({ record }) => String(record)],
  ['details', ({ fields }) => guarded(details(fields))],
  ['tactics', ({ rule }) => attackTags(rule.tags).tactics.map(tacticName).join(' | ')],
  ['techniques', ({ rule }) => attackTags(rule.tags).techniques.join(' | ')],
  ['tags', ({ rule }) => guarded(rule.tags.join(' | '))],
  ['status', ({ rule }) => guarded(rule.status)],
  ['rule_id', ({ rule }) => guarded(rule.id)],
  ['file', ({ file }) => guarded(file)],
];

/** The first line of the CSV timeline (RFC 4180: commas, CRLF, quotes where needed). */
export function csvHeader(): string {
  return `${COLUMNS.map(([name]) => name).join(',')}\r\n`;
}

/** A sighting as a line of the CSV timeline. */
export function csvLine(sighting: Sighting): string {
  return `${COLUMNS.map(([, cell]) => quoted(cell(sighting))).join(',')}\r\n`;
}

/**
 * What spreadsheets take for the beginning of a formula, as OWASP lists it (CSV injection), with the wide forms that some of
 * them read alike. Control characters need no entry: `visible` has replaced them.
 */
const FORMULA = /^[=+\-@\uff1d\uff0b\uff0d\uff20]/;

/** The text of a log in a cell: hidden characters shown, and an apostrophe before what a spreadsheet would run. */
function guarded(text: string): string {
  const shown = visible(text);
  return FORMULA.test(shown.trimStart()) ? `'${shown}` : shown;
}

function quoted(cell: string): string {
  return /[",\r\n]/.test(cell) || cell.startsWith(' ') || cell.endsWith(' ') ? `"${cell.replaceAll('"', '""')}"` : cell;
}

/** `2024-05-01 08:00:00.123456`, in UTC: the form that spreadsheets and Timeline Explorer read as a time. */
function sheetTime(time: string | null): string {
  return time === null ? '' : time.replace('T', ' ').replace(/Z$/, '');
}

function details(fields: Sighting['fields']): string {
  return sortedFields(fields)
    .map(([name, value]) => `${name}: ${fieldText(value)}`)
    .join(' | ');
}
