import { type Condition, parseCondition } from './condition.ts';
import type { Remarks } from './remarks.ts';
import { readSelection } from './selection.ts';
import { and, constant, not, or, size } from './simplify.ts';
import type { Node } from './tree.ts';
import type { Variables } from './variables.ts';
import { spotIn, type YamlMap, type YamlNode, type YamlScalar } from './yaml-node.ts';

/** More predicates than any rule has once its condition is written out. */
const MOST_PREDICATES = 100_000;
/** `3 of pattern` is written out as the combinations it means. */
const MOST_COMBINATIONS = 1_000;

/**
 * What a `detection` (or `filter`) section asks of a record: its conditions over its selections, as one tree. `skip` names keys
 * that are neither. Returns null when something is wrong; the remarks say what.
 */
export function readDetection(
  section: YamlMap,
  skip: readonly string[],
  variables: Variables,
  remarks: Remarks,
): { readonly where: Node; readonly negates: boolean } | null {
  const selections = new Map<string, Node>();
  let condition: YamlNode | null = null;
  for (const { key, keyAt, value } of section.entries) {
    if (key === 'condition') condition = value;
    else if (key === 'timeframe' && value.kind === 'scalar') remarks.warn('timeframe-ignored', keyAt);
    else if (!skip.includes(key)) selections.set(key, readSelection(value, variables, remarks));
  }
  if (condition === null) remarks.error('no-condition', section.at);
  else if (selections.size === 0) remarks.error('no-selection', section.at);
  if (remarks.fatal || condition === null) return null;
  const texts = conditionTexts(condition, remarks);
  const used = new Set<string>();
  let negates = false;
  const of = texts.map((scalar): Node => {
    const parsed = parseCondition(scalar.text);
    if ('code' in parsed) {
      remarks.error(parsed.code, spotIn(scalar, parsed.at), parsed.details);
      return constant(false);
    }
    negates ||= hasNot(parsed);
    if (estimate(parsed, selections) > MOST_PREDICATES) {
      remarks.error('rule-too-large', scalar.at, { limit: MOST_PREDICATES });
      return constant(false);
    }
    return build(parsed, selections, used, scalar, remarks);
  });
  const where = or(of);
  if (remarks.fatal) return null;
  for (const { key, keyAt } of section.entries)
    if (selections.has(key) && !used.has(key)) remarks.warn('selection-unused', keyAt, { name: key });
  if (where.op === 'const') remarks.warn('never-matches', condition.at, { always: where.is });
  return { where, negates };
}

function conditionTexts(node: YamlNode, remarks: Remarks): YamlScalar[] {
  const items = node.kind === 'list' ? node.items : [node];
  if (items.length === 0) remarks.error('no-condition', node.at);
  return items.filter((item): item is YamlScalar => {
    const fits = item.kind === 'scalar' && item.text.trim() !== '';
    if (!fits) remarks.error('field-type', item.at, { field: 'condition', wanted: 'a string or a list of strings' });
    return fits;
  });
}

/** How large the tree of a condition can get at most. */
function estimate(condition: Condition, selections: ReadonlyMap<string, Node>): number {
  switch (condition.op) {
    case 'and':
    case 'or':
      return condition.of.reduce((sum, one) => sum + estimate(one, selections), 0);
    case 'not':
      return estimate(condition.of, selections);
    case 'name': {
      const found = selections.get(condition.name);
      return found ? size(found) : 0;
    }
    case 'count': {
      const names = matching(condition.pattern, [...selections.keys()]);
      const least = condition.least === 'all' ? names.length : condition.least;
      const ways = least === 1 ? 1 : Math.min(combinations(names.length, least), MOST_COMBINATIONS);
      return ways * names.reduce((sum, name) => sum + size(selections.get(name)!), 0);
    }
  }
}

function hasNot(condition: Condition): boolean {
  if (condition.op === 'not') return true;
  return (condition.op === 'and' || condition.op === 'or') && condition.of.some(hasNot);
}

function build(
  condition: Condition,
  selections: ReadonlyMap<string, Node>,
  used: Set<string>,
  text: YamlScalar,
  remarks: Remarks,
): Node {
  const recur = (one: Condition): Node => build(one, selections, used, text, remarks);
  switch (condition.op) {
    case 'and':
      return and(condition.of.map(recur));
    case 'or':
      return or(condition.of.map(recur));
    case 'not':
      return not(recur(condition.of));
    case 'name': {
      const found = selections.get(condition.name);
      if (!found)
        remarks.error('selection-unknown', spotIn(text, condition.at), { name: condition.name.slice(0, 100) });
      used.add(condition.name);
      return found ?? constant(false);
    }
    case 'count': {
      const names = matching(condition.pattern, [...selections.keys()]);
      for (const name of names) used.add(name);
      const least = condition.least === 'all' ? names.length : condition.least;
      const at = spotIn(text, condition.at);
      if (names.length === 0)
        remarks.error('selection-pattern-unmatched', at, { pattern: condition.pattern.slice(0, 100) });
      else if (least > names.length) remarks.error('count-too-high', at, { count: least, names: names.length });
      else if (combinations(names.length, least) > MOST_COMBINATIONS)
        remarks.error('rule-too-large', at, { limit: MOST_COMBINATIONS });
      else
        return atLeast(
          least,
          names.map((name) => selections.get(name)!),
        );
      return constant(false);
    }
  }
}

/** The names a pattern of `*` picks. Names that begin with `_` are picked only by patterns that do. */
function matching(pattern: string, names: readonly string[]): string[] {
  const hidden = pattern.startsWith('_');
  const visible = names.filter((name) => hidden || !name.startsWith('_'));
  if (pattern.toLowerCase() === 'them') return visible;
  return visible.filter((name) => fits(pattern.split('*'), name));
}

/** Whether a name is made of these pieces in order, with anything between them. No backtracking: each piece taken at its first place. */
function fits(pieces: readonly string[], name: string): boolean {
  const [first = '', ...rest] = pieces;
  const last = rest.pop();
  if (last === undefined) return name === first;
  if (!name.startsWith(first)) return false;
  let at = first.length;
  for (const piece of rest) {
    const found = name.indexOf(piece, at);
    if (found < 0) return false;
    at = found + piece.length;
  }
  return name.length - last.length >= at && name.endsWith(last);
}

function atLeast(count: number, of: readonly Node[]): Node {
  if (count === of.length) return and(of);
  if (count === 1) return or(of);
  const [first, ...rest] = of;
  return or([and([first!, atLeast(count - 1, rest)]), atLeast(count, rest)]);
}

function combinations(n: number, k: number): number {
  let result = 1;
  for (let i = 1; i <= Math.min(k, n - k) && result <= 1e9; i++) result = (result * (n - i + 1)) / i;
  return result;
}
