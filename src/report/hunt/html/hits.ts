import type { Sighting } from '../../../model/sighting.ts';
import { shortFields } from '../example.ts';
import { LEVELS, levelIndex } from '../levels.ts';
import { shortTime } from '../words.ts';
import type { HitChoice } from './hit-choice.ts';
import { type Html, html, logText } from './markup.ts';
import { type Head, levelBadge, note, tableHead } from './parts.ts';
import { filterBar } from './rules.ts';

const HEADS: readonly Head[] = [
  { text: 'time (UTC)', name: 't' },
  { text: 'level', name: 'lv' },
  { text: 'host', name: 'host' },
  { text: 'rule', name: 'rule' },
  { text: 'what matched', name: 'what' },
  { text: 'record', name: 'record' },
];

/** The beginning of the list of hits; rows and `hitsEnd` follow. */
export function hitsBegin({ words }: HitChoice): Html {
  return html`<section id="hits" aria-labelledby="hits-h"><h2 id="hits-h">The hits in order of time</h2>${
    words !== null && note(`Shown: ${words}`)
  }<p class="note js-only"><kbd>/</kbd> finds, <kbd>j</kbd> and <kbd>k</kbd> move from row to row, <kbd>Enter</kbd> opens one whole.</p>${filterBar('hits', 'host, rule, field, text')}<div class="scroll" role="region" tabindex="0" aria-label="Hits"><table class="hits" data-filtered="hits">${tableHead(HEADS)}<tbody>
`;
}

export function hitRow({ time, rule, computer, file, record, channel, event_id, fields }: Sighting): Html {
  const level = LEVELS[levelIndex(rule.level)]!;
  const id = event_id === null ? '' : ` ${event_id}`;
  return html`<tr data-level="${level}"><td class="t"><button type="button" class="row" tabindex="-1" aria-expanded="false">${time === null ? 'no time' : html`<time datetime="${time}">${shortTime(time)}</time>`}</button></td><td>${levelBadge(rule.level)}</td><td>${logText(computer)}</td><td>${rule.title}</td><td class="what"><div>${fieldLines(fields)}</div></td><td class="record"><div>${logText(`${channel.replace(/^Microsoft-Windows-/, '')}${id}`)}<br>record ${record}<br><span class="muted">${logText(file)}</span></div></td></tr>
`;
}

/** The end of the list; `dropped` rows did not fit into the page although they were chosen. */
export function hitsEnd(dropped: number, stopped: string | null): Html {
  return html`</tbody></table></div><p class="print-only note">On paper the list ends after 200 rows.</p>${
    dropped > 0 && note(`The page would have become too large: ${dropped} further rows were left out.`)
  }${stopped !== null && note(stopped)}</section>
`;
}

function fieldLines(fields: Sighting['fields']): Html[] {
  return Object.entries(shortFields(fields)).map(
    ([name, value]) =>
      html`<span class="f"><b>${logText(name)}</b> ${
        value === null
          ? html`<i class="muted">no value</i>`
          : typeof value === 'string'
            ? logText(value)
            : value.map((one, i) => html`${i > 0 && html`<span class="muted"> · </span>`}${logText(one)}`)
      }</span>`,
  );
}
