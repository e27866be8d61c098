import * as z from 'zod';
import { countryOf } from '../knowledge/countries.ts';
import type { StateRow } from '../model/actor-view.ts';
import { NARRATOR } from '../model/statement.ts';
import type { StatementView } from '../model/view.ts';
import type { Ledger } from '../store/ledger.ts';
import type { Action } from './action.ts';
import { toDay } from './input.ts';

/** Kinds that charge somebody with an attack or its purpose. */
const CHARGES = ['intrusion', 'attribution', 'targeting', 'uses', 'intent'] as const;
const ANSWERS = ['response'] as const;
const A_CALL = 1000;
/** How many statements are looked at. */
const MOST = 50_000;

export const statesGet: Action<'states.get'> = {
  name: 'states.get',
  summary:
    'Whom parties of a country accuse of attacks, who accuses it, and what it answers; by the same rules for every country.',
  input: z.strictObject({
    country: z.string().regex(/^[A-Z]{2}$/, 'two capital letters'),
    as_of: toDay.exactOptional(),
  }),
  writes: false,
  async run({ ledger }, { country, as_of: asOf }) {
    const charges = await all(ledger, CHARGES, asOf);
    const said = charges.filter(
      (it) => it.stance === 'asserts' && it.review !== 'rejected' && it.actor_country !== null,
    );
    const answers = (await all(ledger, ANSWERS, asOf)).filter(
      (it) => it.actor_country === country && it.review !== 'rejected' && it.stance !== 'demands',
    );
    return {
      country,
      accused_by: rows(
        said.filter((it) => it.actor_country === country && homeOf(it) !== country),
        (it) => ({
          name: speakerOf(it),
          country: homeOf(it),
        }),
      ),
      accuses: rows(
        said.filter((it) => it.actor_country !== country && homeOf(it) === country),
        (it) => ({
          name: it.actor ?? it.actor_country!,
          country: it.actor_country,
        }),
      ),
      answers: rows(answers, (it) => ({ name: speakerOf(it), country: homeOf(it) })),
    };
  },
};

/** Whose word it is: the body behind a person, the outlet where a document speaks in its own voice. */
function speakerOf({ speaker, speaker_org, publisher, document_title }: StatementView): string {
  if (speaker === NARRATOR) return publisher ?? document_title ?? NARRATOR;
  return speaker_org ?? speaker;
}

/** The country that a speaker belongs to by its name; null where the name does not say. */
function homeOf(it: StatementView): string | null {
  return it.speaker === NARRATOR ? null : (countryOf(speakerOf(it)) ?? countryOf(it.speaker));
}

function rows(
  statements: readonly StatementView[],
  party: (it: StatementView) => { readonly name: string; readonly country: string | null },
): readonly StateRow[] {
  const found = new Map<string, { name: string; country: string | null; ids: string[]; origins: Set<string> }>();
  for (const it of statements) {
    const { name, country } = party(it);
    const key = `${name.toLowerCase()} ${country}`;
    const row = found.get(key) ?? { name, country, ids: [], origins: new Set() };
    row.ids.push(it.id);
    row.origins.add(it.origin);
    found.set(key, row);
  }
  return [...found.values()]
    .map(({ name, country, ids, origins }) => ({ name, country, statements: ids, origins: origins.size }))
    .sort((a, b) => b.origins - a.origins || b.statements.length - a.statements.length || (a.name < b.name ? -1 : 1));
}

async function all(
  ledger: Ledger,
  kind: readonly StatementView['kind'][],
  asOf?: string,
): Promise<readonly StatementView[]> {
  const found: StatementView[] = [];
  for (;;) {
    const page = { kind, offset: found.length, limit: A_CALL, ...(asOf ? { as_of: asOf } : {}) };
    const { rows: next, total } = await ledger.statements(page);
    found.push(...next);
    if (next.length === 0 || found.length >= Math.min(total, MOST)) return found;
  }
}
