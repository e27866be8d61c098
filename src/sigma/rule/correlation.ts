import { type Condition, parseCondition } from './condition.ts';
import { type Reading, readMap, readText, readTexts, readTruth, readWord, warnUnknown } from './fields.ts';
import { type Head, readHead } from './head.ts';
import { CORRELATION_TYPES, type Correlation, type CorrelationCondition } from './tree.ts';
import { entry, kindOf, spotIn, type YamlMap, type YamlNode, type YamlScalar } from './yaml-node.ts';

type Type = Correlation['type'];

/** A rule that a correlation names, by id or name, with the offset where it does. */
export interface RuleReference {
  readonly name: string;
  readonly at: number;
}

/** A correlation as its document has it: rules are still named as there. */
export interface CorrelationDraft {
  readonly kind: 'correlation';
  readonly head: Head;
  readonly type: Type;
  readonly rules: readonly RuleReference[];
  readonly groupBy: readonly string[];
  readonly timespan: number;
  readonly aliases: readonly {
    readonly alias: string;
    readonly fields: readonly (RuleReference & { readonly field: string })[];
  }[];
  readonly condition: Omit<CorrelationCondition, 'expression'>;
  readonly expression: Condition | null;
  /** Whether its rules are reported for themselves as well. */
  readonly generate: boolean;
}

/**
 * Reads a correlation (Sigma correlation rules specification 2.1, and from pySigma: `value_median`, `percentile`, expressions
 * over rules, the units w, M and y). Null when something is wrong, which the remarks tell.
 */
export function readCorrelation(reading: Reading, text: string): CorrelationDraft | null {
  const { remarks } = reading;
  const head = readHead(reading, text);
  const map = readMap(reading, 'correlation', { needed: true });
  if (!map) return null;
  const section: Reading = { map, remarks };
  warnUnknown(section, KEYS, 'correlation');
  const type = readWord(section, 'type', CORRELATION_TYPES, { needed: true });
  const groupBy = readTexts(section, 'group-by') ?? [];
  const timespan = readTimespan(section);
  const aliases = readAliases(section, groupBy);
  // The specification shows it beside `condition`, pySigma reads it inside `correlation`.
  const generate = readTruth(section, 'generate', readTruth(reading, 'generate', false));
  const { condition, expression } = readCondition(section, type);
  const rules = readRules(section, expression);
  if (remarks.fatal || type === null) return null;
  checkExpression(section, rules, expression);
  const wanted = type === 'temporal' || type === 'temporal_ordered';
  const bounds =
    wanted && condition.bounds.length === 0 && !expression
      ? [{ how: 'gte' as const, than: rules.length }]
      : condition.bounds;
  return remarks.fatal
    ? null
    : {
        kind: 'correlation',
        head,
        type,
        rules,
        groupBy,
        timespan,
        aliases,
        condition: { ...condition, bounds },
        expression,
        generate,
      };
}

const KEYS = ['type', 'rules', 'group-by', 'timespan', 'aliases', 'condition', 'generate'];
const BOUNDS = ['lt', 'lte', 'gt', 'gte', 'eq', 'neq'] as const;
const CONDITION_KEYS = [...BOUNDS, 'field', 'percentile'];
const UNITS: Readonly<Record<string, number>> = {
  s: 1,
  m: 60,
  h: 3600,
  d: 86_400,
  w: 604_800,
  M: 2_629_746,
  y: 31_556_952,
};
const NO_CONDITION = { field: [], bounds: [], percentile: null } as const;
/** Rows needed for a field, besides `event_count` and the temporal types, which count events. */
const NEEDS_FIELD: ReadonlySet<string> = new Set([
  'value_count',
  'value_sum',
  'value_avg',
  'value_percentile',
  'value_median',
]);

function readTimespan(section: Reading): number {
  const text = readText(section, 'timespan', { needed: true });
  if (text === null) return 0;
  const match = /^(\d{1,9})([smhdwMy])$/.exec(text);
  const seconds = match ? Number(match[1]) * UNITS[match[2]!]! : 0;
  if (seconds <= 0)
    section.remarks.error('timespan', entry(section.map, 'timespan')!.value.at, { value: text.slice(0, 50) });
  return seconds;
}

function readRules(section: Reading, expression: Condition | null): RuleReference[] {
  const node = entry(section.map, 'rules')?.value;
  if (!node || (node.kind === 'scalar' && node.value === null)) {
    if (expression)
      return names(expression).filter((one, i, all) => all.findIndex((other) => other.name === one.name) === i);
    section.remarks.error('field-missing', section.map.at, { field: 'rules' });
    return [];
  }
  const items = node.kind === 'list' ? node.items : [node];
  if (items.length === 0) section.remarks.error('field-missing', node.at, { field: 'rules' });
  const rules: RuleReference[] = [];
  for (const item of items) {
    if (item.kind === 'scalar' && item.text.trim() !== '') rules.push({ name: item.text.trim(), at: item.at });
    else
      section.remarks.error('field-type', item.at, {
        field: 'rules',
        wanted: 'ids or names of rules',
        found: kindOf(item),
      });
  }
  return rules;
}

