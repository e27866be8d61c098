import type { DocumentAccount, LoadedRules } from '../../sigma/index.ts';
import type { Route } from '../../sigma/logsource/route.ts';
import type { AnchorTable } from '../../sigma/match/anchor-table.ts';
import { type MatchPlan, planOf } from '../../sigma/match/plan.ts';
import type { Correlation, Node, Rule, RulePack } from '../../sigma/rule/tree.ts';
import { AsciiLines, asciiLines } from './ascii-lines.ts';

/**
 * A compiled pack as text, cut so that a start reads little of it: what every run needs, then a line for the anchors of each
 * field, and for each rule lines with its head, its tree and its prose, parsed when somebody asks for them. Most runs ask for few.
 */
export function packText({ pack, account }: LoadedRules): string {
  const { rules, correlations } = pack;
  const { table, ...plan } = planOf(rules);
  const { fields, routed } = plan;
  const numbers: number[][] = rules.map(() => []);
  for (const [route, of] of routed.entries()) for (const rule of of) numbers[rule]!.push(route);
  const first: First = {
    form: FORM,
    rules: rules.length,
    ...plan,
    silent: rules.flatMap(({ reported }, n) => (reported ? [] : [n])),
    carries: rules.flatMap(({ carries }, n) => (carries.length > 0 ? [[n, carries] as const] : [])),
    correlations,
  };
  return asciiLines([
    first,
    account.filter(({ loaded }) => !loaded),
    ...fields.map((_, field) => table(field)),
    ...rules.map(
      ({ id, name, title, level, status, tags, file, line, logsource }, n): HeadRow => [
        id,
        name,
        title,
        level,
        status,
        tags,
        file,
        line,
        logsource,
        numbers[n]!,
      ],
    ),
    ...rules.map(({ where }) => where),
    ...rules.map(
      ({ description, author, date, modified, references, falsepositives }): Prose => ({
        description,
        author,
        date,
        modified,
        references,
        falsepositives,
      }),
    ),
  ]);
}

/** What a pack's text holds. */
export interface ReadPack {
  readonly pack: RulePack;
  readonly plan: MatchPlan;
  readonly refused: readonly DocumentAccount[];
}

/** The pack of a text in bytes; trees and prose are parsed when they are asked for. Throws for text of another form. */
export function readPack(text: Uint8Array): ReadPack {
  const lines = new AsciiLines(text);
  const first = lines.read(0) as First;
  if (first.form !== FORM || lines.count !== BEFORE + first.fields.length + 3 * first.rules)
    throw new Error('this is no pack of rules');
  const { names, fields, needs, routes, routed, regexes, correlations } = first;
  const silent = new Set(first.silent);
  const carries = new Map(first.carries);
  const rules: Rule[] = [];
  for (let n = 0; n < first.rules; n++)
    rules.push(new KeptRule(lines, n, first, !silent.has(n), carries.get(n) ?? NOTHING));
  return {
    pack: { rules, correlations },
    plan: {
      names,
      fields,
      needs,
      routes,
      routed,
      regexes,
      table: (field) => lines.read(BEFORE + field) as AnchorTable,
    },
    get refused() {
      return lines.read(1) as readonly DocumentAccount[];
    },
  };
}

const FORM = 'rules-3';
/** Lines before those of fields. */
const BEFORE = 2;
const NOTHING: readonly string[] = [];

interface First extends Omit<MatchPlan, 'table'> {
  readonly form: string;
  readonly rules: number;
  /** Rules that only correlations use. */
  readonly silent: readonly number[];
  readonly carries: readonly (readonly [number, Rule['carries']])[];
  readonly correlations: readonly Correlation[];
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
  readonly number[],
];

type Prose = Pick<Rule, 'description' | 'author' | 'date' | 'modified' | 'references' | 'falsepositives'>;

/** A rule that is still text. */
class KeptRule implements Rule {
  readonly kind = 'rule';
  readonly reported: boolean;
  readonly carries: readonly string[];
  private readonly lines: AsciiLines;
  private readonly number: number;
  private readonly first: First;
  private headRow: HeadRow | null = null;
  private tree: Node | null = null;
  private proseRow: Prose | null = null;

  constructor(lines: AsciiLines, number: number, first: First, reported: boolean, carries: readonly string[]) {
    this.lines = lines;
    this.number = number;
    this.first = first;
    this.reported = reported;
    this.carries = carries;
  }

  get id(): Rule['id'] {
    return this.head[0];
  }
  get name(): Rule['name'] {
    return this.head[1];
  }
  get title(): Rule['title'] {
    return this.head[2];
  }
  get level(): Rule['level'] {
    return this.head[3];
  }
  get status(): Rule['status'] {
    return this.head[4];
  }
  get tags(): Rule['tags'] {
    return this.head[5];
  }
  get file(): Rule['file'] {
    return this.head[6];
  }
  get line(): Rule['line'] {
    return this.head[7];
  }
  get logsource(): Rule['logsource'] {
    return this.head[8];
  }
  get routes(): readonly Route[] {
    return this.head[9].map((n) => this.first.routes[n]!);
  }
  get where(): Node {
    this.tree ??= this.read(1) as Node;
    return this.tree;
  }
  get description(): string {
    return this.prose.description;
  }
  get author(): string {
    return this.prose.author;
  }
  get date(): string {
    return this.prose.date;
  }
  get modified(): string {
    return this.prose.modified;
  }
  get references(): readonly string[] {
    return this.prose.references;
  }
  get falsepositives(): readonly string[] {
    return this.prose.falsepositives;
  }

  private get head(): HeadRow {
    this.headRow ??= this.read(0) as HeadRow;
    return this.headRow;
  }
  private get prose(): Prose {
    this.proseRow ??= this.read(2) as Prose;
    return this.proseRow;
  }

  private read(section: number): unknown {
    return this.lines.read(BEFORE + this.first.fields.length + section * this.first.rules + this.number);
  }
}
