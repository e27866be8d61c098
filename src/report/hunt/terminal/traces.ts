import type { RunFacts } from '../facts.ts';
import type { LogonKind } from '../logon-figures.ts';
import { howOf } from '../logon-words.ts';
import { SIGN_KINDS, signInWords, signTime } from '../sign-words.ts';
import { counted, number, shortTime } from '../words.ts';
import { type Cell, type Layout, table, wrap } from './columns.ts';
import { type Section, section } from './section.ts';

const LOGONS = 12;
const SIGNS = 15;
/** Of one kind: thirty cleared logs must not hide the one clock that was set back. */
const OF_A_KIND = 5;

/** Kinds that say how somebody got in; the others are in the report. */
const WAYS_IN: ReadonlySet<LogonKind> = new Set(['logon', 'ntlm', 'rdp', 'session', 'explicit']);

/** Who got in or was refused, the refusals first. Machines, services and the system itself are only counted. */
export function logonSection({ logons }: RunFacts, look: Layout): Section {
  if (!logons || logons.rows.length === 0) return section('', []);
  const rows = logons.rows.filter(({ kind, ordinary }) => WAYS_IN.has(kind) && !ordinary);
  const columns = [
    { head: 'refused', right: true },
    { head: 'ok', right: true },
    { head: 'account', flexible: true },
    { head: 'how' },
    { head: 'from' },
    { head: 'on' },
    { head: 'last' },
  ];
  const cells = rows
    .slice(0, LOGONS)
    .map((row): Cell[] => [
      row.failures ? ['high', number(row.failures)] : '·',
      row.successes ? number(row.successes) : '·',
      row.account,
      howOf(row),
      row.from,
      shortName(row.computer),
      shortTime(row.last).slice(0, look.width < 100 ? 10 : 16),
    ]);
  const rest = rows.length - LOGONS;
  const ordinary = logons.rows.filter(({ ordinary }) => ordinary).length;
  return section('Logons', [
    ...table(columns, cells, look),
    ...(rest > 0 ? [`  and ${counted(rest, 'more row')}`] : []),
    ...(ordinary ? [`  not shown: ${counted(ordinary, 'row')} of machines, services and the system itself`] : []),
    ...(logons.leftOut ? [`  and ${counted(logons.leftOut, 'event')} of further rows that found no room`] : []),
  ]);
}

/** Signs that logs are not whole, the gravest first. */
export function gapSection({ gaps }: RunFacts, look: Layout): Section {
  if (!gaps || gaps.logs === 0) return section('', []);
  const { signs, logs, extracts, unnumbered, leftOut } = gaps;
  const columns = [
    { head: 'when' },
    { head: 'sign', flexible: true, keepStart: true },
    { head: 'log' },
    { head: 'on' },
  ];
  const shown = signs
    .filter(({ kind }, i) => signs.slice(0, i).filter((other) => other.kind === kind).length < OF_A_KIND)
    .slice(0, SIGNS);
  const cells = shown.map((sign): Cell[] => [
    shortTime(signTime(sign)).slice(0, 16),
    signInWords(sign),
    shortChannel(sign.channel),
    shortName(sign.computer),
  ]);
  const rest = signs.length - shown.length + gaps.more;
  const kinds = [...new Set(signs.map(({ kind }) => kind))].map((kind) => SIGN_KINDS[kind]);
  const notes = [
    ...(signs.length ? [] : [`none in ${counted(logs - extracts - unnumbered, 'log')} with record numbers`]),
    ...(rest ? [`and ${counted(rest, 'more sign')}`] : []),
    ...kinds.map(({ name, mayBe }) => `${name}: ${mayBe}`),
    ...(extracts ? [`not examined: ${counted(extracts, 'log')} with only chosen records`] : []),
    ...(unnumbered ? [`examined for silence alone: ${counted(unnumbered, 'log')} without record numbers`] : []),
    ...(leftOut ? [`not examined: ${counted(leftOut, 'event')} of further logs that found no room`] : []),
  ];
  return section('Signs that logs are not whole', [
    ...(cells.length ? table(columns, cells, look) : []),
    ...notes.flatMap((note) => wrap(`  ${note}`, look.width)).map((note) => look.paint('dim', note)),
  ]);
}

/** The name of a host without its domain. */
function shortName(host: string): string {
  return /^\d+\.\d+\.\d+\.\d+$/.test(host) ? host : (host.split('.')[0] ?? host).slice(0, 20);
}

/** `Microsoft-Windows-Sysmon/Operational` is called `Sysmon`. */
function shortChannel(channel: string): string {
  return channel
    .replace(/^Microsoft-Windows-/i, '')
    .replace(/\/Operational$/i, '')
    .slice(0, 20);
}
