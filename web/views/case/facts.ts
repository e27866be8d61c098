import { createContext, useCallback, useContext } from 'react';
import type { CaseQuestion, CaseSubject, CaseView, Intrusion } from '../../../src/http/contract/index.ts';
import { CASE_MARK, useEvidence } from '../../use-search.ts';
import { CASE_SUBJECT_WORDS, FACT_WORDS, GAP_WORDS, REASON_WORDS } from '../../words/cases.ts';
import { countryName } from '../../words/names.ts';
import { count, instant, number } from '../../words/numbers.ts';

/** Which case and which of its intrusions a page shows. */
export interface CasePlace {
  readonly name: string;
  /** From 0. */
  readonly intrusion: number;
}

export const CaseContext = createContext<CasePlace>({ name: '', intrusion: 0 });

/** What stands in the address for a fact, behind the mark: `NAME/0/host/MAIL01`. */
export interface FactAddress extends CasePlace {
  readonly subject: string;
  readonly key: string;
}

export function factAddress({ name, intrusion, subject, key }: FactAddress): string {
  return `${CASE_MARK}${encodeURIComponent(name)}/${intrusion}/${subject}/${key}`;
}

/** Null for what is no such address. */
export function readFactAddress(text: string): FactAddress | null {
  const found = /^!([^/]+)\/(\d{1,4})\/([a-z-]+)\/(.*)$/s.exec(text);
  if (!found) return null;
  try {
    return { name: decodeURIComponent(found[1]!), intrusion: Number(found[2]), subject: found[3]!, key: found[4]! };
  } catch {
    return null;
  }
}

/** Opens the drawer on a fact of the case on screen. `group` is a set of hosts that the page put together. */
export function useFact(): (subject: CaseSubject | 'group', key: string) => void {
  const place = useContext(CaseContext);
  const open = useEvidence();
  return useCallback((subject, key) => open(factAddress({ ...place, subject, key })), [open, place]);
}

/** A fact in words, for the head of the drawer. */
export function factWords(view: CaseView, one: Intrusion, { subject, key }: CaseQuestion): string {
  const [left = '', right = ''] = key.includes(' ')
    ? [key.slice(0, key.indexOf(' ')), key.slice(key.indexOf(' ') + 1)]
    : [key];
  switch (subject) {
    case 'figure': {
      const figure = view.figures.find(({ fact }) => fact === key);
      return figure ? `${number(figure.value)} ${FACT_WORDS[figure.fact][figure.value === 1 ? 0 : 1]}` : key;
    }
    case 'host': {
      const host = one.hosts.find(({ name }) => name === key);
      return host ? `${key}, ${host.state}: ${instant(host.first, true)} to ${instant(host.last, true)} UTC` : key;
    }
    case 'country':
      return `Relays in ${key ? countryName(key) : 'countries that are not known'}`;
    case 'relay': {
      const relay = one.relays.find(({ address }) => address === key);
      return `Relay ${key}${relay?.country ? `, ${countryName(relay.country)}` : ''}: where traffic passed, not where it came from`;
    }
    case 'step':
      return `${left} ${view.techniques[left] ?? ''}${right ? ` on ${right}` : ''}`;
    case 'technique':
      return `${key} ${view.techniques[key] ?? ''}`;
    case 'tactic':
      return `Steps of ${key.replaceAll('-', ' ')}`;
    case 'move': {
      const move = one.moves.find(({ from, to }) => from === left && to === right);
      return `From ${left} to ${right}${move ? ` as ${move.account}, ${instant(move.time, true)} UTC` : ''}`;
    }
    case 'visit':
      return `Visit through ${left}, ${instant(right, true)} UTC`;
    case 'gap': {
      const gap = one.gaps[Number(key)];
      return gap
        ? `${gap.channel} of ${gap.host}: ${GAP_WORDS[gap.kind]}${gap.time ? `, ${instant(gap.time, true)} UTC` : ''}`
        : 'Gap in a log';
    }
    case 'sent': {
      const sent = one.sent_out[Number(key)];
      return sent
        ? `${count(sent.bytes, 'byte')} from ${sent.host} to ${sent.to}, ${instant(sent.time, true)} UTC`
        : 'Sent out';
    }
    case 'left-out': {
      const reason = REASON_WORDS[left as keyof typeof REASON_WORDS];
      return `Left out: ${right}${reason ? `; ${reason}` : ''}`;
    }
    case 'first-access':
      return `First access, ${instant(one.first_access, true)} UTC`;
    case 'last-seen':
      return `Last seen, ${instant(one.last_seen, true)} UTC`;
    case 'account':
    case 'mailbox':
    case 'file':
    case 'record':
      return `${CASE_SUBJECT_WORDS[subject]} ${key}`;
  }
}
