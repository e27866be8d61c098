import type { Problem } from '../../base/problem.ts';
import type { DocumentAccount, LoadedRules } from '../../sigma/index.ts';
import type { Route } from '../../sigma/logsource/route.ts';
import type { Correlation, Node, Rule, RulePack } from '../../sigma/rule/tree.ts';

/**
 * A compiled pack as text, cut so that a start reads little of it: one line of what every run needs (heads, routes, fields,
 * accounts), then a line a rule with its tree and prose, parsed when somebody asks for that rule. Most runs ask for few.
 */
export function packText({ pack, problems, account }: LoadedRules): string {
  const routes = new Map<string, number>();
  const numberOf = (route: Route): number => {
    const text = JSON.stringify(route);
    const known = routes.get(text);
    if (known !== undefined) return known;
    routes.set(text, routes.size);
    return routes.size - 1;
  };
  const heads = pack.rules.map(
    ({ id, name, title, level, status, tags, file, line, logsource, reported, carries, routes }): HeadRow => [
      id,
      name,
      title,
      level,
      status,
      tags,
      file,
      line,
      logsource,
      reported,
      carries,
      routes.map(numberOf),
    ],
  );
  const names = new Set<string>();
  for (const { where, routes } of pack.rules) {
    addNames(where, names);
    for (const route of routes) if (route.where) addNames(route.where, names);
  }
  const first: FirstLine = {
    heads,
    routes: [...routes.keys()].map((text) => JSON.parse(text) as Route),
    names: [...names],
    correlations: pack.correlations,
    refused: account.filter(({ loaded }) => !loaded),
    problems,
  };
  const rest = pack.rules.map(({ where, description, author, date, modified, references, falsepositives }) =>
    JSON.stringify([where, { description, author, date, modified, references, falsepositives }]),
  );
  return [JSON.stringify(first), ...rest].join('\n');
}

/** What a pack's text holds besides its rules. */
export interface ReadPack {
  readonly pack: RulePack;
  /** All fields that rules name. */
  readonly names: readonly string[];
  readonly refused: readonly DocumentAccount[];
  readonly problems: readonly Problem[];
}

/** The pack of a text; trees are parsed when they are asked for. Throws for text of another form. */
export function readPack(text: string): ReadPack {
  let from = text.indexOf('\n');
  if (from < 0) from = text.length;
  const { heads, routes, names, correlations, refused, problems } = JSON.parse(text.slice(0, from)) as FirstLine;
  const rules = heads.map((head) => {
    const end = text.indexOf('\n', from + 1);
    const line = text.slice(from + 1, end < 0 ? text.length : end);
    from = end;
    return new KeptRule(head, routes, line);
  });
  return { pack: { rules, correlations }, names, refused, problems };
}

interface FirstLine {
  readonly heads: readonly HeadRow[];
  readonly routes: readonly Route[];
  readonly names: readonly string[];
  readonly correlations: readonly Correlation[];
  readonly refused: readonly DocumentAccount[];
  readonly problems: readonly Problem[];
}

type HeadRow = readonly [
  Rule['id'],
  Rule['name'],
  Rule['title'],
  Rule['level'],
  Rule['status'],
  Rule['tags'],
  Rule['file'],
  Rule['line'],
  Rule['logsource'],
  Rule['reported'],
  Rule['carries'],
  readonly number[],
];

type Prose = Pick<Rule, 'description' | 'author' | 'date' | 'modified' | 'references' | 'falsepositives'>;

/** A rule whose tree and prose are still text. */
class KeptRule implements Rule {
  readonly kind = 'rule';
  readonly id: Rule['id'];
  readonly name: Rule['name'];
  readonly title: Rule['title'];
  readonly level: Rule['level'];
  readonly status: Rule['status'];
  readonly tags: Rule['tags'];
  readonly file: Rule['file'];
  readonly line: Rule['line'];
  readonly logsource: Rule['logsource'];
  readonly reported: Rule['reported'];
  readonly carries: Rule['carries'];
  readonly routes: Rule['routes'];
  private text: string;
  private parsed: readonly [Node, Prose] | null = null;

  constructor(head: HeadRow, routes: readonly Route[], text: string) {
    const [id, name, title, level, status, tags, file, line, logsource, reported, carries, numbers] = head;
    this.id = id;
    this.name = name;
    this.title = title;
    this.level = level;
    this.status = status;
    this.tags = tags;
    this.file = file;
    this.line = line;
    this.logsource = logsource;
    this.reported = reported;
    this.carries = carries;
    this.routes = numbers.map((n) => routes[n]!);
    this.text = text;
  }

  get where(): Node {
    return this.rest()[0];
  }
  get description(): string {
    return this.rest()[1].description;
  }
  get author(): string {
    return this.rest()[1].author;
  }
  get date(): string {
    return this.rest()[1].date;
  }
  get modified(): string {
    return this.rest()[1].modified;
  }
  get references(): readonly string[] {
    return this.rest()[1].references;
  }
  get falsepositives(): readonly string[] {
    return this.rest()[1].falsepositives;
  }

  private rest(): readonly [Node, Prose] {
    if (!this.parsed) {
      this.parsed = JSON.parse(this.text) as [Node, Prose];
      this.text = '';
    }
    return this.parsed;
  }
}

function addNames(node: Node, names: Set<string>): void {
  if (node.op === 'and' || node.op === 'or') for (const part of node.of) addNames(part, names);
  else if (node.op === 'not') addNames(node.of, names);
  else {
    if ('field' in node) names.add(node.field);
    if (node.op === 'fieldref') names.add(node.other);
  }
}
