import { FieldTable } from '../../base/fields.ts';
import type { Route } from '../logsource/route.ts';
import type { Node, Predicate, Rule } from '../rule/tree.ts';
import { type AnchorTable, anchorTable } from './anchor-table.ts';
import { type Anchor, isEventId, KEYWORDS, type Need, needOf } from './anchors.ts';
import { factsOf, type RegexFacts } from './regex.ts';

/**
 * What can be known of rules before the first record comes: which rules go where, and by which texts in which fields they come
 * up. Plain data but for `table`, so that it can be kept with the rules; the trees of most rules are then never looked at.
 */
export interface MatchPlan {
  /** All fields that rules ask for, anywhere. */
  readonly names: readonly string[];
  /** Fields with anchors; needs and tables go by their numbers here. */
  readonly fields: readonly string[];
  /** Rule number → what it needs. */
  readonly needs: readonly RuleNeed[];
  /** The anchors of a field by its number. */
  table(field: number): AnchorTable;
  /** Different routes, and beside each the numbers of the rules that have it, ascending. */
  readonly routes: readonly Route[];
  readonly routed: readonly (readonly number[])[];
  /** What reading the rules' expressions told. */
  readonly regexes: readonly RegexFacts[];
}

/**
 * What a rule needs of a record: one of the fields (by number) has one of the rule's anchors in the field's table, or one of the
 * texts stands in the record, or its event id is one of those. Null: it may match any record. All empty: it matches none.
 */
export type RuleNeed =
  | readonly [fields: readonly number[], texts: readonly string[], eventIds: readonly string[]]
  | null;

/** A field is usual when at least one rule in so many needs something of it. */
const FEW = 50;
/** Better a field more than rules that come up more often than this. */
const TOO_OFTEN = 0.5;

/** Works out the plan of rules. */
export function planOf(rules: readonly Rule[]): MatchPlan {
  const table = new FieldTable();
  const { routes, routed, groups } = routesOf(rules);
  const needs = rules.map(({ where }) => needOf(where, table));
  for (const group of groups) concentrate(group, rules, needs, table);
  const byField = new Map<number, [Anchor, number][]>();
  const ruleNeeds = needs.map((need, rule) => ruleNeed(need, rule, table, byField));
  const fields = [...byField.keys()];
  const numbers = new Map(fields.map((id, n) => [id, n]));
  const tables = fields.map((id) => anchorTable(byField.get(id)!));
  return {
    names: namesOf(rules),
    fields: fields.map((id) => table.names[id]!),
    needs: ruleNeeds.map((need) => need && [need[0].map((id) => numbers.get(id)!), need[1], need[2]]),
    table: (field) => tables[field]!,
    routes,
    routed,
    regexes: regexesOf(rules),
  };
}

/** Groups: rules that have the same routes, and so meet the same records. */
function routesOf(rules: readonly Rule[]) {
  const numbers = new Map<string, number>();
  const routes: Route[] = [];
  const routed: number[][] = [];
  const groups = new Map<string, number[]>();
  for (const [rule, one] of rules.entries()) {
    const own = new Set<number>();
    for (const route of one.routes) {
      const text = JSON.stringify(route);
      let number = numbers.get(text);
      if (number === undefined) {
        number = routes.push(route) - 1;
        numbers.set(text, number);
        routed.push([]);
      }
      own.add(number);
    }
    for (const number of own) routed[number]!.push(rule);
    const key = [...own].join();
    const group = groups.get(key);
    if (group) group.push(rule);
    else groups.set(key, [rule]);
  }
  return { routes, routed, groups: [...groups.values()] };
}

/**
 * Gives rules that need something of a field few others need, if they can, a need in fields that are asked for anyway: every
 * field that is looked at has to be decoded first.
 */
function concentrate(
  group: readonly number[],
  rules: readonly Rule[],
  needs: (Need | null)[],
  table: FieldTable,
): void {
  const counts = new Map<number, number>();
  for (const rule of group)
    for (const field of new Set(needs[rule]?.anchors.map((anchor) => anchor.field)))
      counts.set(field, (counts.get(field) ?? 0) + 1);
  const usual = new Set([...counts].filter(([, count]) => count * FEW >= group.length).map(([field]) => field));
  if (usual.size === counts.size) return;
  for (const rule of group) {
    if (needs[rule]?.anchors.every(({ field }) => usual.has(field)) ?? true) continue;
    const need = needOf(rules[rule]!.where, table, usual);
    if (need && need.cost < TOO_OFTEN) needs[rule] = need;
  }
}

function ruleNeed(
  need: Need | null,
  rule: number,
  table: FieldTable,
  byField: Map<number, [Anchor, number][]>,
): RuleNeed {
  if (!need) return null;
  const fields = new Set<number>();
  const texts = new Set<string>();
  const eventIds = new Set<string>();
  for (const { field, kind, text } of need.anchors) {
    if (field === KEYWORDS) texts.add(text);
    else if (!isEventId(table.names[field]!)) fields.add(field);
    else if (kind === 'equals') eventIds.add(text);
    else return null;
  }
  for (const anchor of need.anchors) {
    if (!fields.has(anchor.field)) continue;
    const list = byField.get(anchor.field);
    if (list) list.push([anchor, rule]);
    else byField.set(anchor.field, [[anchor, rule]]);
  }
  return [[...fields], [...texts], [...eventIds]];
}

function namesOf(rules: readonly Rule[]): string[] {
  const names = new Set<string>();
  for (const { where, routes } of rules) {
    const add = (test: Predicate): void => {
      if ('field' in test) names.add(test.field);
      if (test.op === 'fieldref') names.add(test.other);
    };
    eachPredicate(where, add);
    for (const route of routes) if (route.where) eachPredicate(route.where, add);
  }
  return [...names];
}

function regexesOf(rules: readonly Rule[]): RegexFacts[] {
  const facts = new Set<RegexFacts>();
  for (const { where } of rules)
    eachPredicate(where, (test) => {
      if (test.op === 'regex') facts.add(factsOf(test.source, test.flags));
    });
  return [...facts];
}

function eachPredicate(node: Node, visit: (test: Predicate) => void): void {
  if (node.op === 'and' || node.op === 'or') for (const child of node.of) eachPredicate(child, visit);
  else if (node.op === 'not') eachPredicate(node.of, visit);
  else visit(node);
}
