import * as z from 'zod';
import { HIT_SORTS } from '../model/hunt-view.ts';
import type { Action } from './action.ts';
import { indexOf, keptHunt } from './hunts/kept.ts';
import { id, limit, offset, toDay, words } from './input.ts';

const filter = {
  rule: words.exactOptional(),
  host: words.exactOptional(),
  level: words.exactOptional(),
  after: toDay.exactOptional(),
  before: toDay.exactOptional(),
};
const PAGE = 100;

export const huntsGet: Action<'hunts.get'> = {
  name: 'hunts.get',
  summary: 'A hunt: what ran and what did not, and its hits by rule, host and day.',
  input: z.strictObject({ id, ...filter }),
  writes: false,
  run: async (context, { id: key, ...asked }) => {
    const { lines, ...row } = await keptHunt(context, key);
    const index = await indexOf(lines);
    return { ...row, hits: index.size, unread: index.unread, ...index.counts(asked) };
  },
};

export const huntsHits: Action<'hunts.hits'> = {
  name: 'hunts.hits',
  summary: 'Hits of a hunt in their order, with the fields of their records.',
  input: z.strictObject({
    ...{ id, ...filter, sort: z.enum(HIT_SORTS).exactOptional() },
    ...{ offset: offset.exactOptional(), limit: limit.exactOptional() },
  }),
  writes: false,
  run: async (context, { id: key, offset: from = 0, limit: most = PAGE, sort = 'time', ...asked }) => {
    const index = await indexOf((await keptHunt(context, key)).lines);
    const found = index.select(asked, sort);
    return { rows: await index.hits(found.slice(from, from + most)), total: found.length, origins: 0 };
  },
};

export const huntsHit: Action<'hunts.hit'> = {
  name: 'hunts.hit',
  summary: 'One hit of a hunt by its number.',
  input: z.strictObject({ id, n: z.int().min(0) }),
  writes: false,
  run: async (context, { id: key, n }) => {
    const index = await indexOf((await keptHunt(context, key)).lines);
    const [hit = null] = await index.hits([n]);
    return { hit };
  },
};
