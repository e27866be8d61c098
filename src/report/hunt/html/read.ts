import type { RunFacts } from '../facts.ts';
import type { HuntFigures } from '../figures.ts';
import { problemWords } from '../not-read.ts';
import { bytes, counted, duration, number, shortTime } from '../words.ts';
import { type Html, html, logText, NOTHING } from './markup.ts';
import { countCell, type Head, note, scrolled, section, tableHead } from './parts.ts';

const KINDS = 200;
const FILES = 500;
const PROBLEMS = 500;

/** Under the verdict: what was read, with what, and what the user left out. */
export function readLines({ rules, first, last }: HuntFigures, run: RunFacts): Html {
  const notLoaded = run.rules.notLoaded.reduce((sum, { count }) => sum + count, 0);
  const lines = [
    `${counted(run.files, 'file')}, ${bytes(run.bytes)}, ${counted(run.events, 'event')}, read in ${duration(run.seconds)}`,
    `${counted(run.rules.loaded, 'rule')} loaded, ${number(rules.length)} matched, ${number(notLoaded)} not loaded${
      run.rules.withoutLogs ? `; ${number(run.rules.withoutLogs)} had no logs of their kind` : ''
    }${run.indicators ? `; ${counted(run.indicators, 'indicator')}` : ''}`,
    ...(first ? [`hits from ${shortTime(first)} to ${shortTime(last)} UTC`] : []),
    ...(run.duplicates ? [`${counted(run.duplicates, 'hit')} stood in several copies and counted once`] : []),
    ...(run.filters.length ? [`left out by choice: only ${run.filters.join('; ')}`] : []),
  ];
  return html`<ul class="read">${lines.map((line) => html`<li>${line}</li>`)}</ul>`;
}

const KIND_HEADS: readonly Head[] = [
  { text: 'channel' },
  { text: 'event id', kind: 'number' },
  { text: 'events', kind: 'number' },
];
const HOST_HEADS: readonly Head[] = [{ text: 'host' }, { text: 'events', kind: 'number' }];
const FILE_HEADS: readonly Head[] = [{ text: 'file' }, { text: 'hits', kind: 'number' }];

/** What was read, by kind of event, host and file. */
export function readSection({ files }: HuntFigures, { inputs, tally }: RunFacts): Html {
  return section('read', 'What was read', [
    html`<p>${inputs.slice(0, 20).map((input, i) => html`${i > 0 && ', '}<span class="mono">${logText(input)}</span>`)}${inputs.length > 20 && ` and ${inputs.length - 20} more`}</p>`,
    ...(tally
      ? [
          folded(
            `${counted(tally.kinds.length, 'kind')} of events`,
            KIND_HEADS,
            tally.kinds.map(
              ({ channel, eventId, events }) =>
                html`<tr><th scope="row">${logText(channel || '(none named)')}</th><td class="n" data-v="${eventId}">${eventId < 0 ? '' : String(eventId)}</td>${countCell(events)}</tr>`,
            ),
            KINDS,
          ),
          folded(
            counted(tally.hosts.length, 'host'),
            HOST_HEADS,
            tally.hosts.map(
              ({ host, events }) =>
                html`<tr><th scope="row">${logText(host || '(none named)')}</th>${countCell(events)}</tr>`,
            ),
            KINDS,
          ),
        ]
      : []),
    folded(
      `${counted(files.length, 'file')} with hits`,
      FILE_HEADS,
      files.map(
        ({ file, hits }) => html`<tr><th scope="row" class="mono">${logText(file)}</th>${countCell(hits)}</tr>`,
      ),
      FILES,
    ),
  ]);
}

/** What was not read and which rules did not run, with the reasons. */
export function notReadSection({ rules, problems, moreProblems }: RunFacts): Html {
  const notLoaded = rules.notLoaded.map(
    ({ reason, count, examples }) =>
      html`<li>${counted(count, 'rule')}: ${reason}${examples.length > 0 && html` <span class="muted">e.g. ${logText(examples.slice(0, 3).join(', '))}</span>`}</li>`,
  );
  const words = problemWords(problems);
  const listed = words.slice(0, PROBLEMS).map((one) => html`<li>${logText(one)}</li>`);
  const more = Math.max(0, words.length - PROBLEMS) + moreProblems;
  if (notLoaded.length + listed.length + more === 0)
    return section('not-read', 'What was not read, and why', [note('Everything was read, and every rule was loaded.')]);
  return section('not-read', 'What was not read, and why', [
    html`<ul class="plain">${notLoaded}${listed}</ul>`,
    more ? note(`and ${counted(more, 'more problem')}`) : NOTHING,
  ]);
}

function folded(summary: string, heads: readonly Head[], rows: readonly Html[], most: number): Html {
  const table = scrolled(
    summary,
    html`<table class="sortable narrow">${tableHead(heads, true)}<tbody>${rows.slice(0, most)}</tbody></table>`,
  );
  const rest = rows.length - most;
  return html`<details><summary>${summary}</summary>${table}${rest > 0 && note(`${number(rest)} further rows not shown.`)}</details>`;
}
