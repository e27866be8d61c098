import * as z from 'zod';
import type { Action } from './action.ts';
import { keptHunts } from './hunts/kept.ts';

export const huntsList: Action<'hunts.list'> = {
  name: 'hunts.list',
  summary: 'Hunts that the workbench ran or opened, the latest first.',
  input: z.strictObject({}),
  writes: false,
  run: async (context) => {
    const rows = (await keptHunts(context)).map(({ lines: _, ran: __, ...row }) => row);
    return { rows, total: rows.length, origins: 0 };
  },
};
