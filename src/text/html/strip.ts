/** Markup to bare text without a tree, in linear time: for pages nested too deeply to be parsed. */
export function stripTags(markup: string): string {
  const parts: string[] = [];
  let at = 0;
  while (at < markup.length) {
    const open = markup.indexOf('<', at);
    if (open < 0) {
      parts.push(markup.slice(at));
      break;
    }
    parts.push(markup.slice(at, open));
    const name = /^<(script|style|!--)/i.exec(markup.slice(open, open + 8))?.[1]?.toLowerCase();
    const closing = name === '!--' ? '-->' : name ? `</${name}` : '>';
    const close = markup.indexOf(closing, open + 1);
    if (close < 0) break;
    const end = name && name !== '!--' ? markup.indexOf('>', close) : close + closing.length - 1;
    if (end < 0) break;
    parts.push(BLOCK.test(markup.slice(open, open + 12)) ? '\n\n' : ' ');
    at = end + 1;
  }
  return parts
    .join('')
    .replace(/&(amp|lt|gt|quot|nbsp|#39);/g, (_, name: string) => ENTITIES[name] ?? ' ')
    .replace(/[ \t\r\f\v\u00a0]+/g, ' ')
    .replace(/ ?\n[ \n]*/g, '\n\n')
    .trim();
}

const BLOCK = /^<\/?(?:p|div|h[1-6]|li|ul|ol|tr|table|section|article|br|blockquote|pre)\b/i;
const ENTITIES: Readonly<Record<string, string>> = { amp: '&', lt: '<', gt: '>', quot: '"', nbsp: ' ', '#39': "'" };
