/**
 * Data sets of other projects, as they were taken over: incidents and counts. A data set that is imported again stands beside the
 * earlier one; the latest is used.
 */
export const name = '007-measure';

const MEASURE_TABLES = ['datasets', 'incidents', 'tallies', 'dataset_problems'] as const;

export const statements: readonly string[] = [
  `create table datasets (
    seq int primary key, dataset text not null, title text not null, name text not null, digest text not null,
    covered_first date, covered_last date, incidents int not null, tallies int not null, problems int not null,
    analyst text not null, recorded timestamptz not null
  )`,
  'create index on datasets (dataset, seq desc)',
  // `record` holds the whole row; the columns beside it are what lists are narrowed by.
  `create table incidents (
    seq int primary key, dataset int not null references datasets, id text not null, record jsonb not null
  )`,
  'create index on incidents (dataset)',
  'create index on incidents (id)',
  `create table tallies (
    seq int primary key, dataset int not null references datasets, id text not null, record jsonb not null
  )`,
  'create index on tallies (dataset)',
  `create table dataset_problems (
    dataset int not null references datasets, ord int not null, code text not null, severity text not null,
    place jsonb not null, details jsonb not null, primary key (dataset, ord)
  )`,
  ...MEASURE_TABLES.map(
    (table) =>
      `create trigger append_only before update or delete or truncate on ${table} for each statement execute function longwatch_refuse()`,
  ),
];
