import { expect, test } from 'vitest';
import type { Claim } from '../model/statement.ts';
import { oneLine, statementLine } from './statement-words.ts';

const claim: Claim = {
  kind: 'intrusion',
  speaker: 'John Hultquist',
  speaker_org: 'FireEye',
  via: ['CNN'],
  stance: 'asserts',
  certainty: 'probable',
  actor: 'state-sponsored Chinese hackers',
  actor_country: 'CN',
  target: 'an organization tied to THAAD',
  target_country: 'KR',
  object: null,
  time: '2017-03',
  quantities: [],
};

test.each<[string, Partial<Claim>]>([
  [
    '● John Hultquist (FireEye) via CNN · says · state-sponsored Chinese hackers → an organization tied to THAAD · intrusion · 2017-03 · probable',
    {},
  ],
  [
    '⊘ Beijing · denies · “the accusation” · response · certain',
    {
      speaker: 'Beijing',
      speaker_org: 'Beijing',
      via: [],
      stance: 'denies',
      kind: 'response',
      actor: null,
      target: null,
      object: 'the accusation',
      time: null,
      certainty: 'certain',
    },
  ],
  [
    '● China · says · targeting ≥ 600 incidents, 2 sectors · 2024 · certain',
    {
      speaker: 'China',
      speaker_org: null,
      via: [],
      kind: 'targeting',
      actor: null,
      target: null,
      time: '2024',
      certainty: 'certain',
      quantities: [
        { value: 600, unit: 'incident', bound: 'at-least' },
        { value: 2, unit: 'sector', bound: 'exact' },
      ],
    },
  ],
  [
    '○ the document · declines to comment · → Lotte · intrusion · 2017-03 · probable',
    { speaker: 'narrator', speaker_org: null, via: [], stance: 'declines', actor: null, target: 'Lotte' },
  ],
])('%s', (line, fields) => {
  expect(statementLine({ ...claim, ...fields })).toBe(line);
});

test('a passage of several lines is shown in one, shortened', () => {
  expect(oneLine(' two\n  lines ', 20)).toBe('two lines');
  expect(oneLine('abcdef', 4)).toBe('abc…');
});
