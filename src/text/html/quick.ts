import { ELEMENT, type Element, type Node, TEXT } from './dom.ts';

/** Elements that the fragments of Markdown and feeds are mostly made of: those that hold words, and those that hold blocks too. */
const OF_WORDS = new Set('p h1 h2 h3 h4 h5 h6 pre a em strong code del'.split(' '));
const OF_BLOCKS = new Set('ul ol li blockquote'.split(' '));
const EMPTY = new Set(['br', 'hr', 'img']);
const BLOCKS = new Set('p h1 h2 h3 h4 h5 h6 pre ul ol li blockquote hr'.split(' '));

const DEEPEST = 60;
const LONGEST = 2 ** 20;

/**
 * A tree of plain markup in a single pass, as the parser behind `parsePage` builds it, in a fraction of the time and without
 * loading that parser. Null for anything but the few elements and entities named here, closed in order, without blocks inside
 * paragraphs: whatever is in any doubt is left to the parser.
 */
export function quickTree(markup: string): Element | null {
  if (markup.length > LONGEST) return null;
  const root = new Plain('BODY');
  const open: Plain[] = [root];
  const names: string[] = ['body'];
  let at = 0;
  while (at < markup.length) {
    const top = open[open.length - 1]!;
    const tag = markup.indexOf('<', at);
    const words = plainText(markup.slice(at, tag < 0 ? markup.length : tag));
    if (words === null) return null;
    if (words) top.childNodes.push(new Words(words));
    if (tag < 0) break;
    const closes = markup.charCodeAt(tag + 1) === 47;
    const nameFrom = closes ? tag + 2 : tag + 1;
    let nameTo = nameFrom;
    while (isSmall(markup.charCodeAt(nameTo))) nameTo++;
    const name = markup.slice(nameFrom, nameTo);
    at = tagEnd(markup, nameTo, closes);
    if (at < 0) return null;
    const within = names[names.length - 1]!;
    if (closes) {
      if (within !== name) return null;
      open.pop();
      names.pop();
      continue;
    }
    if (BLOCKS.has(name) && OF_WORDS.has(within)) return null;
    if (name === 'li' ? within !== 'ul' && within !== 'ol' : name === 'a' && names.includes('a')) return null;
    const element = new Plain(name.toUpperCase());
    top.childNodes.push(element);
    if (EMPTY.has(name)) continue;
    if ((!OF_WORDS.has(name) && !OF_BLOCKS.has(name)) || open.length > DEEPEST) return null;
    open.push(element);
    names.push(name);
  }
  return open.length === 1 ? root : null;
}

/** Where the tag whose name ends at `at` is over, -1 where its attributes are not written plainly. */
function tagEnd(markup: string, at: number, closes: boolean): number {
  if (markup.charCodeAt(at) === 62) return at + 1;
  if (closes) return -1;
  ATTRIBUTES.lastIndex = at;
  return ATTRIBUTES.test(markup) ? ATTRIBUTES.lastIndex : -1;
}

const ATTRIBUTES = /(?: [a-z]+="[^"<>]*")*>/y;

const isSmall = (code: number): boolean => (code >= 97 && code <= 122) || (code >= 49 && code <= 54);

/** Text with its entities read, null where another one stands than the five that renderers write. */
function plainText(raw: string): string | null {
  if (!raw.includes('&')) return raw;
  let known = true;
  const text = raw.replace(/&(?:(amp|lt|gt|quot|#39);)?/g, (_, name: string | undefined) => {
    if (name === undefined) known = false;
    return ENTITIES[name ?? 'amp']!;
  });
  return known ? text : null;
}

const ENTITIES: Readonly<Record<string, string>> = { amp: '&', lt: '<', gt: '>', quot: '"', '#39': "'" };

class Words implements Node {
  readonly nodeType = TEXT;
  readonly childNodes: Node[] = [];
  readonly textContent: string;

  constructor(text: string) {
    this.textContent = text;
  }
}

class Plain implements Element {
  readonly nodeType = ELEMENT;
  readonly childNodes: Node[] = [];
  readonly tagName: string;

  constructor(tagName: string) {
    this.tagName = tagName;
  }

  get textContent(): string {
    return this.childNodes.map(({ textContent }) => textContent ?? '').join('');
  }

  // Only tables are asked for what they hold, and none is built here.
  getAttribute(): null {
    return null;
  }

  querySelector(): null {
    return null;
  }

  querySelectorAll(): Element[] {
    return [];
  }

  remove(): void {}
}
