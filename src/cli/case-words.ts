import type { BuiltCase } from '../actions/case-build.ts';
import type { Intrusion } from '../model/case.ts';

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
  out.push(`Left out: ${left} of ${built.findings} findings`);
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
    `  Last seen     ${one.last_seen}  (${one.dwell_days} days)`,
    `  Hosts         ${controlled.length} controlled, ${touched} touched`,
    `  Accounts      ${one.accounts.map(({ name }) => name).join(', ') || 'none seen'}`,
    `  Mailboxes     ${one.mailboxes.length}`,
    `  Visits        ${one.visits.length}, and ${one.relays.length} addresses outside${countries.length > 0 ? ` (${countries.join(', ')})` : ''}`,
    `  Hours         ${one.hours.n < 8 ? 'too few visits to say' : `of ${one.hours.n} visits; office hours fit best: ${top.join(', ')}`}`,
    `  Logs          ${one.gaps.length === 0 ? 'no sign of tampering' : one.gaps.map(({ host, channel, kind }) => `${channel} of ${host} ${kind}`).join('; ')}`,
    '  Path',
    ...one.steps
      .slice(0, 30)
      .map(
        ({ time, technique, host, count }) =>
          `    ${time.slice(0, 19)}  ${technique.padEnd(10)} ${host.padEnd(12)} ${count}x`,
      ),
    ...(one.steps.length > 30 ? [`    … and ${one.steps.length - 30} more steps (--json has all)`] : []),
  ];
}
