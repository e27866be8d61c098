import { expect, test } from 'vitest';
import { NO_FACTS, readFacts, sourceOf } from './facts.ts';

test('only what was filled in is given', () => {
  expect(readFacts({ ...NO_FACTS, publisher: ' Example Post ', published: '2017-04-28' })).toEqual({
    given: { publisher: 'Example Post', published: '2017-04-28' },
    badDate: false,
  });
  expect(readFacts(NO_FACTS)).toEqual({ given: {}, badDate: false });
});

test.each(['2017', '2017-04', '2017-04-28', ''])('%j can be a date of publication', (published) =>
  expect(readFacts({ ...NO_FACTS, published }).badDate).toBe(false),
);

test.each(['28.4.2017', '2017-02-30', 'yesterday', '2017-13'])('%j cannot', (published) =>
  expect(readFacts({ ...NO_FACTS, published }).badDate).toBe(true),
);

test('an address is fetched, a text goes by its first line', () => {
  expect(sourceOf(' https://example.org/a ')).toEqual({ url: 'https://example.org/a' });
  expect(sourceOf('\n  A  short line\nand more')).toMatchObject({ name: 'A short line' });
  const { name } = sourceOf('word '.repeat(100)) as { name: string };
  expect(name).toHaveLength(80);
  expect(name.endsWith('…')).toBe(true);
});
