import { LEVELS } from '../levels.ts';
import { number, shortTime } from '../words.ts';
import { type Html, html, NOTHING } from './markup.ts';

/** A section of the page with its heading; the heading's id is where links lead. */
export function section(id: string, heading: string, body: readonly Html[], about: Html = NOTHING): Html {
  return html`<section id="${id}" aria-labelledby="${id}-h"><h2 id="${id}-h">${heading}</h2>${about}${body}</section>
`;
}

/** A table in a region of its own that can be scrolled, by keyboard too. */
export function scrolled(label: string, table: Html): Html {
  return html`<div class="scroll" role="region" tabindex="0" aria-label="${label}">${table}</div>`;
}

export interface Head {
  readonly text: string;
  /** `number`: right-aligned, sorted as numbers. */
  readonly kind?: 'number' | 'text';
  /** Class of the column. */
  readonly name?: string;
}

/** A table's head. In a sortable one each cell holds a button; the script sorts by `data-v` of the cells, else by their text. */
export function tableHead(heads: readonly Head[], sortable = false): Html {
  const cells = heads.map(({ text, kind, name }) => {
    const classes = [kind === 'number' ? 'n' : '', name ?? ''].filter(Boolean).join(' ');
    return sortable
      ? html`<th scope="col" class="${classes}" aria-sort="none"><button type="button" data-sort="${kind ?? 'text'}">${text}</button></th>`
      : html`<th scope="col" class="${classes}">${text}</th>`;
  });
  return html`<thead><tr>${cells}</tr></thead>`;
}

/** A level as a word in its colour, with a shape before it: colour never stands alone. */
export function levelBadge(level: string): Html {
  const known = LEVELS.find((one) => one === level);
  return html`<span class="level ${known ?? 'informational'}">${level}</span>`;
}

/** A count, with its number to sort by; a dot where there is none. */
export function countCell(count: number, name = 'n'): Html {
  return html`<td class="${name}" data-v="${count}">${count ? number(count) : '·'}</td>`;
}

export function timeCell(time: string | null): Html {
  return time === null
    ? html`<td class="t" data-v="">–</td>`
    : html`<td class="t" data-v="${time}"><time datetime="${time}">${shortTime(time)}</time></td>`;
}

/** One of nine steps for shading, by magnitude: 1 for one, 8 for the most. */
export function heat(count: number, most: number): number {
  if (count <= 0) return 0;
  return most <= 1 ? 8 : 1 + Math.round((7 * Math.log(count)) / Math.log(most));
}

/** A remark under a table, e.g. about what was left out. */
export function note(text: string): Html {
  return html`<p class="note">${text}</p>`;
}
