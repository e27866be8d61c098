import * as z from 'zod';
import { DATA_KINDS, readData } from '../exchange/incidents/kinds.ts';
import type { Action } from './action.ts';
import { withMessage } from './problem-message.ts';

export const dataImport: Action<'data.import'> = {
  name: 'data.import',
  summary: 'Takes over a data set of incidents or counts, with its problems row by row.',
  input: z.strictObject({
    kind: z.enum(DATA_KINDS).exactOptional(),
    files: z
      .array(z.strictObject({ name: z.string().min(1).max(1000), bytes: z.base64() }))
      .min(1)
      .max(20),
  }),
  writes: true,
  run: async ({ ledger, analyst }, { kind, files }) => {
    const { data, problems } = readData(
      files.map(({ name, bytes }) => ({ name, bytes: Buffer.from(bytes, 'base64') })),
      kind ?? null,
    );
    const told = problems.map(withMessage);
    if (!data)
      return { dataset: null, title: null, incidents: 0, tallies: 0, undated: 0, added: false, problems: told };
    const { added } = await ledger.addData(data, { name: files[0]!.name, problems }, analyst);
    return {
      dataset: data.dataset,
      title: data.title,
      incidents: data.incidents.length,
      tallies: data.tallies.length,
      undated: data.incidents.filter((incident) => incident.time === null).length,
      added,
      problems: told,
    };
  },
};
