import type { Page } from '../model/view.ts';
import { print, say } from './output.ts';
import { count } from './statement-words.ts';

/** How many rows people get unless they ask for more. */
const FOR_PEOPLE = 50;
const A_CALL = 500;

export interface ListOptions {
  readonly json?: boolean;
  readonly limit?: number;
}

/**
 * Prints a list page by page: a JSON document a line, or as `show` words it. Says how many more there are, and how many origins
 * all of them have.
 */
export async function printRows<Row>(
  ask: (page: { offset: number; limit: number }) => Promise<Page<Row>>,
  show: (row: Row) => string,
  { json = false, limit = json ? Number.POSITIVE_INFINITY : FOR_PEOPLE }: ListOptions,
): Promise<void> {
  let printed = 0;
  let total = 0;
  let origins = 0;
  do {
    const page = await ask({ offset: printed, limit: Math.min(A_CALL, limit - printed) });
    ({ total, origins } = page);
    for (const row of page.rows) await print(`${json ? JSON.stringify(row) : show(row)}\n`);
    printed += page.rows.length;
    if (page.rows.length === 0) break;
  } while (printed < Math.min(total, limit));
  if (json) return;
  if (total === 0) say('Nothing found.');
  else {
    // Some lists are not of things that somebody said: they have no origins.
    const of = origins > 0 ? `${printed} of ${total}, ${count(origins, 'origin')}` : `${printed} of ${total}`;
    say(`${of}${printed < total ? ' (--limit shows more)' : ''}`);
  }
}

/** Only the options that were given, under the names the verbs use. */
export function given<T extends object>(values: T): { [K in keyof T]: Exclude<T[K], undefined> } {
  return Object.fromEntries(Object.entries(values).filter(([, value]) => value !== undefined && value !== '')) as {
    [K in keyof T]: Exclude<T[K], undefined>;
  };
}
