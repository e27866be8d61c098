/** What sources and analysts said. `seq` numbers are given by the writer, who holds the ledger's lock, without gaps. */
export const name = '001-record';

export const statements: readonly string[] = [
  `create table documents (
    seq int primary key, id text not null unique,
    title text, publisher text, author text, published text, published_first date, published_last date,
    url text, language text, medium text not null, name text not null,
    said date not null, recorded timestamptz not null, characters int not null,
    text text not null, blocks jsonb not null,
    english tsvector generated always as (
      setweight(to_tsvector('english', coalesce(title, '') || ' ' || coalesce(publisher, '')), 'A') ||
      to_tsvector('english', left(text, 200000))
    ) stored
  )`,
  'create index on documents using gin (english)',
  'create index on documents (said)',
  // The original bytes stand apart, so that lists never touch them.
  'create table contents (document int primary key references documents, bytes bytea not null)',
  `create table readings (
    seq int primary key, document int not null references documents,
    extractor text, version text, read boolean not null, digest text not null,
    statements int not null, indicators int not null, problems int not null, recorded timestamptz not null
  )`,
  'create index on readings (document, seq)',
  `create table statements (
    seq int primary key, id text not null, reading int not null references readings, document int not null,
    start int not null, "end" int not null, quote text not null, score float8 not null,
    extractor text not null, version text not null, ${claimColumns()}
  )`,
  'create index on statements (id)',
  'create index on statements (reading)',
  'create index on statements (document)',
  'create index on statements (time_first)',
  'create index on statements (fingerprint)',
  'create index on statements using gin (english)',
  `create table reviews (
    seq int primary key, id text not null unique, statement text not null, analyst text not null,
    verdict text not null check (verdict in ('accept', 'reject', 'correct', 'undo')),
    corrected jsonb, note text, undoes int references reviews, recorded timestamptz not null
  )`,
  'create index on reviews (statement, seq)',
  'create unique index on reviews (undoes)',
  `create table corrections (review int primary key references reviews, statement text not null, quote text not null, ${claimColumns()})`,
  'create index on corrections (statement)',
  `create table indicators (
    reading int not null references readings, ord int not null, type text not null, value text not null,
    role text not null, reason text, start int not null, "end" int not null, primary key (reading, ord)
  )`,
  'create index on indicators (value)',
  `create table techniques (
    reading int not null references readings, ord int not null, id text not null, score float8 not null,
    start int not null, "end" int not null, primary key (reading, ord)
  )`,
  `create table problems (
    reading int not null references readings, ord int not null, code text not null, severity text not null,
    place jsonb not null, details jsonb not null, primary key (reading, ord)
  )`,
  `create table origins (
    seq int primary key, document int not null references documents, origin text not null, reason text not null,
    recorded timestamptz not null
  )`,
  'create index on origins (document, seq desc)',
  'create index on origins (origin)',
  `create table journal (
    seq int primary key, recorded timestamptz not null, analyst text not null, action text not null,
    subject text not null, details jsonb not null
  )`,
];

/** The claim, the keys that lists are filtered and grouped by, and the words that are searched. */
function claimColumns(): string {
  return `
    kind text not null, speaker text not null, speaker_org text, via jsonb not null,
    stance text not null, certainty text not null,
    actor text, actor_country text, target text, target_country text, object text,
    time text, time_first date, time_last date, time_precision text, quantities jsonb not null,
    speaker_key text not null, actor_key text not null, target_key text not null,
    fingerprint int not null, topics int[] not null,
    english tsvector generated always as (
      to_tsvector('english', quote || ' ' || speaker || ' ' || coalesce(speaker_org, '') || ' ' || coalesce(actor, '')
        || ' ' || coalesce(target, '') || ' ' || coalesce(object, ''))
    ) stored`;
}
