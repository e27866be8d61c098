import type { GapFigures, Sign } from '../gap-figures.ts';
import type { LogonFigures, LogonRow } from '../logon-figures.ts';
import { howOf } from '../logon-words.ts';
import { SIGN_KINDS, signInWords, signTime } from '../sign-words.ts';
import { counted, number } from '../words.ts';
import { type Html, html, logText, NOTHING } from './markup.ts';
import { countCell, type Head, note, scrolled, section, tableHead, timeCell } from './parts.ts';

const LOGONS = 500;
const SIGNS = 500;

const LOGON_HEADS: readonly Head[] = [
  { text: 'refused', kind: 'number' },
  { text: 'successful', kind: 'number' },
  { text: 'account', name: 'who' },
  { text: 'how', name: 'how' },
  { text: 'from', name: 'from' },
  { text: 'on', name: 'on' },
  { text: 'first' },
  { text: 'last' },
  { text: 'why refused', name: 'why' },
];

/** Who got in where, how and from where; machines and services are folded away. */
export function logonSection(logons: LogonFigures | null): Html {
  if (!logons || logons.rows.length === 0) return NOTHING;
  const people = logons.rows.filter(({ ordinary }) => !ordinary);
  const others = logons.rows.filter(({ ordinary }) => ordinary);
  return section('logons', 'Who logged on', [
    people.length ? logonTable('Logons', people) : note('Only machines, services and the system itself.'),
    ...(others.length
      ? [
          html`<details><summary>${counted(others.length, 'row')} of machines, services and the system itself</summary>${logonTable('Logons of machines and services', others)}</details>`,
        ]
      : []),
    ...(logons.leftOut ? [note(`${counted(logons.leftOut, 'event')} of rows that found no room in this table.`)] : []),
  ]);
}

function logonTable(label: string, rows: readonly LogonRow[]): Html {
  const cells = rows.slice(0, LOGONS).map(
    (
      row,
    ) => html`<tr>${countCell(row.failures, row.failures ? 'n refused' : 'n')}${countCell(row.successes)}<th scope="row">${logText(row.account)}</th><td>${howOf(row)}</td><td class="mono">${logText(row.from)}</td><td>${logText(row.computer)}</td>${timeCell(row.first)}${timeCell(row.last)}<td>${row.reasons.map(([reason, count]) => `${reason} (${number(count)})`).join(', ')}</td></tr>
`,
  );
  return html`${scrolled(label, html`<table class="sortable">${tableHead(LOGON_HEADS, true)}<tbody>${cells}</tbody></table>`)}${
    rows.length > LOGONS && note(`${counted(rows.length - LOGONS, 'further row')} not shown.`)
  }`;
}

const SIGN_HEADS: readonly Head[] = [
  { text: 'when' },
  { text: 'sign', name: 'sign' },
  { text: 'log', name: 'log' },
  { text: 'on', name: 'on' },
  { text: 'file', name: 'file' },
  { text: 'until' },
];

/** Signs that logs are not whole, the gravest kinds first, and how much could be examined. */
export function gapSection(gaps: GapFigures | null): Html {
  if (!gaps || gaps.logs === 0) return NOTHING;
  const { signs, more, logs, extracts, unnumbered, leftOut } = gaps;
  const rows = signs.slice(0, SIGNS).map(
    (
      sign,
    ) => html`<tr>${timeCell(signTime(sign))}<td>${logText(signInWords(sign))}</td><td>${logText(sign.channel)}</td><td>${logText(sign.computer)}</td><td class="mono file">${logText(sign.file)}</td>${timeCell(until(sign))}</tr>
`,
  );
  const kinds = [...new Set(signs.map(({ kind }) => kind))].map((kind) => SIGN_KINDS[kind]);
  const rest = Math.max(0, signs.length - SIGNS) + more;
  const numbered = logs - extracts - unnumbered;
  return section('signs', 'Signs that logs are not whole', [
    signs.length
      ? scrolled('Signs', html`<table class="sortable">${tableHead(SIGN_HEADS, true)}<tbody>${rows}</tbody></table>`)
      : note(`None in ${counted(numbered, 'log')} with record numbers.`),
    ...(rest ? [note(`${counted(rest, 'further sign')} not shown.`)] : []),
    ...(kinds.length
      ? [note(`No sign is proof. ${kinds.map(({ name, mayBe }) => `${capital(name)}: ${mayBe}.`).join(' ')}`)]
      : []),
    note(
      `Examined: ${counted(numbered, 'log')} with record numbers.${
        extracts ? ` Not examined: ${counted(extracts, 'log')} with only chosen records.` : ''
      }${unnumbered ? ` For silence alone: ${counted(unnumbered, 'log')} without record numbers.` : ''}${
        leftOut ? ` Not examined: ${counted(leftOut, 'event')} of logs that found no room.` : ''
      }`,
    ),
  ]);
}

function until(sign: Sign): string | null {
  return 'after' in sign ? sign.after : null;
}

function capital(text: string): string {
  return text.slice(0, 1).toUpperCase() + text.slice(1);
}
