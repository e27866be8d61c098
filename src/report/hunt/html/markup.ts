import { visible } from '../visible.ts';

/** Markup that is safe to put into a page. Only `html` and `trusted` make it. */
export interface Html {
  readonly html: string;
}

type Piece = Html | string | number | null | false | readonly Html[];

/**
 * Builds markup. Every text put into it is escaped and shown with its hidden characters; only markup goes in as it is. So no
 * text of a log can become part of the page, whichever way it got there.
 */
export function html(parts: TemplateStringsArray, ...pieces: readonly Piece[]): Html {
  let text = parts[0]!;
  for (let i = 0; i < pieces.length; i++) text += piece(pieces[i]!) + parts[i + 1]!;
  return { html: text };
}

/** Markup of the program's own making: styles and scripts. */
export function trusted(markup: string): Html {
  return { html: markup };
}

export const NOTHING: Html = { html: '' };

/**
 * A text of a log, kept apart from its surroundings in the direction it is written. Its lines stay lines, with a mark at the end
 * of each so that none can pass for a field of its own; tabs become spaces.
 */
export function logText(text: string): Html {
  const lines = text.replaceAll('\t', ' ').split(/\r\n|\r|\n/);
  return { html: `<bdi>${lines.map(escapeHtml).join('↵\n')}</bdi>` };
}

const ESCAPES: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
};

/** A text for anywhere in a page, attributes (in quotes) among them. */
export function escapeHtml(text: string): string {
  return visible(text).replace(/[&<>"']/g, (char) => ESCAPES[char]!);
}

function piece(value: Piece): string {
  if (value === null || value === false) return '';
  if (typeof value === 'string') return escapeHtml(value);
  if (typeof value === 'number') return String(value);
  if ('html' in value) return value.html;
  return value.map(({ html }) => html).join('');
}
