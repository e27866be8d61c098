/** What is worked out from the record and could be worked out again: keys for finding echoes, pairs that contradict each other. */
export const name = '003-derived';

export const statements: readonly string[] = [
  `create table echoes (
    document int primary key references documents, hash text not null,
    signature int[] not null, bands int[] not null, samples int[] not null
  )`,
  'create index on echoes (hash)',
  'create index on echoes using gin (bands) with (fastupdate = off)',
  'create index on echoes using gin (samples) with (fastupdate = off)',
  // `*_review` is the correction that changed the claim, 0 for the reading as it was.
  `create table contradictions (
    claim int not null, claim_review int not null, denial int not null, denial_review int not null,
    score float8 not null, reason text not null, primary key (claim, claim_review, denial, denial_review)
  )`,
  'create index on contradictions (denial)',
  // Claims look for denials and denials for claims: an index for each side keeps the rarer one short.
  "create index on statements using gin (topics) with (fastupdate = off) where stance = 'asserts'",
  "create index on statements using gin (topics) with (fastupdate = off) where stance in ('denies', 'doubts', 'declines')",
  'create index on corrections using gin (topics) with (fastupdate = off)',
];
