import type { StatementView } from '../../src/http/contract/index.ts';
import { instant } from './numbers.ts';

/**
 * The day it was said, as a source line has it. A document without a date of its own stands under the day it was recorded: that is
 * then said, so that nobody takes it for the day of publication.
 */
export function saidWords({ said, recorded }: Pick<StatementView, 'said' | 'recorded'>): string {
  return said === instant(recorded) ? `added ${said}` : said;
}
