import * as z from 'zod';
import { readWeighingFile } from '../analysis/weigh/file/read-file.ts';
import { type Problem, problem } from '../base/problem.ts';
import type { Ledger, NewWeighingEntry } from '../store/ledger.ts';
import type { Action, Context } from './action.ts';
import type { ActionOutput } from './action-map.ts';
import { words } from './input.ts';

export const weighImport: Action<'weigh.import'> = {
  name: 'weigh.import',
  summary: 'Records a weighing from a file (YAML or JSON); passages become links to the statements that hold them.',
  input: z.strictObject({ text: z.string().max(4_000_000), name: words.exactOptional() }),
  writes: true,
  run: (context, { text }) => importWeighing(context, text),
};

/** Records what a file holds; `id` is null when nothing of it can be weighed. */
export async function importWeighing(
  { ledger, analyst, now }: Pick<Context, 'ledger' | 'analyst' | 'now'>,
  text: string,
): Promise<ActionOutput<'weigh.import'>> {
  const { entries, passages, problems } = readWeighingFile(text, {
    analyst,
    today: now().toISOString().slice(0, 10),
  });
  if (!entries) return { id: null, problems };
  const cited = new Map<string, string[]>();
  const missing: Problem[] = [];
  for (const { evidence, passage } of passages) {
    const found = await statementsWith(ledger, passage);
    if (found.length === 0) missing.push(problem('weigh-passage-unknown', { part: evidence }, { passage }));
    cited.set(evidence, [...(cited.get(evidence) ?? []), ...found]);
  }
  const dated = entries.map(({ recorded, ...entry }): NewWeighingEntry => {
    const more = entry.part === 'evidence' ? cited.get(entry.key) : undefined;
    if (entry.part !== 'evidence' || !entry.body || !more) return { ...entry, made: recorded };
    const statements = [...new Set([...entry.body.statements, ...more])];
    return { ...entry, body: { ...entry.body, statements }, made: recorded };
  });
  return { id: await ledger.recordWeighing(null, dated, analyst), problems: [...problems, ...missing] };
}

/** Statements whose passage holds these words, whatever the white space between them. */
async function statementsWith(ledger: Ledger, passage: string): Promise<string[]> {
  const plain = (text: string) => text.replace(/\s+/g, ' ').trim().toLowerCase();
  const wanted = plain(passage);
  const { rows } = await ledger.statements({ q: `"${wanted.replaceAll('"', ' ')}"`, limit: 200 });
  return rows.filter(({ quote }) => plain(quote).includes(wanted)).map(({ id }) => id);
}
