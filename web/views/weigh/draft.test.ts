import { expect, test } from 'vitest';
import type { Evidence } from '../../../src/http/contract/index.ts';
import { blank, draftOf, nextId, readDraft } from './draft.ts';

const item: Evidence = {
  id: 'E4',
  text: 'No damage was seen',
  type: 'behaviour',
  source: 'Firm One',
  via: ['Example Wire', 'Other Paper'],
  origin: null,
  grade: { reliability: 'B', credibility: '2' },
  weight: null,
  forgeability: 'hard',
  absence: true,
  looked: 'one vendor',
  date: '2017-04',
  statements: ['st-1'],
  records: [{ file: 'a.evtx', record: '7' }],
  note: 'a note',
};

test('a form that was not touched gives the evidence back', () => {
  const { id: _, ...body } = item;
  expect(readDraft(draftOf(item), item)).toEqual(body);
});

test('empty is "not said"; half a grade leaves the other half unknown; a grade takes the place of a weight', () => {
  expect(readDraft({ ...blank, text: ' Seen ' })).toMatchObject({ text: 'Seen', source: null, via: [], grade: null });
  expect(readDraft({ ...blank, text: 'Seen', reliability: 'B' }).grade).toEqual({ reliability: 'B', credibility: '6' });
  const weighed = { ...item, grade: null, weight: 0.6 };
  expect(readDraft(draftOf(weighed), weighed).weight).toBe(0.6);
  expect(readDraft({ ...draftOf(weighed), reliability: 'C', credibility: '3' }, weighed).weight).toBeNull();
  expect(readDraft({ ...draftOf(item), absence: false }, item).looked).toBeNull();
});

test('the next id fills a gap', () => expect(nextId('E', ['E1', 'E3'])).toBe('E2'));
