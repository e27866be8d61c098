import { expect, test } from 'vitest';
import type { Kind } from '../../model/statement.ts';
import { type Found, merged } from './merge.ts';

const found = (
  window: number,
  start: number,
  end: number,
  more: { kind?: Kind; actor?: string; score?: number } = {},
) =>
  ({
    window,
    span: { start, end },
    score: more.score ?? 0.5,
    claim: {
      kind: more.kind ?? 'intrusion',
      speaker: 'narrator',
      speaker_org: null,
      via: [],
      stance: 'asserts',
      certainty: 'certain',
      actor: more.actor ?? null,
      actor_country: null,
      target: null,
      target_country: null,
      object: null,
      time: null,
      quantities: [],
    },
  }) satisfies Found;

const spans = (list: readonly Found[]): string[] => merged(list).map((f) => `${f.span.start}-${f.span.end}`);

test('statements come in the order of the text', () => {
  expect(spans([found(0, 50, 60), found(0, 10, 20)])).toEqual(['10-20', '50-60']);
});

test('two windows that share text find a statement twice: the surer one stays', () => {
  expect(spans([found(0, 10, 30, { score: 0.4 }), found(1, 12, 30, { score: 0.9 })])).toEqual(['12-30']);
  expect(spans([found(0, 10, 30), found(1, 25, 60)])).toEqual(['10-30', '25-60']);
});

test('one passage may hold two kinds, or two actors, in one window', () => {
  expect(spans([found(0, 10, 30), found(0, 10, 30, { kind: 'effect' })])).toEqual(['10-30', '10-30']);
  expect(spans([found(0, 10, 30, { actor: 'one' }), found(0, 10, 30, { actor: 'two' })])).toEqual(['10-30', '10-30']);
  expect(spans([found(0, 10, 30, { actor: 'one' }), found(0, 10, 30, { actor: 'one' })])).toEqual(['10-30']);
});
