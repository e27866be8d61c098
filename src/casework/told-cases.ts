import type { Span } from '../base/span.ts';
import type { TimeRange } from '../base/time.ts';
import type { LeftStatement, LeftWhy } from '../model/case-record.ts';
import type { DocumentText } from '../model/document.ts';
import type { Kind } from '../model/statement.ts';
import type { StatementView } from '../model/view.ts';

/** A stretch of a document that tells one of its cases, with the words that say so. */
export interface ToldCase extends Span {
  readonly marker: string;
}

const CASE = 'cases?|incidents?|intrusions?|breach(?:es)?|compromises?|attacks?|operations?|entry|entries';
const VICTIM = 'victim|target|company|firm|enterprise|organi[sz]ation|institution|manufacturer|contractor';
const ORDINAL = 'first|second|third|fourth|fifth|sixth|1st|2nd|3rd|4th|5th|6th';
const OTHER = 'another|(?:the )?other|a separate|a different|an unrelated';
const LEAD = String.raw`(?:(?:in|during|for|as for|about|on|with|at|then|later|meanwhile|finally),? )?`;
const NUMBERED = new RegExp(
  `^(?:#+ *)?(?:\\*\\*)?(?:\\d+[.)] *)?(?:${LEAD}(?:the|a|its|their|this) (${ORDINAL}) (?:\\w+ ){0,2}?(?:${CASE}|${VICTIM})\\b|(?:the )?(${ORDINAL}) (?:\\w+ )?(?:${CASE}|${VICTIM})\\b|${LEAD}(?:case|incident|intrusion|victim) (?:no\\. ?|number )?(one|two|three|four|five|six|\\d{1,2}|[a-f])\\b)`,
  'i',
);
const ANOTHER = new RegExp(`^(?:#+ *)?${LEAD}(?:${OTHER}) (?:\\w+ ){0,3}?(?:${CASE}|${VICTIM})\\b`, 'i');
/** Headings after which a report speaks of all its cases again. */
const CLOSING =
  /^(?:#+ *)?(?:conclusions?|summary|attribution|responses?|recommendations?|advice|background|outlook)\b/i;
/** What begins a sentence or a line, as far as markers need it. */
const BEGINS = /(?:^|[.!?]["”’)]?\s+|\n\s*)(?=\S)/g;

/**
 * The cases that a document tells one after the other, found by what opens them: "In the second case", "Case B", "Another company". A case that
 * is opened by a heading goes on to the next marker or to a heading that closes, one opened in a paragraph to its end. Empty where a
 * document tells one case.
 */
export function toldCases({ text, blocks }: Pick<DocumentText, 'text' | 'blocks'>): ToldCase[] {
  const opened: { start: number; end: number; marker: string; which: string; heading: boolean }[] = [];
  for (const [n, { start, end, kind }] of blocks.entries()) {
    const words = text.slice(start, end);
    const heading = kind === 'heading';
    if (kind === 'title') continue;
    for (const { index, 0: before } of words.matchAll(BEGINS)) {
      const at = index + before.length;
      const found = NUMBERED.exec(words.slice(at, at + 120)) ?? ANOTHER.exec(words.slice(at, at + 120));
      if (!found) continue;
      const which = (found[1] ?? found[2] ?? found[3] ?? 'another').toLowerCase();
      const last = opened.at(-1);
      // The same case goes on.
      if (last?.which === which && which !== 'another' && (last.heading || last.end >= start + at)) continue;
      if (last && (last.heading || last.end > start + at)) last.end = Math.min(last.end, start + at);
      const until = heading ? closingAfter(text, blocks, n) : end;
      opened.push({ start: start + at, end: until, marker: found[0].replace(/^#+ */, ''), which, heading });
    }
  }
  if (new Set(opened.map(({ which }) => which)).size < 2 && !opened.some(({ which }) => which === 'another')) return [];
  const [first] = opened;
  // "Another company" alone: what stands before it is about the one that was told first.
  const implied: ToldCase[] =
    opened.every(({ which }) => which === 'another') && first
      ? [{ start: 0, end: first.start, marker: text.slice(0, 40).split('\n', 1)[0]! }]
      : [];
  return [...implied, ...opened.map(({ start, end, marker }) => ({ start, end, marker }))];
}

function closingAfter(text: string, blocks: DocumentText['blocks'], n: number): number {
  const closing = blocks.find(
    ({ kind, start, end }, at) => at > n && kind === 'heading' && CLOSING.test(text.slice(start, end)),
  );
  return closing?.start ?? text.length;
}

/** Kinds whose time is the time of what was done; that of others is when somebody spoke. */
const DEEDS: ReadonlySet<Kind> = new Set(['intrusion', 'uses', 'effect', 'targeting']);
/** Kinds of statements that a bulletin speaks of. */
const SPOKEN_OF: ReadonlySet<Kind> = new Set([...DEEDS, 'attribution', 'response']);

/**
 * Sorts the statements of one document into those about a case and those left out with the reason. Of a document that tells one case all are
 * taken except deeds of another time. Of one that tells several, only those in the one passage whose dated deeds overlap the case; where no
 * passage or more than one does, none can be matched. `during` are the first and last day of the case.
 */
export function statementsForCase(
  document: Pick<DocumentText, 'text' | 'blocks'>,
  statements: readonly StatementView[],
  during: Pick<TimeRange, 'first' | 'last'>,
): { readonly taken: readonly StatementView[]; readonly left: readonly LeftStatement[] } {
  const told = toldCases(document);
  const passages = told.length > 0 ? told : disjointPassages(document, statements, during);
  const times = passages.map((passage) =>
    statements.filter((one) => DEEDS.has(one.kind) && isIn(one, passage)).flatMap(({ when }) => when ?? []),
  );
  const fitting = passages.filter((_, n) => times[n]!.some((time) => overlaps(time, during)));
  const own = fitting.length === 1 ? fitting[0] : undefined;
  const whyLeft = (one: StatementView): Pick<LeftStatement, 'why' | 'passage'> | null => {
    if (isOfAnotherTime(one, during)) return { why: 'other-time', passage: one.time };
    if (passages.length === 0) return null;
    const at = passages.findIndex((passage) => isIn(one, passage));
    if (at < 0) return { why: 'several-cases', passage: null };
    if (passages[at] === own) return null;
    const why: LeftWhy =
      own !== undefined || (times[at]!.length > 0 && !fitting.includes(passages[at]!)) ? 'other-case' : 'several-cases';
    return { why, passage: passages[at]!.marker };
  };
  const taken: StatementView[] = [];
  const left: LeftStatement[] = [];
  for (const statement of statements) {
    const why = whyLeft(statement);
    if (why === null) taken.push(statement);
    else if (SPOKEN_OF.has(statement.kind) && statement.review !== 'rejected') left.push({ statement, ...why });
  }
  return { taken, left };
}

/**
 * Without markers: paragraphs with dated intrusions of which some lie within the case and some outside it, by the month or the day, tell
 * several as well. A year alone ("the group was seen in 2019") does not.
 */
function disjointPassages(
  { text, blocks }: Pick<DocumentText, 'text' | 'blocks'>,
  statements: readonly StatementView[],
  during: Pick<TimeRange, 'first' | 'last'>,
): ToldCase[] {
  const dated = statements.filter(
    ({ kind, stance, when }) =>
      kind === 'intrusion' && stance === 'asserts' && when !== null && when.precision !== 'year',
  );
  const inside = dated.filter(({ when }) => overlaps(when!, during));
  if (inside.length === 0 || inside.length === dated.length) return [];
  const of = blocks.filter((block) => dated.some((one) => isIn(one, block)));
  if (of.length < 2) return [];
  // Paragraphs within the case are one passage of it: they are joined where nothing dated otherwise stands between them.
  const joined: { start: number; end: number; marker: string; own: boolean }[] = [];
  for (const { start, end } of of) {
    const own = inside.some((one) => isIn(one, { start, end }));
    const last = joined.at(-1);
    if (last?.own && own) last.end = end;
    else joined.push({ start, end, own, marker: text.slice(start, Math.min(end, start + 40)) });
  }
  return joined.map(({ start, end, marker }) => ({ start, end, marker }));
}

function isOfAnotherTime({ kind, when }: StatementView, during: Pick<TimeRange, 'first' | 'last'>): boolean {
  if (when === null) return false;
  return DEEDS.has(kind) ? !overlaps(when, during) : when.last < during.first;
}

const isIn = ({ start }: Span, passage: Span): boolean => start >= passage.start && start < passage.end;

function overlaps(a: Pick<TimeRange, 'first' | 'last'>, b: Pick<TimeRange, 'first' | 'last'>): boolean {
  return a.first <= b.last && b.first <= a.last;
}
