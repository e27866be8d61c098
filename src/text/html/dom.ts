import { MAX_NESTING, MAX_NODES, nestingOf, piecesOf } from './depth.ts';

/** The little of the DOM that reading needs; the parser behind it can change. */
export interface Node {
  readonly nodeType: number;
  readonly textContent: string | null;
  readonly childNodes: Iterable<Node>;
}

export interface Element extends Node {
  readonly tagName: string;
  getAttribute(name: string): string | null;
  querySelector(selector: string): Element | null;
  querySelectorAll(selector: string): Iterable<Element>;
  remove(): void;
}

export interface Page extends Element {
  readonly title: string;
  readonly body: Element;
  readonly documentElement: Element;
}

export const ELEMENT = 1;
export const TEXT = 3;

export function isElement(node: Node): node is Element {
  return node.nodeType === ELEMENT;
}

/** Parses a page or a fragment; what lacks `html` or `body` gets them. Loads the parser on first use. Throws a RangeError for absurd nesting. */
export async function parsePage(markup: string): Promise<Page> {
  const depth = nestingOf(markup);
  if (depth > MAX_NESTING) throw new RangeError(`elements nested ${depth} deep`);
  const pieces = piecesOf(markup);
  if (pieces > MAX_NODES) throw new RangeError(`${pieces} tags`);
  const { parseHTML } = await import('linkedom');
  return parseHTML(wholePage(markup)).document as unknown as Page;
}

/** The parser takes fragments literally: without an html element a page has no body. */
function wholePage(markup: string): string {
  if (/<body[\s>]/i.test(markup) && /<html[\s>]/i.test(markup)) return markup;
  if (/<html[\s>]/i.test(markup)) {
    if (/<\/head>/i.test(markup)) return markup.replace(/<\/head>/i, '</head><body>');
    return markup.replace(/<html[^>]*>/i, (tag) => `${tag}<head></head><body>`);
  }
  const head = /<\/head>/i.exec(markup);
  if (head) {
    const at = head.index + head[0].length;
    const rest = markup.slice(at);
    const body = /<body[\s>]/i.test(rest) ? rest : `<body>${rest}</body>`;
    return `<!doctype html><html>${markup.slice(0, at).replace(/<!doctype[^>]*>/i, '')}${body}</html>`;
  }
  return `<!doctype html><html><head></head><body>${markup.replace(/<!doctype[^>]*>/i, '').replace(/<\/?body[^>]*>/gi, '')}</body></html>`;
}
