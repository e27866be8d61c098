import type { CaseView, Intrusion, PathEdge } from '../../../src/http/contract/index.ts';
import type { Row } from '../../files/data.ts';
import type { CaseTab } from '../../words/cases.ts';
import { relayCountries } from './relay-countries.ts';

type RowsOf = (view: CaseView, one: Intrusion, edges: readonly PathEdge[]) => readonly Row[];

/** The data of each part of the case, as rows. */
const DATA: Readonly<Record<CaseTab, RowsOf>> = {
  overview: ({ figures }) => figures.map(({ fact, value }) => ({ fact, value })),
  timeline: (_, { hosts, steps, visits, gaps }) => [
    ...hosts.map(({ name, state, first, last }) => ({ lane: name, what: state, first, last, detail: '' })),
    ...steps.map(({ host, technique, time, count }) => ({
      ...{ lane: host, what: 'step', first: time, last: time, detail: `${technique} (${count})` },
    })),
    ...visits.map(({ relay, host, start, end }) => ({
      lane: host,
      what: 'visit',
      first: start,
      last: end,
      detail: relay,
    })),
    ...gaps.map(({ host, channel, kind, time }) => ({
      lane: host,
      what: kind,
      first: time,
      last: time,
      detail: channel,
    })),
  ],
  path: (_, __, edges) => edges.map((edge) => ({ ...edge })),
  techniques: stepRows,
  relays: (_, one) =>
    relayCountries(one).flatMap(({ country, relays }) =>
      relays.map(({ address, network, first, last }) => ({
        ...{ country: country || null, address, network, first, last },
        visits: one.visits.filter(({ relay }) => relay === address).length,
      })),
    ),
  related: ({ related }) =>
    related.flatMap(({ name, likeness, traits }) =>
      traits.map((trait) => ({
        ...{ case: name, likeness: Math.round(likeness * 1000) / 1000, trait: trait.name },
        ...{ both: trait.both.join('; '), this: trait.own.join('; '), other: trait.other.join('; ') },
      })),
    ),
  'left-out': ({ logs }) =>
    (logs?.left_out ?? []).map(({ rule, reason, count, hosts, examples }) => ({
      ...{ rule, reason, count, hosts },
      examples: examples.join('; '),
    })),
  bulletin: stepRows,
};

function stepRows(view: CaseView, { steps }: Intrusion): readonly Row[] {
  return steps.map(({ technique, tactics, time, host, count, evidence }) => ({
    ...{ time, technique, name: view.techniques[technique] ?? null, tactics: tactics.join('; '), host, count },
    evidence: evidence.join('; '),
  }));
}

export function dataOf(tab: CaseTab, view: CaseView, one: Intrusion, edges: readonly PathEdge[]): readonly Row[] {
  return DATA[tab](view, one, edges);
}
