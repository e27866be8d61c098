import type { Page } from './dom.ts';

/** Elements that never hold an article's words. */
const NEVER =
  'script,style,noscript,template,iframe,object,embed,svg,canvas,video,audio,form,button,input,select,textarea,nav,dialog,[hidden],[aria-hidden="true"],[role="navigation"],[role="search"],[role="dialog"],[role="alertdialog"],[role="banner"],[role="contentinfo"],[role="complementary"]';

/** Class or id words that mark page furniture. Matched as whole words between separators, lower case. */
const MARKS = new Set(
  `ad ads advert advertisement adslot adunit sponsored promo promoted promotion newsletter subscribe subscription paywall signup
   share sharing shares sharebar sharedaddy social socials socialbar addthis sharethis
   related recirc recirculation recommended recommendations readnext morestories mostread mostpopular popular trending outbrain taboola
   comments comment disqus respond cookie cookies consent gdpr onetrust cookiebanner banner
   breadcrumb breadcrumbs pagination pager navbar menu sidebar footer masthead toolbar skip skiplink
   credit photocredit imagecredit attribution-credit copyright byline-social toc print-only noprint screen-reader-text sr-only visually-hidden visuallyhidden`
    .split(/\s+/)
    .filter(Boolean),
);

/** Two words that together mark furniture while each alone may not. */
const PAIRS =
  /\b(?:cookie|share|social|related|read|more|most|also|next|tag|author|photo|image|picture|media|news)[-_ ]?(?:notice|bar|banner|buttons?|links?|tools?|icons?|articles?|posts?|stories|content|more|next|read|popular|list|bio|box|credits?|letter|consent)\b/;

/** Elements that may carry such a mark by accident and hold the whole article. */
const KEEP = new Set(['HTML', 'HEAD', 'BODY', 'MAIN', 'ARTICLE']);
const CANDIDATES = 'div,section,aside,ul,ol,p,span,header,footer,figure,small,table';

/** Takes page furniture out of a page, in place. An element that holds most of the page's words is never furniture. */
export function removeBoilerplate(page: Page): void {
  for (const element of [...page.querySelectorAll(NEVER)]) element.remove();
  const most = (page.body.textContent?.length ?? 0) * 0.4;
  for (const element of [...page.querySelectorAll(CANDIDATES)]) {
    if (KEEP.has(element.tagName)) continue;
    const marks = `${element.getAttribute('class') ?? ''} ${element.getAttribute('id') ?? ''}`;
    const furniture =
      isMarked(marks) ||
      element.tagName === 'ASIDE' ||
      (element.tagName === 'FOOTER' && !element.querySelector('p + p + p'));
    if (furniture && (element.textContent?.length ?? 0) <= most) element.remove();
  }
}

function isMarked(marks: string): boolean {
  if (marks.length < 3) return false;
  const words = marks.replace(/([a-z])([A-Z])/g, '$1-$2').toLowerCase();
  if (PAIRS.test(words)) return !/\b(?:article|entry|post|story)[-_](?:body|content|text)\b/.test(words);
  return (
    words.split(/[\s_]+|-{1,2}/).some((word) => MARKS.has(word)) &&
    !/\b(?:article|entry|post|story)[-_]?(?:body|content|text)\b/.test(words)
  );
}
