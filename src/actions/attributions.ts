import { countryNames, countryOf, findPlaces } from '../knowledge/countries.ts';
import { nameKeyOf } from '../knowledge/names/key.ts';
import type { ActorAttribution, ActorFact } from '../model/actor-view.ts';
import type { StatementView } from '../model/view.ts';
import type { Ledger } from '../store/ledger.ts';
import { inContext, names } from './actor-statements.ts';

/** How many answers of one accused party are shown. */
const ANSWERS = 100;

interface Draft {
  readonly to: string;
  readonly country: string | null;
  readonly listed: ActorFact[];
  readonly asserts: StatementView[];
  readonly context: string[];
  readonly general: string[];
  readonly against: Map<string, StatementView>;
}

/**
 * What the actor's activity is pinned on: places and bodies, each with the lists and statements that say so, and with the denials
 * and doubts. A denial is one of the same claim, one that contradicts an assertion, or a `response` in which a party of the country
 * denies or declines to speak of attacks. The same rules hold for every country.
 */
export async function attributionsOf(
  ledger: Ledger,
  own: readonly string[],
  facts: readonly ActorFact[],
  statements: readonly StatementView[],
  asOf?: string,
): Promise<readonly ActorAttribution[]> {
  const keys = new Set(own.map(nameKeyOf));
  const drafts = new Map<string, Draft>();
  const draftFor = (to: string, country: string | null): Draft => {
    const key = country ?? nameKeyOf(to);
    const words = country ? (countryNames().get(country) ?? country) : to;
    const draft = drafts.get(key) ?? {
      to: words,
      country,
      listed: [],
      asserts: [],
      context: [],
      general: [],
      against: new Map(),
    };
    drafts.set(key, draft);
    return draft;
  };
  for (const fact of facts) {
    if (fact.field === 'country') draftFor(fact.value, fact.value).listed.push(fact);
    if (fact.field === 'sponsor') draftFor(fact.value, countryOf(fact.value)).listed.push(fact);
  }
  for (const it of statements) {
    const pinned = pinnedOn(it, keys);
    if (!pinned) continue;
    const draft = draftFor(pinned.to, pinned.country);
    if (it.stance === 'asserts') draft.asserts.push(it);
    else draft.against.set(it.id, it);
  }
  for (const it of await inContext(ledger, own, statements, asOf)) {
    if (!it.actor) continue;
    const draft = draftFor(it.actor, it.actor_country);
    draft.context.push(it.id);
    if (it.stance === 'asserts') draft.asserts.push(it);
    else draft.against.set(it.id, it);
  }
  for (const draft of drafts.values()) {
    for (const id of new Set(draft.asserts.flatMap((it) => it.contradicted_by)))
      draft.against.set(id, await ledger.statement(id, asOf));
    const answers = draft.country ? await answersOf(ledger, draft.country, asOf) : [];
    for (const it of answers.filter(({ id }) => !draft.against.has(id))) {
      draft.general.push(it.id);
      draft.against.set(it.id, it);
    }
  }
  return [...drafts.values()]
    .map(({ against, ...draft }) => ({
      ...draft,
      against: [...against.values()].filter((it) => it.review !== 'rejected'),
    }))
    .sort((a, b) => weight(b) - weight(a) || (a.to < b.to ? -1 : 1));
}

/**
 * On whom a statement pins the actor: an attribution of the actor to somebody, or anything said of it whose passage names its
 * country on the way ("the Chinese group").
 */
function pinnedOn(it: StatementView, keys: ReadonlySet<string>): { to: string; country: string | null } | null {
  const pinned = names(it.object, keys) || (it.kind === 'attribution' && names(it.quote, keys));
  if (it.kind === 'attribution' && it.actor && pinned && !names(it.actor, keys))
    return { to: it.actor, country: it.actor_country };
  if (!names(it.actor, keys) || !it.actor_country || it.kind === 'response') return null;
  if (it.kind === 'attribution' || findPlaces(it.quote).some(({ country }) => country === it.actor_country))
    return { to: it.actor_country, country: it.actor_country };
  return null;
}

/** What parties of a country answer to accusations of attacks. */
async function answersOf(ledger: Ledger, country: string, asOf?: string): Promise<readonly StatementView[]> {
  const { rows } = await ledger.statements({
    kind: ['response'],
    stance: ['denies', 'declines', 'doubts'],
    actor_country: country,
    limit: ANSWERS,
    ...(asOf ? { as_of: asOf } : {}),
  });
  return rows.filter(({ quote, object }) => ABOUT_ATTACKS.test(`${quote} ${object ?? ''}`));
}

const ABOUT_ATTACKS = /\b(?:cyber|hack|attack|intrusion|espionage|spying|breach|malware|accus|involve|allegation)/i;

function weight({ asserts, listed, against }: Omit<Draft, 'against'> & { against: readonly unknown[] }): number {
  return 100 * (asserts.length + listed.length) + against.length;
}
