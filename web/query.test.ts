import { describe, expect, test } from 'vitest';
import { formatQuery, parseQuery, senseless } from './query.ts';
import { readFilter } from './routes/filter.ts';

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

  test.each([
    ['stance:denys', 'stance', 'denys'],
    ['radar stance:denies,denys', 'stance', 'denys'],
    ['country:atlantis', 'country', 'atlantis'],
    ['after:soon', 'after', 'soon'],
  ])('%s: says what the field takes', (input, field, value) => {
    const [one, ...more] = senseless(input);
    expect([one?.field, one?.value, more]).toEqual([field, value, []]);
    if (field === 'stance') expect(one!.takes).toContain('denies');
  });

  test.each(['stance:denies radar', 'speaker:"John Hultquist" after:2017', 'colour:red http://example.org', ''])(
    '%s: nothing to say',
    (input) => expect(senseless(input)).toEqual([]),
  );

  test('fields within q of an address are read as in the box; a parameter of the name goes before', () => {
    expect(readFilter({ q: 'stance:denies' })).toEqual({ stance: ['denies'] });
    expect(readFilter({ q: 'stance:denies radar', country: 'kr' })).toEqual({
      stance: ['denies'],
      country: 'KR',
      q: 'radar',
    });
    expect(readFilter({ q: 'stance:denies', stance: 'asserts' })).toEqual({ stance: ['asserts'] });
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
