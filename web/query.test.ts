import { describe, expect, test } from 'vitest';
import { formatQuery, parseQuery } from './query.ts';

describe('the search box', () => {
  test.each([
    ['thaad radar', { q: 'thaad radar' }],
    ['speaker:"John Hultquist" stance:denies', { speaker: 'John Hultquist', stance: ['denies'] }],
    ['kind:intrusion,effect kind:uses', { kind: ['intrusion', 'uses', 'effect'] }],
    ['country:"South Korea" after:2017-03 before:2017', { country: 'KR', after: '2017-03-01', before: '2017-12-31' }],
    ['speaker:"the document"', { speaker: 'narrator' }],
    ['before:2016-02', { before: '2016-02-29' }],
    ['"exact words" -lotte', { q: '"exact words" -lotte' }],
    ['stance:maybe colour:red', { q: 'stance:maybe colour:red' }],
    ['country:atlantis after:soon', { q: 'country:atlantis after:soon' }],
    ['after:2017-13 before:2017-02-30', { q: 'after:2017-13 before:2017-02-30' }],
    ['', {}],
  ])('%s', (input, filter) => {
    expect(parseQuery(input)).toEqual(filter);
  });

  test('a document in its own voice goes under words, not under the ledger’s own name for it', () => {
    expect(formatQuery({ speaker: 'narrator' })).toBe('speaker:"the document"');
  });

  test('writes a filter back as it reads it', () => {
    const filter = { speaker: 'Geng Shuang', stance: ['denies', 'demands'], country: 'CN', q: 'radar' } as const;
    expect(formatQuery(filter)).toBe('speaker:"Geng Shuang" stance:denies,demands country:CN radar');
    expect(parseQuery(formatQuery(filter))).toEqual(filter);
  });
});
