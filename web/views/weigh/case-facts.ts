import type { CaseView, Evidence } from '../../../src/http/contract/index.ts';
import { FACT_WORDS } from '../../words/cases.ts';
import { countryName } from '../../words/names.ts';
import { number } from '../../words/numbers.ts';

/** Something that the logs of a case show, in the form of evidence. */
export type CaseEvidence = Omit<Evidence, 'id'>;

/** Records that an item carries at most. */
const RECORDS = 200;

/** What the logs of a case show, one sentence an item, each with its records. The same fact of the same case is one observation. */
export function factsOfCase({ name, figures, logs }: Pick<CaseView, 'name' | 'figures' | 'logs'>): CaseEvidence[] {
  const one = logs?.intrusions[0];
  if (!one) return [];
  const records: Readonly<Partial<Record<string, readonly string[]>>> = {
    'hosts-controlled': one.hosts.filter(({ state }) => state === 'controlled').flatMap(({ evidence }) => evidence),
    'hosts-touched': one.hosts.filter(({ state }) => state === 'touched').flatMap(({ evidence }) => evidence),
    accounts: one.accounts.flatMap(({ evidence }) => evidence),
    mailboxes: one.mailboxes.flatMap(({ evidence }) => evidence),
    visits: one.visits.flatMap(({ evidence = [] }) => evidence),
    relays: one.relays.flatMap(({ evidence }) => evidence),
  };
  const item = (key: string, text: string, type: string | null, of: readonly string[] = []): CaseEvidence => ({
    ...{ text, type, source: `logs of ${name}`, via: [], origin: `case ${name} ${key}` },
    ...{ grade: null, weight: null, forgeability: null, absence: false, looked: null },
    ...{ date: one.last_seen.slice(0, 10), statements: [], records: of.slice(0, RECORDS).map(reference), note: null },
  });
  return [
    ...figures
      .filter(({ value }) => value > 0)
      .map(({ fact, value }) =>
        item(fact, `${number(value)} ${FACT_WORDS[fact][value === 1 ? 0 : 1]}`, 'behaviour', records[fact]),
      ),
    ...one.relays.map(({ address, country, evidence }) =>
      item(
        `relay ${address}`,
        `Came through ${address}${country ? ` in ${countryName(country)}` : ''}: a relay, not an origin`,
        'address-location',
        evidence,
      ),
    ),
    ...one.gaps
      .filter(({ kind }) => kind === 'cleared')
      .map(({ host, channel, time, evidence }) =>
        item(
          `gap ${host} ${channel} ${time}`,
          `The log ${channel} of ${host} was cleared${time ? ` on ${time.slice(0, 10)}` : ''}`,
          'behaviour',
          evidence,
        ),
      ),
  ];
}

/** `security.evtx#42` → the file and the number in it. */
function reference(record: string): { file: string; record: string } {
  const at = record.lastIndexOf('#');
  return at < 0 ? { file: record, record: '?' } : { file: record.slice(0, at), record: record.slice(at + 1) };
}
