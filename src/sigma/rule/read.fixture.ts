import type { Problem } from '../../base/problem.ts';
import { type LoadedRules, loadRules } from '../load.ts';
import type { LogsourceTable } from '../logsource/table.ts';
import type { Node, Pattern, Rule } from './tree.ts';
import type { Variables } from './variables.ts';

/** For tests: reads rules with a small table of log sources and shows trees in short. */
export const TABLE: LogsourceTable = {
  channels: { security: ['Security'], sysmon: ['Microsoft-Windows-Sysmon/Operational'] },
  categories: [
    { product: 'windows', category: 'process_creation', sources: [{ service: 'sysmon', eventIds: [1] }] },
    { product: 'windows', category: 'file_access', sources: [], why: 'nobody writes it' },
  ],
};

export function load(text: string, variables: Variables = {}): LoadedRules {
  return loadRules([{ file: 'x.yml', text }], { logsources: TABLE, variables });
}

/** A rule with this detection section. */
export function ruleText(detection: string): string {
  return `title: t
id: 0a7f3d3e-5b8e-4b63-9b36-1d5c7c8f2a10
logsource:
    product: windows
    service: security
detection:
${detection.replace(/^/gm, '    ')}
`;
}

/** The rule with this detection section; fails the test when it does not load. */
export function rule(detection: string, variables: Variables = {}): Rule {
  const { pack, problems } = load(ruleText(detection), variables);
  if (pack.rules.length !== 1) throw new Error(problems.map(brief).join('; '));
  return pack.rules[0]!;
}

/** The tree of a single selection, in short. */
export function tree(selection: string, variables: Variables = {}): string {
  return short(rule(`selection: ${selection}\ncondition: selection`, variables).where);
}

/** What is wrong with a single selection: `code line:column`. */
export function fault(selection: string, variables: Variables = {}): string {
  const { account } = load(ruleText(`selection: ${selection}\ncondition: selection`), variables);
  return account[0]!.why ? brief(account[0]!.why) : 'nothing';
}

/** `code line:column`. */
export function brief({ code, place }: Problem): string {
  return `${code} ${place.line}:${place.column}`;
}

/** `A=x* & !(B/i/ | C>5)`: wildcards as `*`, `?` and `~` for a dash, plain ones in brackets; `==` for `cased`. */
export function short(node: Node, inside = false): string {
  const wrap = (text: string): string => (inside ? `(${text})` : text);
  switch (node.op) {
    case 'and':
      return wrap(node.of.map((one) => short(one, true)).join(' & '));
    case 'or':
      return wrap(node.of.map((one) => short(one, true)).join(' | '));
    case 'not':
      return `!${short(node.of, true)}`;
    case 'string':
      return `${node.field}${node.cased ? '==' : '='}${text(node.pattern)}`;
    case 'keyword':
      return `${node.cased ? '==' : '='}${text(node.pattern)}`;
    case 'regex':
      return `${node.field}/${node.source}/${node.flags}`;
    case 'cidr':
      return `${node.field} in ${node.network}`;
    case 'compare':
      return `${node.field} ${node.how} ${node.than}`;
    case 'exists':
      return `${node.is ? '' : 'no '}${node.field}`;
    case 'null':
      return `${node.field} null`;
    case 'fieldref':
      return `${node.field} ${node.how}${node.cased ? ' cased' : ''} <${node.other}>`;
    case 'timepart':
      return `${node.field}.${node.part}=${node.is}`;
    case 'const':
      return String(node.is);
  }
}

function text(pattern: Pattern): string {
  return pattern
    .map((part) =>
      typeof part === 'string' ? part.replace(/[*?~]/g, '[$&]') : { many: '*', one: '?', dash: '~' }[part.wild],
    )
    .join('');
}
