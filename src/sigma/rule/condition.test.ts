import fc from 'fast-check';
import { expect, test } from 'vitest';
import { type Condition, parseCondition } from './condition.ts';
import { brief, load, rule, ruleText, short } from './read.fixture.ts';

const SELECTIONS = 'a: {A: 1}\nb: {B: 1}\nc_1: {C: 1}\nc_2: {C: 2}\nc_3: {C: 3}\n_hidden: {H: 1}';

const means = (condition: string): string => short(rule(`${SELECTIONS}\ncondition: ${condition}`).where);

test.each([
  ['a or b and not a', 'A=1 | (B=1 & !A=1)'],
  ['(a or b) and c_1', '(A=1 | B=1) & C=1'],
  ['not a and b', '!A=1 & B=1'],
  ['not (a and b)', '!(A=1 & B=1)'],
  ['not not a', 'A=1'],
  ['a and (b and c_1)', 'A=1 & B=1 & C=1'],
  ['((a))', 'A=1'],
  ['a or a', 'A=1'],
  ['A_is_no_operator_or', ''],
  ['1 of c_*', 'C=1 | C=2 | C=3'],
  ['any of c_*', 'C=1 | C=2 | C=3'],
  ['all of c_*', 'C=1 & C=2 & C=3'],
  ['2 of c_*', '(C=1 & (C=2 | C=3)) | (C=2 & C=3)'],
  ['3 of c_*', 'C=1 & C=2 & C=3'],
  ['not 1 of c_*', '!(C=1 | C=2 | C=3)'],
  ['1 of them', 'A=1 | B=1 | C=1 | C=2 | C=3'],
  ['all of them', 'A=1 & B=1 & C=1 & C=2 & C=3'],
  ['1 of *_2', 'C=2'],
  ['1 of c*3', 'C=3'],
  ['1 of *', 'A=1 | B=1 | C=1 | C=2 | C=3'],
  ['1 of _*', 'H=1'],
  ['_hidden', 'H=1'],
  ['1 of a', 'A=1'],
  ['a AND NOT b OR ALL OF c_*', '(A=1 & !B=1) | (C=1 & C=2 & C=3)'],
  ['[a, b]', 'A=1 | B=1'],
])('%s', (condition, meant) => {
  if (meant) expect(means(condition)).toBe(meant);
});

test('names may hold words of the grammar, hyphens and dots', () => {
  const { where } = rule('and_more: {A: 1}\nnot-me: {B: 1}\nof.all: {C: 1}\ncondition: and_more and not-me or of.all');
  expect(short(where)).toBe('(A=1 & B=1) | C=1');
});

test('a pattern needs all its pieces, each its own', () => {
  const means = (condition: string): string =>
    short(rule(`aba: {A: 1}\nabxba: {A: 2}\nabba: {A: 3}\ncondition: ${condition}`).where);
  expect(means('1 of ab*ba')).toBe('A=2 | A=3');
  expect(means('1 of a*b*a')).toBe('A=1 | A=2 | A=3');
  expect(means('1 of *x*')).toBe('A=2');
});

test.each([
  ['a and', 'condition-syntax 13:21'],
  ['and a', 'condition-syntax 13:16'],
  ['a b', 'condition-syntax 13:18'],
  ['(a or b', 'condition-syntax 13:23'],
  ['a)', 'condition-syntax 13:17'],
  ['1 of', 'condition-syntax 13:20'],
  ['0 of c_*', 'condition-syntax 13:16'],
  ['some of c_*', 'condition-syntax 13:16'],
  ['1 of (a)', 'condition-syntax 13:21'],
  ['a | count() > 5', 'condition-pipe 13:18'],
  ['a and nobody', 'selection-unknown 13:22'],
  ["'a and nobody'", 'selection-unknown 13:23'],
  ['1 of d_*', 'selection-pattern-unmatched 13:21'],
  ['4 of c_*', 'count-too-high 13:21'],
  ["''", 'field-type 13:16'],
  ['[]', 'no-condition 13:16'],
  ['{a: b}', 'field-type 13:16'],
  [`${'('.repeat(101)}a${')'.repeat(101)}`, 'condition-too-deep 13:116'],
])('%s is refused: %s', (condition, problem) => {
  const { account } = load(ruleText(`${SELECTIONS}\ncondition: ${condition}`));
  expect(brief(account[0]!.why!)).toBe(problem);
});