function names(condition: Condition): RuleReference[] {
  if (condition.op === 'name') return [{ name: condition.name, at: condition.at }];
  if (condition.op === 'not') return names(condition.of);
  return condition.op === 'count' ? [] : condition.of.flatMap(names);
}

function checkExpression(section: Reading, rules: readonly RuleReference[], expression: Condition | null): void {
  if (!expression) return;
  const used = new Set(names(expression).map(({ name }) => name));
  const listed = new Set(rules.map(({ name }) => name));
  const odd = [...used].filter((name) => !listed.has(name)).concat([...listed].filter((name) => !used.has(name)));
  if (odd.length)
    section.remarks.error('expression-rules', entry(section.map, 'condition')!.value.at, {
      names: odd.join(', ').slice(0, 200),
    });
}

function readAliases(section: Reading, groupBy: readonly string[]): CorrelationDraft['aliases'] {
  const map = readMap(section, 'aliases');
  return (map?.entries ?? []).map(({ key: alias, keyAt, value }) => {
    if (!groupBy.includes(alias)) section.remarks.warn('alias-unused', keyAt, { alias: alias.slice(0, 100) });
    if (value.kind !== 'map')
      section.remarks.error('field-type', value.at, {
        field: 'aliases',
        wanted: 'a map of rules to fields',
        found: kindOf(value),
      });
    const fields = (value as YamlMap).entries ?? [];
    return {
      alias,
      fields: fields.map(({ key, keyAt: at, value: field }) => {
        const text = field.kind === 'scalar' ? field.text.trim() : '';
        if (text === '')
          section.remarks.error('field-type', field.at, {
            field: 'aliases',
            wanted: 'the name of a field',
            found: kindOf(field),
          });
        return { name: key, at, field: text };
      }),
    };
  });
}

function readCondition(section: Reading, type: Type | null): Pick<CorrelationDraft, 'condition' | 'expression'> {
  const { map, remarks } = section;
  const node = entry(map, 'condition')?.value;
  const temporal = type === 'temporal' || type === 'temporal_ordered';
  if (!node || (node.kind === 'scalar' && node.value === null)) {
    if (type && !temporal) remarks.error('field-missing', map.at, { field: 'condition' });
    return { condition: NO_CONDITION, expression: null };
  }
  if (node.kind === 'scalar' && temporal) return { condition: NO_CONDITION, expression: readExpression(node, section) };
  if (node.kind !== 'map') {
    remarks.error('field-type', node.at, {
      field: 'condition',
      wanted: temporal ? 'a map or an expression' : 'a map',
      found: kindOf(node),
    });
    return { condition: NO_CONDITION, expression: null };
  }
  const reading: Reading = { map: node, remarks };
  warnUnknown(reading, CONDITION_KEYS, 'condition');
  const bounds = BOUNDS.flatMap((how) => {
    const than = readNumber(entry(node, how)?.value, how, reading);
    return than === null ? [] : [{ how, than }];
  });
  if (bounds.length === 0 && !remarks.fatal) remarks.error('bound-missing', node.at, { wanted: BOUNDS.join(', ') });
  const field = readTexts(reading, 'field') ?? [];
  if (type && NEEDS_FIELD.has(type) && field.length === 0) remarks.error('field-missing', node.at, { field: 'field' });
  const percentile = readNumber(entry(node, 'percentile')?.value, 'percentile', reading);
  if (percentile !== null && (percentile < 0 || percentile > 100))
    remarks.error('field-value', node.at, { field: 'percentile', value: percentile, wanted: '0 to 100' });
  return { condition: { field, bounds, percentile }, expression: null };
}

function readNumber(node: YamlNode | undefined, field: string, { remarks }: Reading): number | null {
  if (!node) return null;
  const number = node.kind === 'scalar' && node.text.trim() !== '' ? Number(node.text) : Number.NaN;
  if (Number.isFinite(number)) return number;
  remarks.error('field-type', node.at, { field, wanted: 'a number', found: kindOf(node) });
  return null;
}

function readExpression(node: YamlScalar, { remarks }: Reading): Condition | null {
  const parsed = parseCondition(node.text, { quantifiers: false });
  if (!('code' in parsed)) return parsed;
  remarks.error(parsed.code, spotIn(node, parsed.at), parsed.details);
  return null;
}
