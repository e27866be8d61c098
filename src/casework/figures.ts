import type { Intrusion } from '../model/case.ts';
import type { CaseFact, CaseFigure, CaseLogs } from '../model/case-record.ts';

/** How each fact is counted from one intrusion. */
const COUNTS: Readonly<Record<CaseFact, (one: Intrusion) => number>> = {
  'hosts-controlled': ({ hosts }) => hosts.filter(({ state }) => state === 'controlled').length,
  'hosts-touched': ({ hosts }) => hosts.filter(({ state }) => state === 'touched').length,
  accounts: ({ accounts }) => accounts.length,
  mailboxes: ({ mailboxes }) => mailboxes.length,
  visits: ({ visits }) => visits.length,
  relays: ({ relays }) => relays.length,
  'relay-countries': ({ relays }) => new Set(relays.flatMap(({ country }) => country ?? [])).size,
  'dwell-days': ({ dwell_days }) => dwell_days,
};

/** The figures of the largest intrusion of a case; none without logs. */
export function figuresOf(logs: CaseLogs | null): CaseFigure[] {
  const one = logs?.intrusions[0];
  if (!one) return [];
  return (Object.entries(COUNTS) as [CaseFact, (one: Intrusion) => number][]).map(([fact, count]) => ({
    fact,
    value: count(one),
  }));
}

/** Whether a count bears out what a statement says: at least, at most, about (within a tenth), exactly. */
export function bearsOut(counted: number, claimed: { readonly value: number; readonly bound: string }): boolean {
  const { value, bound } = claimed;
  if (bound === 'at-least') return counted >= value;
  if (bound === 'at-most') return counted <= value;
  if (bound === 'about') return Math.abs(counted - value) <= value / 10;
  return counted === value;
}
