import { expect, test } from 'vitest';
import { relationSaid } from './from-statements.ts';

test.each([
  ['Grey Heron, also known as APT900, has been active since 2014.', 'asserts', 'same'],
  ['The group that others call Grey Heron is tracked here as APT900.', 'asserts', 'same'],
  ['We assess that APT900 is a subgroup of Grey Heron.', 'asserts', 'part-of'],
  ['APT900 is part of the Grey Heron umbrella.', 'asserts', 'part-of'],
  ['The tools of APT900 overlap with those of Grey Heron.', 'asserts', 'overlaps'],
  ['APT900 shares infrastructure with Grey Heron.', 'asserts', 'overlaps'],
  ['APT900 is a distinct group, although some of its tools overlap with those of Grey Heron.', 'asserts', 'distinct'],
  ['APT900 should be tracked separately from Grey Heron.', 'asserts', 'distinct'],
  ['APT900 is Grey Heron under another name.', 'denies', 'distinct'],
  ['The tools of APT900 overlap with those of Grey Heron.', 'denies', null],
  ['APT900 is Grey Heron.', 'doubts', null],
  ['APT900 is Grey Heron.', 'declines', null],
] as const)('%s (%s): %s', (quote, stance, relation) => {
  expect(relationSaid({ quote, stance })).toBe(relation);
});
