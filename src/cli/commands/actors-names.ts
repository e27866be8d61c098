import type { DisputedName } from '../../model/actor-view.ts';
import { withLedger } from '../connection.ts';
import { EXIT } from '../exit.ts';
import { print, say } from '../output.ts';
import { policyOption } from '../policy-option.ts';
import { given } from '../rows.ts';
import { count } from '../statement-words.ts';

interface Options {
  readonly policy?: string;
  readonly asOf?: string;
  readonly json?: boolean;
}

export async function actorsNamesCommand(words: readonly string[], options: Options): Promise<number> {
  const input = { ...policyOption(options.policy), ...given({ q: words.join(' '), as_of: options.asOf }) };
  const { policy, names } = await withLedger(({ call }) => call('actors.names', input));
  for (const it of names) await print(`${options.json ? JSON.stringify({ ...it, policy: policy.id }) : line(it)}\n`);
  if (!options.json)
    say(`${count(names.length, 'name')} that one list gives to several of its actors. Naming policy: ${policy.title}.`);
  return EXIT.done;
}

function line({ name, spellings, carriers }: DisputedName): string {
  const by = new Map<string, string[]>();
  for (const it of carriers) by.set(it.speaker, [...(by.get(it.speaker) ?? []), it.entry]);
  const words = [...by].map(([speaker, entries]) => `${speaker}: ${entries.join(', ')}`);
  return [name, ...words, spellings.length > 0 ? `spelled ${spellings.join(', ')}` : ''].filter(Boolean).join(' · ');
}
