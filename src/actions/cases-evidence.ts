import * as z from 'zod';
import { NotFoundError } from '../base/errors.ts';
import { carrying, pointersTo } from '../casework/index.ts';
import { CASE_SUBJECTS, type CaseSubject } from '../model/case-evidence.ts';
import { CASE_FACTS, type CaseFact } from '../model/case-record.ts';
import type { Action } from './action.ts';
import { linksOf, partsOf } from './case-view.ts';
import { id, toDay } from './input.ts';

/** Records of one fact that are looked up. */
const LOOKED_UP = 1000;
/** Records that are answered; the rest is counted. */
const ANSWERED = 60;

/** Figures that a list of things stands for: a report's sentence about the number is one about them. */
const FACT_OF: Partial<Readonly<Record<CaseSubject, CaseFact>>> = {
  account: 'accounts',
  mailbox: 'mailboxes',
  relay: 'relays',
  country: 'relay-countries',
  visit: 'visits',
  'first-access': 'dwell-days',
  'last-seen': 'dwell-days',
};

export const casesEvidence: Action<'cases.evidence'> = {
  name: 'cases.evidence',
  summary: 'The records of logs that carry a fact of a case, and sentences of reports that give the same figure.',
  input: z.strictObject({
    name: id,
    intrusion: z.int().min(0).max(10_000).exactOptional(),
    subject: z.enum(CASE_SUBJECTS),
    key: z.string().max(2000),
    as_of: toDay.exactOptional(),
  }),
  writes: false,
  run: async ({ ledger }, { name, intrusion = 0, subject, key, as_of: asOf }) => {
    const record = await ledger.case(name, asOf);
    const entry = partsOf(record.entries, 'logs').at(-1);
    const one = entry?.body.intrusions[intrusion];
    if (!entry || !one) throw new NotFoundError(`the case ${name} holds no intrusion ${intrusion}`);
    const pointers = pointersTo(one, { subject, key }, entry.body.left_out);
    if (!pointers) throw new NotFoundError(`the case ${name} holds no ${subject} ${key}`);
    const refs = [...new Set(pointers.slice(0, LOOKED_UP).map(({ ref }) => ref))];
    const records = carrying(await ledger.caseRecords(entry.seq, refs), pointers);
    const held = new Set(records.map(({ ref }) => ref));
    const fact = subject === 'figure' ? CASE_FACTS.find((it) => it === key) : factOf(subject, one.hosts, key);
    const links = fact ? (await linksOf(ledger, record, asOf)).filter((link) => link.fact === fact) : [];
    return {
      named: pointers.length,
      records: records.slice(0, ANSWERED),
      not_kept: refs.filter((ref) => !held.has(ref)).slice(0, ANSWERED),
      values: [...new Set(pointers.flatMap(({ values }) => values))],
      fact: fact ?? null,
      links,
    };
  },
};

function factOf(
  subject: CaseSubject,
  hosts: readonly { readonly name: string; readonly state: string }[],
  key: string,
): CaseFact | undefined {
  if (subject !== 'host') return FACT_OF[subject];
  return hosts.find(({ name }) => name === key)?.state === 'touched' ? 'hosts-touched' : 'hosts-controlled';
}
