import type { BlockKind } from '../../model/document.ts';
import type { Line } from './lines.ts';

export interface Paragraph {
  readonly kind: BlockKind;
  readonly text: string;
  readonly page: number;
}

/** Groups the lines of all pages into paragraphs, headings and items; a sentence that runs over a page break stays whole on the page where it began. */
export function paragraphsOf(pages: readonly (readonly Line[])[]): Paragraph[] {
  const body = bodySize(pages);
  const words = vocabulary(pages);
  const out: Paragraph[] = [];
  pages.forEach((lines, i) => {
    const found = groups(lines, body).map((group) => ({ ...toParagraph(group, body, words), page: i + 1 }));
    continueSentence(out, found);
    out.push(...found.filter((p) => p.text));
  });
  return out;
}

const ENDS = /[.!?:;]["'”’)\]]*(?:\[?\d{0,3}\]?)$/;
const ITEM = /^(?:[•‣▪●○◦■□–—*-]|\(?\d{1,2}[.)]|\(?[a-z]\))\s+\S/;
const HEADING = 1.15;

function groups(lines: readonly Line[], body: number): Line[][] {
  const right = Math.max(0, ...lines.map((l) => l.right));
  const pitch = medianPitch(lines) || body * 1.2;
  const out: Line[][] = [];
  for (const line of lines) {
    const group = out.at(-1);
    const last = group?.at(-1);
    if (group && last && !starts(line, last, group, { right, pitch })) group.push(line);
    else out.push([line]);
  }
  return out;
}

function starts(
  line: Line,
  last: Line,
  group: readonly Line[],
  { right, pitch }: { right: number; pitch: number },
): boolean {
  if (ITEM.test(line.text)) return true;
  if (Math.abs(line.size - last.size) > last.size * 0.12) return true;
  const down = last.y - line.y;
  const ended = ENDS.test(last.text);
  // Upwards or far sideways: the next column. The paragraph goes on unless it had ended.
  if (down < -pitch * 0.5) return ended || !/^[\p{Ll}(]/u.test(line.text);
  if (down > pitch * 1.45) return true;
  if (ended && last.right < right - (right - last.x) * 0.15) return true;
  return ended && line.x > (group[1] ?? group[0]!).x + line.size * 0.8 && group.length > 1;
}

function toParagraph(
  lines: readonly Line[],
  body: number,
  words: ReadonlySet<string>,
): { kind: BlockKind; text: string } {
  let text = lines[0]!.text;
  for (const line of lines.slice(1)) text = join(text, line.text, words);
  const size = Math.max(...lines.map((l) => l.size));
  if (size >= body * HEADING && text.length <= 200) return { kind: 'heading', text };
  if (ITEM.test(text)) return { kind: 'item', text };
  return { kind: 'paragraph', text };
}

/** Joins two lines: hyphens of the line break go, hyphens of the word stay; broken hashes and links grow together. */
function join(a: string, b: string, words: ReadonlySet<string>): string {
  const head = /([\p{L}]+)[-\u00ad\u2010]$/u.exec(a);
  const tail = /^(\p{Ll}+)/u.exec(b);
  if (head && tail) {
    if (a.endsWith('\u00ad')) return a.slice(0, -1) + b;
    const kept = words.has(`${head[1]}-${tail[1]}`.toLowerCase());
    const joined = words.has(`${head[1]}${tail[1]}`.toLowerCase());
    return (kept && !joined) || (!joined && COMPOUND.has(head[1]!.toLowerCase())) ? a + b : a.slice(0, -1) + b;
  }
  if (/\p{L}-$/u.test(a) && /^\p{L}/u.test(b)) return a + b;
  const digest = /(?:^|\s)([0-9a-fA-F]{8,})$/.exec(a);
  const rest = digest && /^([0-9a-fA-F]{1,56})(?![\p{L}\p{N}])/u.exec(b);
  if (digest && rest && [32, 40, 64].includes(digest[1]!.length + rest[1]!.length)) return a + b;
  if (/(?:\/\/|\[\.\]|www\.)\S*[/_=&?-]$/.test(a) && /^[\w%./=&?-]/.test(b)) return a + b;
  return `${a} ${b}`;
}

/** First parts that keep their hyphen: a line break after them is nearly always a compound. */
const COMPOUND = new Set(
  'state self long short well non anti cyber high low cross multi semi third zero two three four real end open full part ex counter nation government military china russia iran north south us u.s e spear remote command back'.split(
    ' ',
  ),
);

/** Moves the end of a sentence that began on the page before to that page, so that it is one. */
function continueSentence(before: Paragraph[], found: { kind: BlockKind; text: string; page: number }[]): void {
  const last = before.at(-1);
  const first = found[0];
  if (
    !last ||
    !first ||
    last.kind === 'heading' ||
    first.kind !== 'paragraph' ||
    ENDS.test(last.text) ||
    !/^[\p{Ll}(]/u.test(first.text)
  )
    return;
  const end = /[.!?]["'”’)\]]*(?=\s+["'“‘(]?\p{Lu})/u.exec(first.text);
  const cut = end ? end.index + end[0].length : first.text.length;
  before[before.length - 1] = { ...last, text: join(last.text, first.text.slice(0, cut), new Set()) };
  found[0] = { ...first, text: first.text.slice(cut).trim() };
}

/** Size in which most characters are set. */
function bodySize(pages: readonly (readonly Line[])[]): number {
  const weight = new Map<number, number>();
  for (const line of pages.flat()) {
    const size = Math.round(line.size * 2) / 2;
    weight.set(size, (weight.get(size) ?? 0) + line.text.length);
  }
  return [...weight].sort((a, b) => b[1] - a[1])[0]?.[0] ?? 10;
}

function medianPitch(lines: readonly Line[]): number {
  const steps = lines
    .slice(1)
    .map((line, i) => lines[i]!.y - line.y)
    .filter((d) => d > 2 && d < 60)
    .sort((a, b) => a - b);
  return steps[Math.floor(steps.length / 2)] ?? 0;
}

/** Words that stand within lines, to tell a compound's hyphen from a line break's. */
function vocabulary(pages: readonly (readonly Line[])[]): Set<string> {
  const words = new Set<string>();
  for (const line of pages.flat())
    for (const m of line.text.matchAll(/\p{L}+(?:-\p{L}+)*(?![\p{L}-])/gu)) words.add(m[0].toLowerCase());
  return words;
}
