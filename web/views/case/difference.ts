import type { CaseLinkView } from '../../../src/http/contract/index.ts';
import { number } from '../../words/numbers.ts';

/** How far what a report says and what the logs show are apart; both stand. */
export function differenceWords({ claimed, counted, agrees }: CaseLinkView): string {
  if (claimed === null || counted === null) return 'cannot be compared';
  const by = counted - claimed.value;
  const words = by === 0 ? 'the same number' : `${number(Math.abs(by))} ${by > 0 ? 'more' : 'fewer'}`;
  return `${words}; ${agrees ? 'bears the sentence out' : 'does not bear the sentence out'}`;
}
