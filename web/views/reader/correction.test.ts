import { describe, expect, test } from 'vitest';
import type { Claim } from '../../../src/http/contract/index.ts';
import { draftOf, readDraft } from './correction.ts';

const claim: Claim = {
  kind: 'intrusion',
  speaker: 'a spokesman',
  speaker_org: 'Ministry of Foreign Affairs',
  via: ['CNN'],
  stance: 'asserts',
  certainty: 'certain',
  actor: null,
  actor_country: 'CN',
  target: 'the ministry',
  target_country: 'KR',
  object: null,
  time: '2017-03',
  quantities: [{ value: 40, unit: 'attack', bound: 'at-least' }],
};
const change = (fields: Partial<ReturnType<typeof draftOf>>) => readDraft({ ...draftOf(claim), ...fields }, claim);

describe('a correction', () => {
  test('that changes nothing is empty', () => {
    expect(change({})).toEqual({ corrected: {}, errors: {} });
  });

  test('holds only the fields that changed', () => {
    const { corrected } = change({
      actor: 'Tonto Team',
      actor_country: 'china',
      time: '',
      quantities: '87 store; about 1,200 mail',
    });
    expect(corrected).toEqual({
      actor: 'Tonto Team',
      time: null,
      quantities: [
        { value: 87, unit: 'store', bound: 'exact' },
        { value: 1200, unit: 'mail', bound: 'about' },
      ],
    });
  });

  test.each([
    [{ time: '2017-13' }, 'time'],
    [{ time: '2017-02-30' }, 'time'],
    [{ time: '2018/2017' }, 'time'],
    [{ actor_country: 'Atlantis' }, 'actor_country'],
    [{ speaker: ' ' }, 'speaker'],
    [{ quantities: 'many' }, 'quantities'],
    [{ kind: 'rumour' }, 'kind'],
  ])('refuses %j', (fields, field) => {
    expect(Object.keys(change(fields).errors)).toEqual([field]);
  });
});