test('a condition cannot come to more tests than any rule needs', () => {
  const many = (n: number): string => Array.from({ length: n }, (_, i) => `s${i}: {A: ${i}}`).join('\n');
  const { account } = load(ruleText(`${many(30)}\ncondition: 15 of s*`));
  expect(account[0]!.why!.code).toBe('rule-too-large');
  const values = Array.from({ length: 2000 }, (_, i) => `v${i}`).join(', ');
  const repeated = load(
    ruleText(`a: {A: [${values}]}\nb: {B: 1}\ncondition: ${Array(60).fill('a and b').join(' or ')}`),
  );
  expect(repeated.account[0]!.why!.code).toBe('rule-too-large');
});

/** Conditions over p, q and r, as text with random brackets and as the truth they mean. */
const conditions = fc.letrec<{ condition: Drawn }>((tie) => ({
  condition: fc.oneof(
    { maxDepth: 5, depthIdentifier: 'c' },
    fc.constantFrom('p', 'q', 'r').map((name): Drawn => ({ text: name, binds: 3, holds: (t) => t[name]! })),
    tie('condition').map((of): Drawn => ({ text: `not ${inBrackets(of, 3)}`, binds: 2, holds: (t) => !of.holds(t) })),
    fc.tuple(tie('condition'), tie('condition')).map(
      ([a, b]): Drawn => ({
        text: `${inBrackets(a, 1)} and ${inBrackets(b, 2)}`,
        binds: 1,
        holds: (t) => a.holds(t) && b.holds(t),
      }),
    ),
    fc.tuple(tie('condition'), tie('condition')).map(
      ([a, b]): Drawn => ({
        text: `${a.text} or ${inBrackets(b, 1)}`,
        binds: 0,
        holds: (t) => a.holds(t) || b.holds(t),
      }),
    ),
  ),
})).condition;

interface Drawn {
  readonly text: string;
  /** How tightly it binds: or, and, not, name. */
  readonly binds: number;
  readonly holds: (truth: Record<string, boolean>) => boolean;
}

function inBrackets({ text, binds }: Drawn, wanted: number): string {
  return binds < wanted ? `(${text})` : text;
}

function holds(condition: Condition, truth: Record<string, boolean>): boolean {
  switch (condition.op) {
    case 'name':
      return truth[condition.name]!;
    case 'not':
      return !holds(condition.of, truth);
    case 'and':
      return condition.of.every((one) => holds(one, truth));
    case 'or':
      return condition.of.some((one) => holds(one, truth));
    case 'count':
      throw new Error('none drawn');
  }
}

test('precedence: what is parsed has the truth of what was meant', () => {
  fc.assert(
    fc.property(conditions, fc.tuple(fc.boolean(), fc.boolean(), fc.boolean()), (drawn, [p, q, r]) => {
      const parsed = parseCondition(drawn.text);
      if ('code' in parsed) throw new Error(`${drawn.text}: ${parsed.code}`);
      expect(holds(parsed, { p, q, r })).toBe(drawn.holds({ p, q, r }));
    }),
    { numRuns: 1000 },
  );
});

test('any text at all is parsed or refused, never thrown at', () => {
  const words = fc.constantFrom('and', 'or', 'not', '(', ')', 'of', '1', 'all', 'them', 'a', 'b*', '|', ' ', '\n', '0');
  fc.assert(
    fc.property(
      fc.array(words).map((list) => list.join(' ')),
      (text) => {
        expect(parseCondition(text)).toHaveProperty(['op', 'code'].find((key) => key in parseCondition(text))!);
      },
    ),
  );
  expect(parseCondition(`${'not '.repeat(100_000)}a`)).toEqual({ op: 'name', name: 'a', at: 400_000 });
});
