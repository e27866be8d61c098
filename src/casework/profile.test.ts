import { expect, test } from 'vitest';
import { statement } from '../../test/http/fakes.ts';
import type { Statement } from '../model/statement.ts';
import type { StatementView } from '../model/view.ts';
import { profileOf } from './profile.ts';

const told = (quote: string, fields: Partial<Statement> = {}) => {
  const view = { ...statement('doc', quote, { kind: 'uses', ...fields }), review: 'open' } as unknown as StatementView;
  const { sector, country, product, weakness, zero_day: zeroDay } = profileOf([view]);
  return [sector?.value, country?.value, product?.value, weakness?.value, zeroDay?.value];
};

test.each<readonly [string, Partial<Statement>, readonly unknown[]]>([
  [
    'hackers exploited a zero-day vulnerability in Microsoft Exchange to infiltrate a defense enterprise',
    { target: 'defense enterprise', target_country: 'CN' },
    ['defence', 'CN', 'Microsoft Exchange', 'zero-day vulnerability', true],
  ],
  [
    'used an unknown flaw in Microsoft Exchange to enter the network of a large defense manufacturer',
    {},
    ['defence', undefined, 'Microsoft Exchange', 'unknown flaw', true],
  ],
  [
    "exploited vulnerabilities in the enterprise's document system to implant trojans",
    {},
    [undefined, undefined, 'document system', 'vulnerabilities', undefined],
  ],
  ['exploited CVE-2021-26855 for entry', {}, [undefined, undefined, undefined, 'CVE-2021-26855', undefined]],
  ['found a flaw in the plan of their owner', {}, [undefined, undefined, undefined, undefined, undefined]],
  ['a zero-day in Microsoft Exchange was used', { stance: 'denies' }, Array(5).fill(undefined)],
])('%s', (quote, fields, expected) => expect(told(quote, fields)).toEqual(expected));
