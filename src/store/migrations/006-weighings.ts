import { appendOnly } from './002-append-only.ts';

/**
 * What analysts weigh: questions, hypotheses, evidence, ratings, judgements, outcomes, each an entry by an analyst. `made` is the day
 * an entry says it is from, where it was brought in later; `recorded` is when the ledger got it.
 */
export const name = '006-weighings';

export const statements: readonly string[] = [
  `create table weighings (
    seq int primary key, weighing text not null, part text not null, key text not null, body jsonb,
    analyst text not null, made date, recorded timestamptz not null
  )`,
  'create index on weighings (weighing, seq)',
  appendOnly('weighings'),
];
