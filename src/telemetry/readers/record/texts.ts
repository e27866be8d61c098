import type { TextFinder, Value } from '../../../base/fields.ts';

/** Deeper nesting holds no text that anyone would look for, and would overflow the stack. */
const MAX_DEPTH = 64;

/** A number that JSON writes with more digits than a double holds. */
export function isRounded(value: unknown): boolean {
  return typeof value === 'number' && !Number.isSafeInteger(value) && Math.abs(value) >= Number.MAX_SAFE_INTEGER;
}

/** A JSON value as fields have it: arrays as several texts, objects as JSON text, an empty array as no value. */
export function asValue(json: unknown): Value {
  if (typeof json === 'string') return json;
  if (json === null || json === undefined) return json;
  if (!Array.isArray(json)) return scalar(json);
  const texts: string[] = [];
  flatten(json, texts, 0);
  return texts.length > 1 ? texts : (texts[0] ?? null);
}

/** Every text and number of a record, without the names of its keys. */
export function collectTexts(json: unknown, into: string[], depth = 0): void {
  if (typeof json === 'string') into.push(json);
  else if (typeof json === 'object' && json !== null) {
    if (depth >= MAX_DEPTH) return;
    const object = json as Record<string, unknown>;
    for (const key in object) if (key !== 'xmlns') collectTexts(object[key], into, depth + 1);
  } else if (json !== null) into.push(String(json));
}

/** Whether some of these texts may hold what is sought, without making a list of them. */
export function mayHold(json: unknown, finder: TextFinder, depth = 0): boolean {
  if (typeof json === 'string') return finder.inText(json);
  if (typeof json !== 'object') return !finder.wordy;
  if (json === null || depth >= MAX_DEPTH) return false;
  const object = json as Record<string, unknown>;
  for (const key in object) if (key !== 'xmlns' && mayHold(object[key], finder, depth + 1)) return true;
  return false;
}

/** Fields that readers put together or translate; the line does not say them. */
const TRANSLATED = new Set(['date', 'time', 'date-time', 'category', 'Initiated', 'type']);

/** A line, and what is decoded in the record but not on the line as it stands (`%2e`, encoded words of auditd). */
export function lineTexts(line: string, record: Readonly<Record<string, unknown>>): readonly string[] {
  const texts = [line];
  for (const key in record) {
    const value = record[key];
    if (TRANSLATED.has(key)) continue;
    if (typeof value === 'string') addMissing(texts, value);
    else if (Array.isArray(value)) for (const item of value) addMissing(texts, String(item));
  }
  return texts;
}

function addMissing(texts: string[], text: string): void {
  if (!texts.some((seen) => seen.includes(text))) texts.push(text);
}

function flatten(list: readonly unknown[], into: string[], depth: number): void {
  for (const item of list) {
    if (Array.isArray(item)) {
      if (depth < MAX_DEPTH) flatten(item, into, depth + 1);
    } else if (item !== null && item !== undefined) into.push(scalar(item));
  }
}

function scalar(json: unknown): string {
  if (typeof json === 'string') return json;
  if (typeof json !== 'object') return String(json);
  try {
    return JSON.stringify(json);
  } catch {
    // Too deeply nested for the stack.
    return '';
  }
}
