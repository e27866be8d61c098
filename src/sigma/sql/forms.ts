import type { Value } from '../../base/fields.ts';
import { readAddress } from '../match/address.ts';
import { fold } from '../match/fold.ts';
import { readNumber, timePart } from '../match/scalars.ts';

/**
 * The forms in which a field's texts are kept as columns. Whatever engines could see differently (letters' case, numbers,
 * addresses, times) is worked out here, with the matcher's own functions, when a record is loaded; engines only compare texts.
 */
export const FORMS = {
  /** Folded, for tests that do not count case. */
  folded: (text: string) => fold(text),
  /** As the record has it: expressions, cased tests. */
  raw: (text: string) => text,
  /** The number in 16 hexadecimal digits that sort as the numbers do. */
  number: (text: string) => sortable(readNumber(text)),
  /** The address in 32 hexadecimal digits; IPv4 as IPv4-mapped IPv6. */
  address: (text: string) => {
    const groups = readAddress(text);
    return groups ? groups.map((group) => group.toString(16).padStart(4, '0')).join('') : null;
  },
  /** Year, month, day, hour, minute and ISO week in UTC, at the places that `MOMENT` gives. */
  moment: (text: string) => {
    if (Number.isNaN(timePart(text, 'year'))) return null;
    return MOMENT_PARTS.map((part) => String(timePart(text, part)).padStart(MOMENT[part].length, '0')).join('');
  },
} as const satisfies Record<string, (text: string) => string | null>;

export type Form = keyof typeof FORMS;

/** Where the parts of a moment stand in its form; the first character is 1. */
export const MOMENT = {
  year: { start: 1, length: 4 },
  month: { start: 5, length: 2 },
  day: { start: 7, length: 2 },
  hour: { start: 9, length: 2 },
  minute: { start: 11, length: 2 },
  week: { start: 13, length: 2 },
} as const;
const MOMENT_PARTS = ['year', 'month', 'day', 'hour', 'minute', 'week'] as const;

/**
 * Stands before, between and after the texts of a fenced column: rows in which some field has several texts keep all their
 * columns so, `|a|b|`, and are asked by statements of their own. A noncharacter of Unicode, which no log contains; where one
 * does, it is replaced.
 */
export const FENCE = '\uffff';

/** Stands for an empty text where an engine has no other way to tell it from a missing one. A noncharacter as well. */
export const EMPTY = '\ufffe';

/** A number as 16 hexadecimal digits whose order as text is the order of the numbers; null for NaN. */
export function sortable(value: number): string | null {
  if (Number.isNaN(value)) return null;
  view.setFloat64(0, value === 0 ? 0 : value);
  const bits = view.getBigUint64(0);
  const ordered = bits >> 63n ? ~bits & MASK : bits | (1n << 63n);
  return ordered.toString(16).padStart(16, '0');
}

const view = new DataView(new ArrayBuffer(8));
const MASK = (1n << 64n) - 1n;

/** The texts of a value: none where it is missing or null. */
export function textsOf(value: Value): readonly string[] {
  return value === undefined || value === null ? [] : typeof value === 'string' ? [value] : value;
}

/** The content of a column in the fenced shape, null when no text has this form. */
export function fenced(texts: readonly string[], form: Form): string | null {
  let out = '';
  for (const text of texts) {
    const formed = FORMS[form](plainText(text));
    if (formed !== null) out += `${out === '' ? FENCE : ''}${formed}${FENCE}`;
  }
  return out === '' ? null : out;
}

/** The content of a column for a field of one text. */
export function single(text: string, form: Form): string | null {
  return FORMS[form](plainText(text));
}

/**
 * A text without the two noncharacters that mean something in columns and without halves of surrogate pairs, which UTF-8
 * cannot hold: for values and patterns alike.
 */
export function plainText(text: string): string {
  return RESERVED.test(text) ? text.replace(ALL_RESERVED, '\ufffd') : text;
}

const RESERVED = /[\ufffe\uffff\p{Surrogate}]/u;
const ALL_RESERVED = new RegExp(RESERVED, 'gu');
