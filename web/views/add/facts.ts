import type { AddFrom, DocumentFacts } from '../../../src/http/contract/index.ts';

/** What a person may say of a report before it is read; goes before what the report says of itself. */
export type Facts = Pick<DocumentFacts, 'title' | 'publisher' | 'published'>;
export type FactsDraft = { readonly [Field in keyof Facts]: string };

export const NO_FACTS: FactsDraft = { title: '', publisher: '', published: '' };

const DAY = /^\d{4}(-(0[1-9]|1[0-2])(-(0[1-9]|[12]\d|3[01]))?)?$/;
const LONGEST_NAME = 80;

/** The fields that were filled in, and whether the date can stand. */
export function readFacts(draft: FactsDraft): { given: Partial<Facts>; badDate: boolean } {
  const filled = Object.entries(draft)
    .map(([field, text]) => [field, text.trim()] as const)
    .filter(([, text]) => text !== '');
  const published = draft.published.trim();
  return { given: Object.fromEntries(filled), badDate: published !== '' && !isDay(published) };
}

/** What the field holds: an address alone is fetched, all else is a text that goes by its first line. */
export function sourceOf(text: string): Exclude<AddFrom, { bytes: string }> {
  const trimmed = text.trim();
  if (/^https?:\/\/\S+$/i.test(trimmed)) return { url: trimmed };
  const [first = ''] = trimmed.split(/\n/);
  const line = first.replace(/\s+/g, ' ').trim();
  return { text, name: line.length > LONGEST_NAME ? `${line.slice(0, LONGEST_NAME - 1).trimEnd()}…` : line };
}

function isDay(text: string): boolean {
  const [year, month = '01', day = '01'] = text.split('-');
  const iso = `${year}-${month}-${day}`;
  const date = new Date(`${iso}T00:00:00Z`);
  return DAY.test(text) && !Number.isNaN(date.getTime()) && date.toISOString().startsWith(iso);
}
