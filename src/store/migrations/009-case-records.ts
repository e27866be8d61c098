import { appendOnly } from './002-append-only.ts';

/** Records of logs that carry facts of a case, by the number of the `logs` entry they came with. */
export const name = '009-case-records';

export const statements: readonly string[] = [
  'create table case_records (entry int not null references cases (seq), ref text not null, record jsonb not null)',
  'create index on case_records (entry, ref)',
  appendOnly('case_records'),
];
