import type { AttackClaims } from '../../model/year.ts';

/** Claims of one attack: what tells of it, and what only adds to it. */
export interface Told {
  readonly told: readonly AttackClaims[];
  readonly added: readonly AttackClaims[];
}

/** Victims that are none of their own: machines and parts of somebody, or nobody named. Keys of names, so without spaces. */
const NO_VICTIM =
  /(?:^|servers?|controllers?|networks?|systems?|computers?|hosts?|machines?|mail(?:box|boxe)?s?|accounts?|websites?|sites?|infrastructure|workstations?|endpoints?|devices?|databases?|domains?|environments?|victims?|targets?|organi[sz]ations?|it|them)$/;

/**
 * Puts together what one report tells twice. A dated claim whose time holds that of another between the same parties retells it
 * ("in 2022", "in July 2022"); one without a time belongs to a dated one of parties that do not rule each other out, unless it
 * names a victim of its own. What is left without a date stays. The order of claims changes nothing.
 */
export function withoutRetelling(attacks: readonly Told[]): Told[] {
  const groups = attacks.filter(({ told }) => told.length > 0);
  const dated = groups.filter(({ told }) => told[0]!.time_first !== null).sort(byTime);
  const undated = groups.filter(({ told }) => told[0]!.time_first === null);
  const kept = new Map<string, Draft[]>();
  const drafts: Draft[] = [];
  const start = (group: Told) => {
    const draft = { told: [...group.told], added: [...group.added] };
    drafts.push(draft);
    const { origin } = group.told[0]!;
    kept.set(origin, [...(kept.get(origin) ?? []), draft]);
  };
  const join = (draft: Draft, { told, added }: Told) => {
    draft.told.push(...told);
    draft.added.push(...added);
  };
  for (const group of dated) {
    const [claim] = group.told;
    const finer = (kept.get(claim!.origin) ?? []).find(({ told: [one] }) => same(one!, claim!) && holds(claim!, one!));
    if (finer) join(finer, group);
    else start(group);
  }
  const places = new Map(kept);
  for (const group of undated) {
    const [claim] = group.told;
    const near = (places.get(claim!.origin) ?? []).filter(({ told: [one] }) => fits(claim!, one!));
    const draft = near.find(({ told: [one] }) => same(one!, claim!)) ?? near[0];
    if (draft) join(draft, group);
    else start(group);
  }
  return drafts;
}

interface Draft {
  readonly told: AttackClaims[];
  readonly added: AttackClaims[];
}

const same = (a: AttackClaims, b: AttackClaims) =>
  a.actor_country === b.actor_country && a.target_country === b.target_country && a.who === b.who;

const holds = (long: AttackClaims, short: AttackClaims) =>
  long.time_first! <= short.time_first! && short.time_last! <= long.time_last!;

/** Whether an undated claim can be of this dated attack. */
function fits(claim: AttackClaims, attack: AttackClaims): boolean {
  if (claim.actor_country !== null && claim.actor_country !== attack.actor_country) return false;
  if (claim.target_country !== null && claim.target_country !== attack.target_country) return false;
  const placed = claim.actor_country !== null || claim.target_country !== null;
  return placed || claim.who === attack.who || NO_VICTIM.test(claim.who?.split('|')[1] ?? '');
}

const days = ({ time_first, time_last }: AttackClaims) => Date.parse(time_last!) - Date.parse(time_first!);

/** The finest times first, then by time; parties decide between equal ones. */
function byTime({ told: [a] }: Told, { told: [b] }: Told): number {
  const key = (c: AttackClaims) => `${c.time_first}|${c.actor_country}|${c.target_country}|${c.who}`;
  return days(a!) - days(b!) || (key(a!) < key(b!) ? -1 : 1);
}
