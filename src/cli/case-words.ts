import type { BuiltCase } from '../actions/case-build.ts';
import type { CalendarLikelihoods, CaseGap, Intrusion } from '../model/case.ts';
import { count } from './statement-words.ts';

/**
 * The JSON of `case build`: the intrusion with the most steps on top, in the shape of a scenario's truth.json, others beside it.
 */
export function caseShape(built: BuiltCase): object {
  const [main, ...others] = built.intrusions;
  return {
    version: 1,
    ...(main ?? EMPTY),
    other_intrusions: others,
    left_out: built.left_out,
    read: { events: built.events, files: built.files, findings: built.findings, stopped: built.stopped },
  };
}

const EMPTY = {
  hosts: [],
  accounts: [],
  mailboxes: [],
  relays: [],
  steps: [],
  visits: [],
  moves: [],
  files: [],
  sent_out: [],
  first_access: null,
  last_seen: null,
  dwell_days: null,
  gaps: [],
  hours: null,
};

const REASONS = {
  routine: 'was there before the first serious finding',
  alone: 'nothing ties it to an intrusion',
  harmless: 'of no weight by itself',
} as const;

/** The case for people, in plain text. */
export function caseWords(built: BuiltCase): string {
  const out: string[] = [];
  if (built.intrusions.length === 0) out.push('No intrusion: no serious finding is tied to another one.', '');
  built.intrusions.forEach((one, n) => {
    out.push(
      built.intrusions.length > 1 ? `Intrusion ${n + 1} of ${built.intrusions.length}` : 'One intrusion',
      ...intrusionWords(one),
      '',
    );
  });
  const left = built.left_out.reduce((sum, { count }) => sum + count, 0);
  out.push(`Left out: ${left} of ${count(built.findings, 'finding')}`);
  for (const row of built.left_out.slice(0, 15))
    out.push(`  ${String(row.count).padStart(6)}  ${row.rule}: ${REASONS[row.reason]}`);
  return `${out.join('\n')}\n`;
}

function intrusionWords(one: Intrusion): string[] {
  const controlled = one.hosts.filter(({ state }) => state === 'controlled');
  const touched = one.hosts.length - controlled.length;
  const countries = [...new Set(one.relays.map(({ country }) => country ?? 'unknown'))];
  const top = one.hours.offsets
    .slice(0, 3)
    .map(({ offset, share }) => `UTC${offset < 0 ? '-' : '+'}${Math.abs(offset / 60)} ${Math.round(share * 100)}%`);
  return [
    `  First access  ${one.first_access}`,
    `  Last seen     ${one.last_seen}  (${count(one.dwell_days, 'day')})`,
    `  Hosts         ${controlled.length} controlled, ${touched} touched`,
    `  Accounts      ${one.accounts.map(({ name }) => name).join(', ') || 'none seen'}`,
    `  Mailboxes     ${one.mailboxes.length}`,
    `  Visits        ${one.visits.length}, and ${count(one.relays.length, 'address', 'addresses')} outside${countries.length > 0 ? ` (${countries.join(', ')})` : ''}`,
    `  Hours         ${one.hours.n < 8 ? 'too few visits to say' : `of ${count(one.hours.n, 'visit')}; office hours fit best: ${top.join(', ')}`}`,
    ...(one.hours.calendars ? [`  Calendars     ${calendarWords(one.hours.calendars)}`] : []),
    `  Logs          ${logWords(one.gaps)}`,
    '  Path',
    ...one.steps
      .slice(0, 30)
      .map(
        ({ time, technique, host, count }) =>
          `    ${time.slice(0, 19)}  ${technique.padEnd(10)} ${host.padEnd(12)} ${count}x`,
      ),
    ...(one.steps.length > 30 ? [`    … and ${count(one.steps.length - 30, 'more step')} (--json has all)`] : []),
  ];
}

/** Logs that were cleared and records that are missing, each with its day. A log that is silent for a while is no sign by itself: `--json` has those. */
function logWords(gaps: readonly CaseGap[]): string {
  const signs = gaps
    .filter(({ kind }) => kind === 'cleared' || kind === 'missing')
    .map(({ host, channel, kind, time }) =>
      [`${channel} of ${host}`, kind === 'missing' ? 'records missing' : kind, time?.slice(0, 10) ?? 'undated'].join(
        ' ',
      ),
    );
  return [...new Set(signs)].join('; ') || 'nothing cleared, no records missing';
}

/** Which holiday calendars the days of visits fit: weak evidence at best. */
function calendarWords({ n, verdict, fits }: CalendarLikelihoods): string {
  if (verdict === 'too-few') return `too few days to say (${n})`;
  return verdict === 'none'
    ? `${count(n, 'day')} fit no holiday calendar better than none`
    : `${count(n, 'day')} fit holidays of ${fits.join(', ')} better than none: weak, and easily forged`;
}
