import type { HuntView } from '../../../src/http/contract/index.ts';
import { count, number } from '../../words/numbers.ts';

type Figured = Pick<
  HuntView,
  'hits' | 'matching' | 'matching_rules' | 'matching_hosts' | 'matching_nowhere' | 'inputs' | 'opened'
>;

/** The figures of what is shown; under a filter, beside all hits. Hits on no known machine are on no host. */
export function figuresOf(hunt: Figured, narrowed: boolean): string {
  const { hits, matching, matching_rules: rules, matching_hosts: hosts, matching_nowhere: nowhere } = hunt;
  const what = narrowed ? `${number(matching)} of ${count(hits, 'hit')}` : count(matching, 'hit');
  const where = nowhere === 0 ? '' : ` (${nowhere === matching ? 'all' : number(nowhere)} on no named machine)`;
  return `${what} by ${count(rules, 'rule')} on ${count(hosts, 'host')}${where} in ${hunt.inputs.join(', ')}${hunt.opened ? ' (opened)' : ''}`;
}
