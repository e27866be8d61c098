import { fieldText } from '../field-text.ts';
import type { Example, HuntFigures, RuleFigures } from '../figures.ts';
import { LEVELS, levelIndex } from '../levels.ts';
import { attackTags } from '../tags.ts';
import { counted, number, shortTime } from '../words.ts';
import { type Html, html, logText } from './markup.ts';
import { countCell, type Head, levelBadge, note, scrolled, section, tableHead, timeCell } from './parts.ts';

/** Rules that are listed, those of them that show three examples (the others show one), and characters for all examples. */
const ROWS = 3000;
const FULL = 400;
const EXAMPLE_CHARACTERS = 2_500_000;

const HEADS: readonly Head[] = [
  { text: 'level', kind: 'number', name: 'lv' },
  { text: 'rule', name: 'wide' },
  { text: 'hits', kind: 'number' },
  { text: 'hosts', kind: 'number' },
  { text: 'first hit' },
  { text: 'last hit' },
  { text: 'techniques' },
];

/** Every rule that matched: sortable, filterable, and opening to its examples. */
export function ruleSection({ rules, leftOut, pairsComplete }: HuntFigures): Html {
  let room = EXAMPLE_CHARACTERS;
  const rows = rules.slice(0, ROWS).map((rule, i) => {
    if (room < 0) return ruleRow(rule, [note('Its examples found no room on this page.')], pairsComplete);
    const boxes = rule.examples.slice(0, i < FULL ? 3 : 1).map(exampleBox);
    room -= boxes.reduce((sum, { html }) => sum + html.length, 0);
    return ruleRow(rule, boxes, pairsComplete);
  });
  return section('rules', 'By which rules', [
    filterBar('rules', 'rule, id, tag, technique, host'),
    scrolled(
      'Rules',
      html`<table class="sortable" data-filtered="rules">${tableHead(HEADS, true)}<tbody>${rows}</tbody></table>`,
    ),
    ...(rules.length > ROWS
      ? [note(`${counted(rules.length - ROWS, 'further rule')} of lower levels not shown.`)]
      : []),
    ...(leftOut.rules ? [note(`${counted(leftOut.rules, 'hit')} of rules that found no room in this table.`)] : []),
  ]);
}

/** Filters of a table: a text and levels. Without scripts they do nothing and are not shown. */
export function filterBar(table: string, what: string): Html {
  const levels = LEVELS.map(
    (level) =>
      html`<label><input type="checkbox" checked data-level="${level}" data-for="${table}"> <span class="level ${level}">${level}</span></label>`,
  );
  return html`<div class="filter" role="search" aria-label="${`Filter ${table}`}"><label class="find">Find <input type="search" data-text-for="${table}" placeholder="${what}" autocomplete="off" spellcheck="false"></label><fieldset><legend class="hidden">Levels</legend>${levels}</fieldset><button type="button" class="range" data-range-for="${table}" hidden></button><output data-count-for="${table}" aria-live="polite"></output></div>`;
}

function ruleRow(rule: RuleFigures, examples: readonly Html[], complete: boolean): Html {
  const { id, title, level, hits, hostCount, first, last, tags } = rule;
  const { techniques } = attackTags(tags);
  return html`<tr data-level="${LEVELS[levelIndex(level)]!}"><td data-v="${levelIndex(level)}">${levelBadge(level)}</td><td class="wide" data-v="${title}"><details><summary>${title}</summary>${aboutRule(rule, examples)}</details><span class="hidden">${id}</span></td>${countCell(hits)}<td class="n" data-v="${hostCount}">${number(hostCount)}${complete ? '' : '+'}</td>${timeCell(first)}${timeCell(last)}<td class="mono">${techniques.join(' ')}</td></tr>
`;
}

function aboutRule({ id, title, status, tags, hosts, hostCount }: RuleFigures, examples: readonly Html[]): Html {
  const named = hosts.map(
    ([host, hits]) => html`<li>${logText(host || '(none named)')} <span class="muted">${number(hits)}</span></li>`,
  );
  const rest = hostCount - hosts.length;
  return html`<dl class="about"><dt>id</dt><dd class="mono">${id}</dd><dt>status</dt><dd>${status}</dd>${
    tags.length > 0 && html`<dt>tags</dt><dd class="mono">${tags.join(' ')}</dd>`
  }<dt>hosts</dt><dd><ul class="inline">${named}</ul>${rest > 0 && html` and ${counted(rest, 'more host')}`}</dd><dt>hits</dt><dd><a href="#hits" data-find="${title}">in the list below</a></dd></dl>${examples}`;
}

/** A record with the fields that made the rule match. */
function exampleBox({ file, record, time, computer, fields }: Example): Html {
  const where = `${shortTime(time) || 'no time'} · ${computer || 'no host named'} · ${file}, record ${record}`;
  return html`<div class="example"><p class="muted">${logText(where)}</p>${fieldList(fields)}</div>`;
}

/** Fields as names and values. */
export function fieldList(fields: Example['fields']): Html {
  const rows = Object.entries(fields).map(
    ([name, value]) =>
      html`<dt>${logText(name)}</dt><dd>${value === null ? html`<i class="muted">no value</i>` : logText(fieldText(value))}</dd>`,
  );
  return html`<dl class="fields">${rows}</dl>`;
}
