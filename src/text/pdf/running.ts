import type { Line } from './lines.ts';

/** How many lines at each edge of a page may be a running header or footer. */
const EDGE = 3;
const PAGE_NUMBER = /^(?:page\s*)?[-–—|\s]*(?:\d{1,4}|[ivxl]{1,6})(?:\s*(?:of|\/)\s*\d{1,4})?[-–—|\s]*$/i;

/** The pages without the lines that stand at the top or bottom of most of them, and without bare page numbers there. */
export function withoutRunningLines(pages: readonly (readonly Line[])[]): Line[][] {
  const counts = new Map<string, number>();
  for (const lines of pages) {
    const keys = new Set(edgesOf(lines).map((i) => key(lines[i]!)));
    for (const k of keys) counts.set(k, (counts.get(k) ?? 0) + 1);
  }
  const many = Math.max(3, Math.ceil(pages.length * 0.4));
  return pages.map((lines) => {
    const drop = new Set(
      edgesOf(lines).filter(
        (i) => (counts.get(key(lines[i]!)) ?? 0) >= many || (pages.length > 1 && PAGE_NUMBER.test(lines[i]!.text)),
      ),
    );
    return lines.filter((_, i) => !drop.has(i));
  });
}

/** Indexes of the lines that stand highest and lowest on the page. */
function edgesOf(lines: readonly Line[]): number[] {
  const order = lines.map((_, i) => i).sort((a, b) => lines[b]!.y - lines[a]!.y);
  return order.length <= 2 * EDGE ? order : [...order.slice(0, EDGE), ...order.slice(-EDGE)];
}

/** Page numbers within a running line differ from page to page. */
function key(line: Line): string {
  return line.text.replace(/\d+/g, '#').toLowerCase();
}
