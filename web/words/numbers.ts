import type { Bound, Quantity } from '../../src/http/contract/index.ts';

const grouped = new Intl.NumberFormat('en');
const BOUND_SIGNS: Readonly<Record<Bound, string>> = { exact: '', 'at-least': '≥ ', 'at-most': '≤ ', about: '≈ ' };

export const number = (value: number): string => grouped.format(value);

/** "1 source", "3 sources"; `plural` for words that do not take an s. */
export function count(value: number, word: string, plural = `${word}s`): string {
  return `${number(value)} ${value === 1 ? word : plural}`;
}

/** Units of data as they are written; like every word without a lower-case letter at its end they take no s. */
const DATA_UNIT = /^[kmgtp]b$/i;

/** "≥ 40 attack" is how the ledger has it; shown as "≥ 40 attacks". */
export function quantityWords({ value, unit, bound }: Quantity): string {
  const words = DATA_UNIT.test(unit) ? unit.toUpperCase() : value === 1 ? unit : plural(unit);
  return `${BOUND_SIGNS[bound]}${number(value)} ${words}`;
}

function plural(unit: string): string {
  if (/(ss|x|ch|sh)$/.test(unit)) return `${unit}es`;
  if (/(s|[^a-z]|people|percent)$/.test(unit)) return unit;
  return /[^aeiou]y$/.test(unit) ? `${unit.slice(0, -1)}ies` : `${unit}s`;
}

/** The day of an ISO instant, and with `time` the minute too, as recorded (UTC). */
export function instant(iso: string, time = false): string {
  return time ? iso.slice(0, 16).replace('T', ' ') : iso.slice(0, 10);
}
