import { removeBoilerplate } from './boilerplate.ts';
import { piecesOf } from './depth.ts';
import { type Element, type Page, parsePage } from './dom.ts';

/** Pages with more elements are read whole: finding the article in them takes too long. */
const MAX_ELEMENTS = 60_000;
/** The same for pieces of text: each entity and stray bracket is one, and each costs a walk over its neighbours. */
const MAX_PIECES = 150_000;
const ENOUGH = 250;

/**
 * The element that holds a page's article. Readability's choice where it kept most of the text that the page marks as
 * article; else the page's own `article` or `main`; else everything without the furniture.
 */
export async function findArticle(page: Page, markup: string): Promise<Element> {
  const { Readability } = await import('@mozilla/readability');
  removeBoilerplate(page);
  const marked = largest(page, 'article, main, [role="main"], [itemprop="articleBody"]');
  const markedLength = lengthOf(marked);
  const choice = readable();
  const length = lengthOf(choice);
  if (choice && length >= ENOUGH && length >= markedLength * 0.6) return choice;
  if (marked && markedLength >= ENOUGH) return marked;
  const body = lengthOf(page.body) > 0 ? page.body : null;
  if (body && lengthOf(body) >= length) return body;
  return choice ?? body ?? (await parsePage(markup)).body;

  function readable(): Element | null {
    if (piecesOf(markup) > MAX_PIECES) return null;
    try {
      // The choice is made on a copy: Readability takes the page apart.
      const copy = (page as unknown as { cloneNode(deep: boolean): unknown }).cloneNode(true);
      const reader = new Readability<Element>(copy as never, {
        serializer: (node) => node as unknown as Element,
        charThreshold: ENOUGH,
        maxElemsToParse: MAX_ELEMENTS,
        keepClasses: true,
        disableJSONLD: true,
      });
      return reader.parse()?.content ?? null;
    } catch {
      return null;
    }
  }
}

function largest(page: Page, selector: string): Element | null {
  let best: Element | null = null;
  for (const element of page.querySelectorAll(selector)) if (lengthOf(element) > lengthOf(best)) best = element;
  return best;
}

function lengthOf(element: Element | null | undefined): number {
  return element?.textContent?.trim().length ?? 0;
}
