/**
 * Dated claims of attacks, narrow and indexed, so that a question about a pair of states reads the few that bear on it and not the
 * whole record. Worked out from `statements`, which never change; whether a row counts (its reading is shown, no review stands
 * against it) is seen when it is asked for. `counted`: the claim gives numbers, which may be a count of attacks instead of one.
 */
export const name = '011-attacks';

/** The statements that are dated claims of attacks, or of their numbers. */
export const ATTACKS_OF_STATEMENTS = `insert into attacks (statement, reading, first, last, actor, target, counted)
  select seq, reading, time_first, time_last, actor_country, target_country, quantities <> '[]'::jsonb
  from statements
  where stance = 'asserts' and certainty <> 'unlikely' and time_first is not null
    and (quantities <> '[]'::jsonb and kind in ('intrusion', 'trend', 'targeting')
      or kind = 'intrusion' and (actor_country is not null or target_country is not null))`;

export const statements: readonly string[] = [
  `create table attacks (
    statement int primary key, reading int not null, first date not null, last date not null,
    actor text, target text, counted boolean not null
  )`,
  ATTACKS_OF_STATEMENTS,
  'create index on attacks (actor, target, first)',
  'create index on attacks (target, first)',
  'create index on attacks (first)',
  'create index on attacks (last)',
  'create index on attacks (statement) where counted',
];
