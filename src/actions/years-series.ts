import { incidentsBy } from '../analysis/dispute/accuser.ts';
import {
  caseIntrusions,
  codedIncidents,
  type ItemSeries,
  type NameOf,
  reportedAttacks,
} from '../analysis/years/index.ts';
import { nameKeyOf } from '../knowledge/names/key.ts';
import type { NamingPolicy } from '../model/name.ts';
import type { YearSplit } from '../model/year.ts';
import type { CaseRecord } from '../store/ledger.ts';
import type { Context } from './action.ts';
import { namesNow } from './name-state.ts';

/** Everything that is counted by year: reported attacks, incidents of data sets, intrusions of case files. */
export async function countedSeries(
  context: Context,
  by: YearSplit,
  asOf: string | undefined,
  policy: string | NamingPolicy | undefined,
): Promise<readonly ItemSeries[]> {
  const { ledger } = context;
  const nameOf = by === 'actor' ? await namesUnder(context, asOf, policy) : undefined;
  const claims = await ledger.attackClaims(by, asOf ? { as_of: asOf } : {});
  const incidents = incidentsBy((await ledger.data()).incidents, asOf);
  return [
    reportedAttacks(claims, by, nameOf),
    ...codedIncidents(incidents, by, nameOf),
    caseIntrusions((await ledger.cases(asOf)).map(intrusionsOf), by),
  ];
}

/** Names as a policy has them: those of one actor are one; a name that several actors carry stands for itself. */
async function namesUnder(context: Context, as_of: string | undefined, policy: string | NamingPolicy | undefined) {
  const { index, under } = await namesNow(context, { ...(policy && { policy }), ...(as_of && { as_of }) });
  const known = new Map<string, ReturnType<NameOf>>();
  return (name: string) => {
    const key = nameKeyOf(name);
    const held = known.get(key);
    if (held !== undefined) return held;
    const number = index.numberOf.get(key);
    const actors = number === undefined ? [] : under.actorsOf[number]!;
    const actor = actors.length === 1 ? under.actors[actors[0]!]! : null;
    const value = actor ? { key: actor.id, label: actor.name } : { key, label: name };
    known.set(key, value);
    return value;
  };
}

function intrusionsOf({ name, entries }: CaseRecord) {
  const logs = entries.filter((entry) => entry.part === 'logs').at(-1);
  return { name, intrusions: logs?.part === 'logs' ? logs.body.intrusions : [] };
}
