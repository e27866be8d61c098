import type { TextBuilder } from '../builder.ts';
import { parsePage } from './dom.ts';
import { quickTree } from './quick.ts';
import { stripTags } from './strip.ts';
import { walk } from './walk.ts';

/** Appends a piece of markup (a feed entry, a mail's HTML part) as blocks; nothing is left out as page furniture but its lines. */
export async function addFragment(markup: string, out: TextBuilder, skip: string | null = null): Promise<void> {
  const plain = quickTree(markup);
  if (plain) {
    walk(plain, out, { skip });
    return;
  }
  const page = await parsePage(markup).catch(() => null);
  if (!page) {
    for (const words of stripTags(markup).split('\n\n')) out.add('paragraph', words);
    return;
  }
  if (SILENT.test(markup))
    for (const element of [...page.querySelectorAll('script, style, noscript, template')]) element.remove();
  walk(page.body, out, { skip });
}

/** Looking for elements costs more than most entries do. */
const SILENT = /<(?:script|style|noscript|template)\b/i;
