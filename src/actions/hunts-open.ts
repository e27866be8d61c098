import * as z from 'zod';
import { stableId } from '../base/hash.ts';
import type { Action } from './action.ts';
import { indexOf, keep, needPaths, wholePath } from './hunts/kept.ts';
import { words } from './input.ts';

export const huntsOpen: Action<'hunts.open'> = {
  name: 'hunts.open',
  summary: 'Opens the lines that longwatch hunt --jsonl wrote, by their whole path on this machine.',
  input: z.strictObject({ path: words.min(1) }),
  writes: false,
  run: async (context, { path }) => {
    needPaths(context);
    const lines = wholePath(path);
    const { size } = await indexOf(lines);
    const id = stableId('hunt', lines);
    const started = context.now().toISOString();
    await keep(context, { ...{ id, started, opened: true, inputs: [lines], rules: [], hits: size }, lines, ran: null });
    return { id, hits: size };
  },
};
