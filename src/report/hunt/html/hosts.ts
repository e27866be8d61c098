import type { HuntFigures } from '../figures.ts';
import { LEVELS } from '../levels.ts';
import { counted, number } from '../words.ts';
import { type Html, html, logText } from './markup.ts';
import { type Head, heat, note, scrolled, section, tableHead, timeCell } from './parts.ts';

const ROWS = 500;

const HEADS: readonly Head[] = [
  { text: 'host' },
  ...LEVELS.map((level): Head => ({ text: level, kind: 'number' })),
  { text: 'rules', kind: 'number' },
  { text: 'first hit' },
  { text: 'last hit' },
];

/** Hosts by level, the gravest first. The name of a host leads to its hits. */
export function hostSection({ hosts, leftOut, pairsComplete }: HuntFigures): Html {
  const most = LEVELS.map((_, i) => Math.max(1, ...hosts.map(({ levels }) => levels[i]!)));
  const rows = hosts.slice(0, ROWS).map(
    ({ host, levels, rules, first, last }) => html`<tr><th scope="row" data-v="${host}">${
      host
        ? html`<a href="#hits" data-find="${host}">${logText(host)}</a>`
        : html`<span class="muted">(none named)</span>`
    }</th>${levels.map(
      (count, i) =>
        html`<td class="n heat ${LEVELS[i]!} h${heat(count, most[i]!)}" data-v="${count}">${count ? number(count) : '·'}</td>`,
    )}<td class="n" data-v="${rules}">${number(rules)}${pairsComplete ? '' : '+'}</td>${timeCell(first)}${timeCell(last)}</tr>
`,
  );
  return section('hosts', 'Where', [
    scrolled('Hosts', html`<table class="sortable">${tableHead(HEADS, true)}<tbody>${rows}</tbody></table>`),
    ...(hosts.length > ROWS ? [note(`${counted(hosts.length - ROWS, 'further host')} not shown.`)] : []),
    ...(leftOut.hosts ? [note(`${counted(leftOut.hosts, 'hit')} on hosts that found no room in this table.`)] : []),
  ]);
}
