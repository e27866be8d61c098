import { escapeHidden } from '../../model/sighting-line.ts';
import type { RunFacts } from './facts.ts';
import { problemWords } from './not-read.ts';
import { type Column, layout, table, wrap } from './terminal/columns.ts';
import { gapSection, logonSection } from './terminal/traces.ts';
import { visible } from './visible.ts';
import { bytes, counted, duration, number } from './words.ts';

/** What the logs hold, for a terminal: every kind of event and every host, whoever logged on, and signs of tampering. */
export function statsText(run: RunFacts, options: { colour?: boolean; width?: number } = {}): string {
  const look = layout(options);
  const { kinds, hosts, leftOut } = run.tally ?? NOTHING;
  const count: Column[] = [
    { head: 'events', right: true },
    { head: 'share', right: true },
  ];
  const kindRows = kinds.map(({ channel, eventId, events }) => [
    number(events),
    share(events, run.events),
    eventId < 0 ? '' : String(eventId),
    channel,
  ]);
  const hostRows = hosts.map(({ host, events }) => [
    number(events),
    share(events, run.events),
    host || 'no host named',
  ]);
  const rest = [
    ...(leftOut.kinds > 0 ? [`${counted(leftOut.kinds, 'event')} of further kinds are not listed.`] : []),
    ...(leftOut.hosts > 0 ? [`${counted(leftOut.hosts, 'event')} of further hosts are not listed.`] : []),
  ];
  const sections = [
    {
      heading: 'Events by kind',
      lines: table([...count, { head: 'id', right: true }, { head: 'channel', flexible: true }], kindRows, look),
    },
    { heading: 'Events by host', lines: table([...count, { head: 'host', flexible: true }], hostRows, look) },
    logonSection(run, look),
    gapSection(run, look),
    {
      heading: 'Not read, and why',
      lines: problemWords(run.problems).flatMap((words) => wrap(`  ${visible(words)}`, look.width)),
    },
  ];
  const { files, seconds, events } = run;
  const lines = [
    look.paint(
      'bold',
      `${counted(events, 'event')} of ${counted(kinds.length, 'kind')} from ${counted(hosts.length, 'host')}`,
    ),
    `Read ${counted(files, 'file')}, ${bytes(run.bytes)} in ${duration(seconds)}.`,
    ...sections.flatMap(({ heading, lines }) => (lines.length > 0 ? ['', look.paint('bold', heading), ...lines] : [])),
    ...(rest.length > 0 ? ['', ...rest] : []),
  ];
  return `${lines.join('\n')}\n`;
}

/** The same counts for programs: a line of JSON for each kind of event, then one for each host, the most first. */
export function statsLines({ tally }: RunFacts): string[] {
  const { kinds, hosts } = tally ?? NOTHING;
  return [
    ...kinds.map(({ channel, eventId, events }) => ({
      count: 'kind',
      channel,
      event_id: eventId < 0 ? null : eventId,
      events,
    })),
    ...hosts.map(({ host, events }) => ({ count: 'host', computer: host, events })),
  ].map((row) => `${escapeHidden(JSON.stringify(row))}\n`);
}

const NOTHING = { kinds: [], hosts: [], leftOut: { kinds: 0, hosts: 0 } } as const;

function share(part: number, of: number): string {
  return of > 0 ? `${((100 * part) / of).toFixed(1)}%` : '';
}
