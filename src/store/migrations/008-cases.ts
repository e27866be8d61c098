import { appendOnly } from './002-append-only.ts';

/** Case files: what logs showed, documents, links of statements to facts, notes, each an entry by an analyst. The last `logs` entry stands. */
export const name = '008-cases';

export const statements: readonly string[] = [
  `create table cases (
    seq int primary key, name text not null, part text not null, body jsonb not null, analyst text not null, recorded timestamptz not null
  )`,
  'create index on cases (name, seq)',
  appendOnly('cases'),
];
